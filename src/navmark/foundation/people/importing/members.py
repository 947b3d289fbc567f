"""党员名册. Its headings are those of national exports, with two columns a school adds: 党内职务, 党小组."""

from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext as _

from navmark.foundation.people.importing import columns, facts
from navmark.foundation.people.importing.offices import leave_branch, take_posts
from navmark.foundation.people.importing.remarks import take_remark
from navmark.foundation.people.importing.setting import Setting
from navmark.foundation.people.importing.words import GROUP, NO_PARTY_POST, PARTY_POST_WORDS, STATUS_WORDS, meaning, parts_of
from navmark.foundation.people.models import PartyStatus, Person, PostKind, Status, Unit
from navmark.foundation.people.models.post import PARTY_POSTS
from navmark.foundation.people.models.status import MEMBER_STATUSES
from navmark.foundation.tables import cells
from navmark.foundation.tables.cells import WrittenDate
from navmark.foundation.tables.cells.plain import numeral
from navmark.foundation.tables.headings import Column
from navmark.foundation.tables.preview import Change
from navmark.foundation.tables.refusals import CellProblem
from navmark.foundation.tables.rows import Row


def member_columns() -> tuple[Column, ...]:
    joined = ("加入党组织日期", "入党日期", "入党时间", "加入中国共产党日期", "入党年月")
    full = ("转为正式党员日期", "转正日期", "转正时间", "转为正式党员时间")
    branch = ("所在党支部", "所在支部", "党支部", "所属党支部", "所属组织", "所属党组织", "隶属党组织")
    kind = {status.value: words for status, words in STATUS_WORDS.items()}
    return (
        columns.serial(),
        columns.name(),
        columns.id_number(),
        columns.staff_number(),
        columns.sex(),
        columns.ethnic(),
        columns.born(),
        columns.education(),
        Column("status", _("Kind of member"), ("人员类别", "党员类别", "党员类型", "政治面貌"), cells.choice(kind)),
        Column("branch", _("Branch"), branch, cells.text(100), fills_down=True),
        Column("joined", _("Joined the Party on"), joined, cells.written_date, is_day=True),
        Column("full_since", _("Full member since"), full, cells.written_date, is_day=True),
        columns.phone(),
        columns.address(),
        Column("posts", _("Party post"), ("党内职务", "支部职务", "党务职务"), party_posts),
        Column("group", _("Party group"), ("党小组", "所在党小组", "所属党小组", "小组"), group_number, fills_down=True),
        columns.remark(),
    )


def party_posts(read: str) -> list[str]:
    """ "组织委员、党小组组长" -> two kinds of post."""
    kinds: list[str] = []
    for part in parts_of(read):
        kind = meaning(GROUP.sub("", part) or part, PARTY_POST_WORDS) or meaning(part, PARTY_POST_WORDS)
        if kind is None and part not in NO_PARTY_POST:
            example = {"read": part, "example": "组织委员"}
            raise CellProblem(_("“%(read)s” is not a Party post; write it like %(example)s.") % example)
        kinds += [kind] if kind else []
    return kinds


MOST_GROUPS = 50  # of a branch, as its page has it


def group_number(read: str) -> int:
    found = GROUP.fullmatch("".join(read.split()).translate(str.maketrans("", "", "()()")))
    number = numeral(found[1]) if found else None
    if not number or number > MOST_GROUPS:
        example = {"read": read[:40], "example": "第一党小组"}
        raise CellProblem(_("“%(read)s” is not a Party group; write it like %(example)s.") % example)
    return number


def check_member(setting: Setting, candidates: Sequence[Person], row: Row) -> None:
    """What no answer about the person could mend. Raises CellProblem for a branch this school does not have, for a leader of no
    group, and for somebody who is no member yet and of whom nothing says that he or she is one.
    """
    values = row.values
    _branch(setting, None, values.get("branch", ""))
    if PostKind.GROUP_LEADER in values.get("posts", ()) and "group" not in values:
        raise CellProblem(_("a group leader needs the Party group in the same row."))
    if not _stated(values) and not any(_membership(setting, person) for person in candidates):
        raise CellProblem(
            _(
                "is not a Party member on record: write the kind of member (正式党员, 预备党员) or the date of joining; "
                "take the row out if it is no member."
            )
        )


def take_member(setting: Setting, person: Person, row: Row) -> list[Change]:
    """Takes a row that `check_member` has passed."""
    values, held = row.values, _membership(setting, person)
    branch = _branch(setting, held, values.get("branch", ""))
    before = held.branch_id if held else None
    changes = _take_status(setting, person, branch, held, values)
    if before not in (None, branch.pk):
        changes += leave_branch(setting.register, person, before, on=setting.on)
    group = setting.group(branch, values["group"]) if "group" in values else None
    if group is not None:
        changes += facts.place(setting.register, person, group, on=setting.on)
    if "posts" in values:
        wanted: list[tuple[str, Unit | None]] = [
            (kind, group if kind == PostKind.GROUP_LEADER else branch) for kind in values["posts"]
        ]
        changes += take_posts(setting.register, person, wanted, PARTY_POSTS, on=setting.on)
    return changes + take_remark(setting.register, person, values.get("remark", ""), on=setting.on)


def _branch(setting: Setting, held: PartyStatus | None, named: str) -> Unit:
    """The branch that is named, else the one a member belongs to, else the only one."""
    if held is not None and not named:
        return setting.branch_of(held)
    branch = setting.branch(named)
    if branch is None:
        raise CellProblem(_("this school has no branch of that name; correct the name here or under Branch."))
    return branch


def _stated(values: dict[str, Any]) -> str:
    """The standing a row states. Without a kind, a date of 转正 says full, a date of 入党 alone probationary."""
    dated = Status.FULL if "full_since" in values else Status.PROBATIONARY if "joined" in values else ""
    return values.get("status") or dated


def _membership(setting: Setting, person: Person) -> PartyStatus | None:
    held = setting.register.statuses.get(person.pk)
    return held[0] if held and held[0].status in MEMBER_STATUSES else None


def _take_status(
    setting: Setting, person: Person, branch: Unit, held: PartyStatus | None, values: dict[str, Any]
) -> list[Change]:
    """Of somebody who is a member already, a date of 入党 alone takes nothing away."""
    wanted = _stated(values)
    if held is not None and "status" not in values and "full_since" not in values:
        wanted = held.status
    joined, full_since = values.get("joined"), values.get("full_since")
    days: dict[str, WrittenDate | None] = {Status.FULL: full_since, Status.PROBATIONARY: joined}
    since = days.get(wanted)
    return facts.status(setting.register, person, branch, wanted, since=since, joined=joined, on=setting.on)
