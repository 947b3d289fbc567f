"""The nine kinds of the branch's organisational life, how each decides, and how often it is due."""

from functools import partial

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from navmark.foundation.activities.kinds import Audience, Kind, Visibility, Voters
from navmark.foundation.cadence.specs import CadenceSpec, PeriodKind, Subject
from navmark.foundation.people.models import UnitKind
from navmark.foundation.proceedings.deliberation import DecisionKind, Deliberation
from navmark.foundation.statute.outlook import Sitting
from navmark.pillars.demonstration.branch_life import assembly, checks, grading

PAGE = "branch_life:meeting"
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
FIXED_SEGMENTS = ("重温入党誓词", "学习党章", "集中学习", "微党课")  # 规定环节

KINDS = (
    Kind(COMMITTEE, _("committee meeting"), BRANCH, Audience.COMMITTEE, Voters.COMMITTEE, Visibility.COMMITTEE, PAGE),
    Kind(ASSEMBLY, _("general meeting of members"), BRANCH, Audience.MEMBERS, Voters.FULL_MEMBERS, Visibility.UNIT, PAGE),
    Kind(GROUP, _("Party group meeting"), PARTY_GROUP, Audience.MEMBERS, Voters.NOBODY, Visibility.UNIT, PAGE),
    Kind(LECTURE, _("Party lecture"), BRANCH, Audience.MEMBERS, Voters.NOBODY, Visibility.UNIT, PAGE),
    Kind(THEME_DAY, _("themed Party day"), BRANCH, Audience.MEMBERS, Voters.NOBODY, Visibility.UNIT, PAGE),
    Kind(
        LIFE_MEETING,
        _("organisational life meeting"),
        BRANCH,
        Audience.MEMBERS,
        Voters.NOBODY,
        Visibility.UNIT,
        PAGE,
        numbered=False,
    ),
    Kind(REVIEW, _("review of members"), BRANCH, Audience.MEMBERS, Voters.NOBODY, Visibility.UNIT, PAGE, numbered=False),
    Kind(TALK, _("heart-to-heart talk"), BRANCH, Audience.CHOSEN, Voters.NOBODY, Visibility.PARTICIPANTS, PAGE, numbered=False),
    Kind(ORGANISATION, _("Party organisation meeting"), BRANCH, Audience.COMMITTEE, Voters.COMMITTEE, Visibility.COMMITTEE, PAGE),
)

DELIBERATIONS = (
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


def by_code(code: str) -> Kind:
    return next(kind for kind in KINDS if kind.code == code)


def _often(
    code: str, title: Promise, kind: str, period: PeriodKind, rule_id: str, subject: Subject = Subject.BRANCH
) -> CadenceSpec:
    return CadenceSpec(code=code, title=title, activity_kind=kind, period=period, subject=subject, rule_id=rule_id)


CADENCES = (
    _often("assembly", _("general meeting of members"), ASSEMBLY, PeriodKind.QUARTER, "A07"),
    _often("committee", _("committee meeting"), COMMITTEE, PeriodKind.MONTH, "A13"),
    _often("group", _("Party group meeting"), GROUP, PeriodKind.MONTH, "A15", Subject.PARTY_GROUP),
    _often("lecture", _("Party lecture"), LECTURE, PeriodKind.QUARTER, "A17"),
    _often("theme_day", _("themed Party day"), THEME_DAY, PeriodKind.MONTH, "A18"),
    _often("life_meeting", _("organisational life meeting"), LIFE_MEETING, PeriodKind.PARTY_YEAR, "A19"),
    _often("review", _("review of members"), REVIEW, PeriodKind.PARTY_YEAR, "A20"),
    _often("talk", _("heart-to-heart talk"), TALK, PeriodKind.YEAR, "A22", Subject.MEMBER),
)
