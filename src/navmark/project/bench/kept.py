"""A register of the large school with ten thousand entries, each with its answers; made in bulk, like the school."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

from django.urls import reverse
from django.utils.timezone import localdate

from navmark.foundation.papers.describing import described
from navmark.foundation.papers.knowing import exists_here
from navmark.foundation.papers.making import make_edition as make_paper
from navmark.foundation.papers.models import Answers
from navmark.foundation.people.circles.named import MORAL_HEAD
from navmark.foundation.people.models import Person, Unit, UnitKind
from navmark.foundation.registers import known
from navmark.foundation.registers.actions import make_edition
from navmark.foundation.registers.files import ENTRY
from navmark.foundation.registers.models import Entry, Register
from navmark.foundation.registers.steps import Course, EntryState, EntryStep

CODE, ENTRIES, DAYS, AT_ONCE = "bench-kept", 10_000, 300, 1000
PAPER: dict[str, Any] = {
    "problem": {"type": "paragraph", "label": "问题表现"},
    "measure": {"type": "paragraph", "label": "整改措施"},
    "due": {"type": "date", "label": "完成时限"},
}
OPEN, CLOSED = "mending", "closed"
COURSE = Course(
    (EntryState(OPEN, "整改中"), EntryState(CLOSED, "已销号", is_closed=True)),
    (EntryStep(CLOSED, (OPEN,), CLOSED, "销号", (MORAL_HEAD,)),),
)


def set_up(keeper: Person, at: datetime) -> None:
    """The head of moral education keeps it, every second class has its entries, one of three is open."""
    edition = make_paper(f"register.{CODE}", described(PAPER, exists=exists_here()), title="测速台账", by=None, at=at)
    one = Register.objects.create(
        code=CODE, title="测速台账", unit_kind=UnitKind.CLASS, makers=[MORAL_HEAD], keepers=[MORAL_HEAD], numbered=True,
        readers=["class_teacher", "participants"], paper=f"register.{CODE}",
    )  # fmt: skip
    course = make_edition(one, COURSE, by=None, at=at)
    known.renew()
    units = list(Unit.objects.filter(kind=UnitKind.CLASS))[::2]
    rows = [_entry(one, course.pk, number, units, keeper, at) for number in range(ENTRIES)]
    Entry.objects.bulk_create(rows, AT_ONCE)
    said = {"problem": "走廊灯不亮", "measure": "更换灯管", "due": localdate(at).isoformat()}
    Answers.objects.bulk_create(
        (Answers(source_kind=ENTRY, source_id=row.pk, edition=edition, open=said) for row in rows), AT_ONCE
    )


def _entry(one: Register, edition: Any, number: int, units: list[Unit], owner: Person, at: datetime) -> Entry:
    day, is_open = localdate(at) - timedelta(days=number % DAYS), number % 3 == 0
    return Entry(
        register=one, edition_id=edition, unit=units[number % len(units)], title=f"第{number}项", day=day, year=day.year,
        number=number + 1, owner=owner, state=OPEN if is_open else CLOSED, state_at=at, made_by=owner.pk, made_at=at,
        closed_at=None if is_open else at,
    )  # fmt: skip


def pages() -> Iterator[tuple[str, str]]:
    """(name of the case, address) of its list and of an entry that is open."""
    yield "register_of_10000", reverse("registers:list", args=[CODE])
    entry = Entry.objects.filter(register__code=CODE, state=OPEN).first()
    assert entry is not None
    yield "entry_of_10000", reverse("registers:entry", args=[entry.pk])
