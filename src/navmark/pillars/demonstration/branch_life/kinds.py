"""The nine kinds of the branch's organisational life, how each decides, and how often it is due."""

from dataclasses import replace
from functools import partial

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from navmark.foundation.activities.kinds import Kind, paper_code
from navmark.foundation.cadence.specs import CadenceSpec, PeriodKind, Subject
from navmark.foundation.people.models import UnitKind
from navmark.foundation.proceedings.deliberation import DecisionKind, Deliberation
from navmark.foundation.statute.outlook import Sitting
from navmark.pillars.demonstration.branch_life import assembly, checks, grading
from navmark.pillars.demonstration.branch_life.planning import EVERY_MONTH_ON_ITS_DAY, USUAL

PAGE, TEXTS = "branch_life:meeting", "branch_life:copy"
BRANCH, PARTY_GROUP = UnitKind.BRANCH.value, UnitKind.PARTY_GROUP.value

ASSEMBLY = "branch_assembly"
COMMITTEE = "committee_meeting"
GROUP = "group_meeting"
LECTURE = "party_lecture"
THEME_DAY = "theme_day"
LIFE_MEETING = "organisational_life_meeting"
REVIEW = "member_review"
TALK = "talk"
ORGANISATION = "organisation_meeting"

_IN_OFFICE = ("secretary", "deputy_secretary", "clerk")  # 支部工作条例第十四条: the secretary may delegate
_KEEPERS = (*_IN_OFFICE, "host", "recorder", "author:committee")
_OVERSEERS = ("host", "secretary", "deputy_secretary", "recorder:committee", "author:committee")
_COMMITTEE = ("committee", "clerk", "participants")


def _of_branch(
    code: str, title: Promise, *, numbered: bool = True, voters: tuple[str, ...] = (), has_paper: bool = False
) -> Kind:
    """All members come, and all read it. `has_paper`: the programme says what its sheet asks beyond the agenda."""
    return Kind(
        code=code,
        title=title,
        unit_kind=BRANCH,
        page=PAGE,
        expected=("members",),
        voters=voters,
        apart=("full_members",),
        planners=(*_IN_OFFICE, "committee"),
        keepers=_KEEPERS,
        overseers=_OVERSEERS,
        readers=("members", *_COMMITTEE),
        numbered=numbered,
        texts=TEXTS,
        called="全体党员",
        usual=USUAL,
        part_paper=paper_code(code) if has_paper else "",
    )


def _of_committee(code: str, title: Promise) -> Kind:
    whole = _of_branch(code, title)
    return replace(whole, expected=("committee",), voters=("committee",), readers=_COMMITTEE, called="支委会委员")


KINDS = (
    _of_committee(COMMITTEE, _("committee meeting")),
    _of_branch(ASSEMBLY, _("general meeting of members"), voters=("voting_members",)),
    replace(
        _of_branch(GROUP, _("Party group meeting")),
        unit_kind=PARTY_GROUP,
        called="",
        planners=(*_IN_OFFICE, "group_leader"),
        keepers=(*_KEEPERS, "group_leader"),
        overseers=(*_OVERSEERS, "group_leader"),
    ),
    _of_branch(LECTURE, _("Party lecture"), has_paper=True),
    replace(_of_branch(THEME_DAY, _("themed Party day"), has_paper=True), usual=EVERY_MONTH_ON_ITS_DAY),
    replace(_of_branch(LIFE_MEETING, _("organisational life meeting"), numbered=False, has_paper=True), is_yearly=True),
    replace(
        _of_branch(REVIEW, _("review of members"), numbered=False, has_paper=True),
        is_yearly=True,
        sheet_title="民主评议党员会议记录",
    ),
    Kind(
        code=TALK,
        title=_("heart-to-heart talk"),
        unit_kind=BRANCH,
        page=PAGE,
        between_two=True,
        among=("members", "clerk"),
        apart=("full_members",),
        planners=("members", "secretary"),
        keepers=("participants", "secretary"),
        overseers=("participants", "secretary"),
        numbered=False,
        usual=USUAL,
    ),
    replace(
        _of_committee(ORGANISATION, _("Party organisation meeting")),
        note=_("as needed · decides on great matters of the school and appointments"),
    ),
)

_DELIBERATIONS = (
    Deliberation(ASSEMBLY, DecisionKind.RESOLUTION, Sitting.ASSEMBLY, stricter=Sitting.ELECTION, check=assembly.check),
    Deliberation(COMMITTEE, DecisionKind.DECISION, Sitting.COMMITTEE, may_submit_to_assembly=True),
    Deliberation(ORGANISATION, DecisionKind.DECISION, Sitting.LEADERS, stricter=Sitting.LEADERS_PERSONNEL),
    Deliberation(GROUP, DecisionKind.OPINION, None),
    Deliberation(LIFE_MEETING, DecisionKind.OPINION, None, check=partial(checks.life_meeting, talk=TALK)),
    Deliberation(REVIEW, None, None, check=grading.check),
    Deliberation(LECTURE, None, None),
    Deliberation(THEME_DAY, None, None, check=checks.theme_day),
    Deliberation(TALK, None, None),
)
DELIBERATIONS = tuple(replace(one, last_word="secretary") for one in _DELIBERATIONS)


def _often(code: str, kind: str, period: PeriodKind, rule_id: str, subject: Subject = Subject.BRANCH) -> CadenceSpec:
    """Called as its kind is."""
    title = next(one.title for one in KINDS if one.code == kind)
    return CadenceSpec(code=code, title=title, activity_kind=kind, period=period, subject=subject, rule_id=rule_id)


CADENCES = (
    _often("assembly", ASSEMBLY, PeriodKind.QUARTER, "A07"),
    _often("committee", COMMITTEE, PeriodKind.MONTH, "A13", Subject.COMMITTEE),
    _often("group", GROUP, PeriodKind.MONTH, "A15", Subject.PARTY_GROUP),
    _often("lecture", LECTURE, PeriodKind.QUARTER, "A17"),
    _often("theme_day", THEME_DAY, PeriodKind.MONTH, "A18"),
    _often("life_meeting", LIFE_MEETING, PeriodKind.PARTY_YEAR, "A19"),
    _often("review", REVIEW, PeriodKind.PARTY_YEAR, "A20"),
    _often("talk", TALK, PeriodKind.YEAR, "A22", Subject.MEMBER),
)
