"""Whatever becomes of a programme, nothing that was kept under it is orphaned: entries, answers, what waits."""

from contextlib import suppress
from datetime import datetime

from django.db import transaction
from django.utils.timezone import get_current_timezone
from hypothesis import HealthCheck, given, settings

from navmark.foundation.cadence.models import Duty
from navmark.foundation.cadence.sweeping import sweep
from navmark.foundation.papers.models import Answers
from navmark.foundation.people.models import UnitKind
from navmark.foundation.people.tests.factories import a_staff_member, a_unit
from navmark.foundation.programme.loading import load
from navmark.foundation.programme.reading import read_texts
from navmark.foundation.programme.tests.folders import ON
from navmark.foundation.programme.tests.generated import ONE_PAGE
from navmark.foundation.registers.actions import EntryHead, add, take
from navmark.foundation.registers.models import Entry, Move, Register
from navmark.foundation.ui.refusals import Refusal

AT = datetime(2026, 11, 20, 8, tzinfo=get_current_timezone())


def loaded(texts):
    load(read_texts(texts, name="small", on=ON), at=AT)
    sweep(on=ON, at=AT)


def written(whole, by):
    for register in Register.objects.all():
        add(register, EntryHead(whole, "一条", ON, by), {}, by=by, at=AT)


def gone_on(by):
    """Each entry takes the first step that lets it, under the edition in which it began."""
    for entry in Entry.objects.select_related("edition"):
        for step in entry.course.steps_from(entry.state):
            with suppress(Refusal), transaction.atomic():
                take(entry, step, by=by, at=AT)
                break


def check_all():
    for entry in Entry.objects.select_related("edition", "register"):
        moves = list(Move.objects.filter(entry=entry).order_by("at", "id"))
        became = [entry.course.first.key, *(move.became for move in moves)]
        assert [move.was for move in moves] == became[:-1] and entry.state == became[-1]
        assert entry.state in entry.course.by_key and entry.edition.register_id == entry.register_id
        assert entry.course.steps_from(entry.state) or entry.standing.is_closed
    for answers in Answers.objects.select_related("edition"):
        assert {*answers.open} <= {*answers.edition.description.by_key}
    waiting = Duty.objects.filter(closed_at=None, settled="")
    assert not waiting.filter(cadence__gone=True).exists()
    assert {*waiting.filter(source_kind="entry").values_list("source_id", flat=True)} <= {
        *Entry.objects.values_list("pk", flat=True)
    }


@settings(max_examples=3, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(ONE_PAGE, ONE_PAGE)
def test_nothing_is_orphaned_by_any_edition(inside, before, after):
    with transaction.atomic():
        whole, by = a_unit(UnitKind.SCHOOL, "启明实验小学"), a_staff_member()
        with suppress(Refusal, ValueError):  # a question of another type: refused as a whole
            loaded(before)
            written(whole, by)
            gone_on(by)
            with transaction.atomic():
                loaded(after)
            written(whole, by)
        gone_on(by)
        check_all()
        transaction.set_rollback(True)
