"""What leaves with a year: the turns of it, for whoever reads the table."""

import io
from datetime import timedelta

from openpyxl import load_workbook

from navmark.foundation.people.tests.factories import a_staff_member, a_viewer
from navmark.foundation.rotas import known
from navmark.foundation.rotas.models import Turn
from navmark.foundation.rotas.proposing import propose
from navmark.foundation.rotas.taking import pieces, words
from navmark.foundation.rotas.tests.scene import AT, make_school

ON = AT.date()


def test_each_takes_the_tables_that_she_reads_with_the_turns_of_the_year(inside):
    here = make_school()
    propose(here.rota, here.whole, at=AT)
    ahead = Turn.objects.filter(rota=here.rota).order_by("-starts_on").first()
    Turn.objects.filter(pk=ahead.pk).update(starts_on=ahead.starts_on + timedelta(days=60))  # of the next year

    reader = a_viewer(here.teacher, on=ON)
    of_machine, of_reader = (dict(pieces(ON.year, ON, viewer)) for viewer in (None, reader))
    (name,) = of_reader
    assert [*of_machine] == [name] == ["轮值/2026年度国旗下讲话轮值.xlsx"]
    rows = [*load_workbook(io.BytesIO(of_reader[name])).active.iter_rows(min_row=3, values_only=True)]
    assert len(rows) == Turn.objects.filter(rota=here.rota, starts_on__year=ON.year).count() and all(row[-1] for row in rows)
    assert [line.count(here.rota.name) for line in words(ON.year, reader)] == [1]

    here.rota.readers = []
    here.rota.save()
    known.renew()
    assert not [*pieces(ON.year, ON, a_viewer(a_staff_member(), on=ON))]
