"""What leaves of what was taken on: the list of each kind that she reads; nothing about children."""

import io

from openpyxl import load_workbook

from navmark.foundation.people.tests.factories import a_staff_member, a_viewer
from navmark.foundation.pledges import known
from navmark.foundation.pledges.taking import pieces, words
from navmark.foundation.pledges.tests.scene import TODAY, a_pledge, make_kind, make_school


def test_each_takes_the_lists_that_she_reads_and_none_about_children(inside):
    here = make_school()
    a_pledge(here)
    of_children = make_kind("care", about=["person:pupils"], title="关爱")
    of_children.pledges.add(a_pledge(here, here.moral, group=here.chinese))

    reader = a_viewer(here.colleague, on=TODAY)
    of_machine, of_reader = (dict(pieces(TODAY, viewer)) for viewer in (None, reader))
    (name,) = of_reader
    assert [*of_machine] == [name] == ["认领/帮包教研组.xlsx"]
    rows = [*load_workbook(io.BytesIO(of_reader[name])).active.iter_rows(values_only=True)]
    assert any(here.teaching.name in row for row in rows)
    assert [line.count(here.kind.name) for line in words(reader)] == [1]

    here.kind.readers = []
    here.kind.save()
    known.renew()
    assert not [*pieces(TODAY, a_viewer(a_staff_member(), on=TODAY))]
