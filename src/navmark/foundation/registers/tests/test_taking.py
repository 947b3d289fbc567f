"""What leaves with a year: the table of each register that she reads and the files on its entries; nothing about children."""

import io
from types import SimpleNamespace

from django.core.files.uploadedfile import SimpleUploadedFile
from openpyxl import load_workbook

from navmark.foundation.attachments.actions import attach
from navmark.foundation.people.tests.factories import a_staff_member, a_viewer
from navmark.foundation.registers.files import ENTRY
from navmark.foundation.registers.taking import pieces, words
from navmark.foundation.registers.tests.scene import AT, an_entry, make_register, make_school

ON = AT.date()


def test_each_takes_what_she_reads_the_machine_all_and_nobody_what_is_about_children(inside):
    here = make_school()
    entry = an_entry(here, "走廊扶手松动")
    children = make_register("children", about_children=True, roles=["about"], readers=["staff"])
    an_entry(SimpleNamespace(**{**vars(here), "register": children}), "住校")
    attach(SimpleUploadedFile("照片说明.txt", b"x"), owner_kind=ENTRY, owner_id=entry.pk, by=here.head, at=AT)

    of_machine, of_keeper = (dict(pieces(ON.year, ON, viewer)) for viewer in (None, a_viewer(here.head, on=ON)))
    assert [*of_machine] == [*of_keeper]
    table, file = of_keeper
    rows = load_workbook(io.BytesIO(of_keeper[table])).active.iter_rows(values_only=True)
    assert any("走廊扶手松动" in row for row in rows) and file.endswith("照片说明.txt") and of_keeper[file] == b"x"
    assert [line.count(here.register.name) for line in words(ON.year, a_viewer(here.head, on=ON))] == [1]

    assert not [*pieces(ON.year, ON, a_viewer(a_staff_member(), on=ON))] and not [*pieces(ON.year - 1, ON, None)]
