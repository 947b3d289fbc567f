"""A cell that is longer than its place is refused at the cell, on both databases alike."""

import pytest

from navmark.foundation.people.importing.intake import KINDS
from navmark.foundation.people.models import Absence, ImportAnswer, Person, RememberedHeading, TableKind
from navmark.foundation.people.tests.factories import a_staff_member
from navmark.foundation.people.tests.importing import answer_for, brought_in, looked_at, outcomes, pasted
from navmark.foundation.tables.refusals import CellProblem

WIDE = {field.name: field.max_length for field in Person._meta.fields if field.max_length and not field.choices}
COLUMNS = [(kind, column) for kind, topic in KINDS.items() for column in topic.columns()]
CLEANERS = {(kind, column.key): column.clean for kind, column in COLUMNS if column.key in WIDE}


@pytest.mark.parametrize(("kind", "key"), CLEANERS)
def test_what_a_column_takes_fits(kind, key):
    for sign in ("1", "字"):
        for length in range(1, WIDE[key] + 2):
            try:
                value = CLEANERS[kind, key](sign * length)
            except CellProblem:
                continue
            assert len(str(value or "")) <= WIDE[key]


def test_a_staff_number_of_41_signs_is_refused_at_its_cell(inside):
    assert outcomes(looked_at(inside, pasted("staff", "姓名 工号", f"张伟 {'7' * 41}"))) == ["problem"]


def test_a_long_remark_and_two_long_headings_are_taken(inside):
    headings = ("长" * 120 + "甲", "长" * 120 + "乙")
    brought_in(inside, pasted("staff", f"姓名 工号 备注 {' '.join(headings)}", f"张伟 1 病假{'久' * 220} A B"))

    assert len(Absence.objects.get(person__name="张伟").note) == 200
    assert not RememberedHeading.objects.filter(heading__startswith="长").exists()
    assert headings[0] in Person.objects.get(name="张伟").extras


def test_two_rows_that_look_the_same_are_answered_once(inside):
    a_staff_member(name="张伟")
    table = pasted(TableKind.STAFF, "姓名 学历", "张伟 本科", "张伟 本科")

    brought_in(inside, table, answers=answer_for(inside, table, "new"))

    assert ImportAnswer.objects.count() == 1 and Person.objects.filter(name="张伟").count() == 3
