"""党员名册. Its headings are those of national exports, with two columns a school adds: 党内职务, 党小组."""

from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from navmark.foundation.people.importing import columns, facts
from navmark.foundation.people.importing.offices import take_posts
from navmark.foundation.people.importing.remarks import take_remark
from navmark.foundation.people.importing.setting import Setting
from navmark.foundation.people.importing.words import GROUP, NO_PARTY_POST, PARTY_POST_WORDS, STATUS_WORDS, meaning, parts_of
from navmark.foundation.people.models import Person, PostKind, Status, Unit
from navmark.foundation.people.models.post import PARTY_POSTS
from navmark.foundation.sheets import cells
from navmark.foundation.sheets.cells.plain import numeral
from navmark.foundation.sheets.headings import Column
from navmark.foundation.sheets.preview import Change
from navmark.foundation.sheets.refusals import CellProblem
from navmark.foundation.sheets.rows import Row


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
        Column("joined", _("Joined the Party on"), joined, cells.written_date),
        Column("full_since", _("Full member since"), full, cells.written_date),
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


def group_number(read: str) -> int:
    found = GROUP.fullmatch("".join(read.split()).translate(str.maketrans("", "", "()()")))
    number = numeral(found[1]) if found else None
    if not number:
        example = {"read": read, "example": "第一党小组"}
        raise CellProblem(_("“%(read)s” is not a Party group; write it like %(example)s.") % example)
    return number


def take_member(setting: Setting, person: Person, row: Row) -> list[Change]:
    """Raises CellProblem for a branch this school does not have, and for a leader of no group."""
    values = row.values
    branch = setting.branch(values.get("branch", ""))
    if branch is None:
        raise CellProblem(_("this school has no branch of that name; correct the name here or under Branch."))
    changes = _take_status(setting, person, branch, values)
    group = setting.group(branch, values["group"]) if "group" in values else None
    if group is not None:
        changes += facts.place(setting.register, person, group, on=setting.on)
    if "posts" in values:
        wanted: list[tuple[str, Unit | None]] = [(kind, _home(kind, branch, group)) for kind in values["posts"]]
        changes += take_posts(setting.register, person, wanted, PARTY_POSTS, on=setting.on)
    return changes + take_remark(setting.register, person, values.get("remark", ""), on=setting.on)


def _take_status(setting: Setting, person: Person, branch: Unit, values: dict[str, Any]) -> list[Change]:
    """Without a kind, a date of 转正 says full, a date of 入党 alone probationary."""
    joined = values["joined"].on if "joined" in values else None
    full_since = values["full_since"].on if "full_since" in values else None
    wanted = values.get("status") or (Status.FULL if full_since else Status.PROBATIONARY if joined else "")
    if not wanted:
        raise CellProblem(_("neither the kind of member nor a date of joining stands in this row."))
    days: dict[str, date | None] = {Status.FULL: full_since, Status.PROBATIONARY: joined}
    since = days.get(wanted)
    return facts.status(setting.register, person, branch, wanted, since=since, joined=joined, on=setting.on)


def _home(kind: str, branch: Unit, group: Unit | None) -> Unit:
    if kind != PostKind.GROUP_LEADER:
        return branch
    if group is None:
        raise CellProblem(_("a group leader needs the Party group in the same row."))
    return group
