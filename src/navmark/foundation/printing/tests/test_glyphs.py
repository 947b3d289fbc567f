"""A name that no face can print is named; everybody else's passes without a face being read."""

import pytest

from navmark.foundation.people.glyphs import unprintable
from navmark.foundation.printing import glyphs


@pytest.mark.parametrize("name", ["王芳", "买买提·艾力", "John Smith", "王𠮷", "李㛃", "王䶮", "𫖮"])
def test_it_passes_names_that_can_be_printed(name):
    assert glyphs.lacking(name) == ""


@pytest.mark.parametrize(("name", "signs"), [("李\U000323af", "\U000323af"), ("王\ue863", "\ue863")])
def test_it_tells_what_leaves_a_gap(name, signs):
    assert glyphs.lacking(name) == unprintable(name) == signs


def test_common_names_read_no_face(monkeypatch):
    monkeypatch.setattr(glyphs, "_covered", None)

    assert glyphs.lacking("王芳") == ""
