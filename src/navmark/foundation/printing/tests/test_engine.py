"""The engine around the sheets: faces, the matrix, file names."""

import io
from dataclasses import replace
from datetime import date

import pytest
from pypdf import PdfReader

from navmark.foundation.attachments.filenames import filename
from navmark.foundation.printing import fonts
from navmark.foundation.printing.matrix import Matrix, MatrixRow, matrix_pdf

YEAR = Matrix(
    title="2026年组织生活一览表",
    left="中共启明实验小学支部委员会",
    right="截至2026年11月23日",
    corner="单位",
    columns=tuple(f"{month}月" for month in range(1, 13)),
    rows=tuple(MatrixRow(unit, ("●",) * 11 + ("",)) for unit in ("支部", *(f"第{number}党小组" for number in "一二三四"))),
    legend=(("●", "已完成"), ("○", "待办")),
)


SHIPPED = {"noto serif sc", "noto sans sc", "navmark rare"}


@pytest.fixture
def bare(monkeypatch, tmp_path):
    """A machine and a school without any face of their own; the folder is the school's."""
    monkeypatch.setenv("NAVMARK_FONTS", str(tmp_path))
    monkeypatch.setattr(fonts, "WISHED", dict.fromkeys(fonts.WISHED, ()))
    fonts.forget()
    yield tmp_path
    fonts.forget()


@pytest.fixture
def on_the_machine(bare, monkeypatch):
    """The machine has 仿宋, and neither the school's folder nor ours."""
    monkeypatch.setitem(fonts.WISHED, "body", ("FangSong",))
    monkeypatch.setattr(fonts, "on_shelf", lambda *, machine: frozenset(SHIPPED | ({"fangsong"} if machine else set())))
    fonts.forget()


@pytest.mark.usefixtures("bare")
def test_it_uses_the_shipped_faces_and_says_which_stand_in():
    used = {family for use in fonts.families(fonts.chosen()).values() for family in use}

    assert used == {"Noto Serif SC", "Noto Sans SC", "Navmark Rare"}
    assert fonts.chosen().body == "Noto Serif SC"
    assert fonts.stand_ins() == ["仿宋", "楷体", "黑体", "小标宋"]


def test_a_face_the_school_adds_comes_first(bare, monkeypatch):
    sans = next(path for folder in fonts.folders() for path in folder.glob("NotoSansSC*"))
    (bare / sans.name).write_bytes(sans.read_bytes())
    monkeypatch.setitem(fonts.WISHED, "body", ("Noto Sans SC",))
    fonts.forget()

    assert fonts.families(fonts.chosen())["body"][0] == "Noto Sans SC"
    assert "仿宋" not in fonts.stand_ins()


@pytest.mark.usefixtures("on_the_machine")
def test_it_uses_the_machines_official_face_today_and_not_for_what_was_locked_before():
    assert fonts.chosen().body == "FangSong"
    assert fonts.stand_ins(fonts.OURS_ALONE)[0] == "仿宋"
    assert fonts.shelf_for(fonts.OURS_ALONE) is fonts.shelf(machine=False)
    assert fonts.shelf_for(fonts.chosen()) is fonts.shelf(machine=True)


@pytest.mark.usefixtures("bare")
def test_a_face_that_is_gone_is_stood_in_for_and_said():
    gone = replace(fonts.chosen(), body="FangSong")

    assert fonts.families(gone)["body"][0] == "Noto Serif SC"
    assert fonts.stand_ins(gone)[0] == "仿宋"


def test_the_matrix_of_a_branch_is_one_page_across():
    pages = PdfReader(io.BytesIO(matrix_pdf(YEAR))).pages
    text = "".join(pages[0].extract_text().split())

    assert len(pages) == 1
    assert pages[0].mediabox.width > pages[0].mediabox.height
    assert all(word in text for word in ("2026年组织生活一览表", "第四党小组", "12月", "●已完成"))
    assert matrix_pdf(YEAR) == matrix_pdf(YEAR)


def test_a_matrix_refuses_a_row_that_does_not_fit():
    with pytest.raises(ValueError, match="支部"):
        matrix_pdf(Matrix("x", "", "", "", ("1月", "2月"), (MatrixRow("支部", ("●",)),), ()))


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("支委会记录", "2026-11-20 支委会记录.pdf"),
        ("主题党日:守护/成长?", "2026-11-20 主题党日 守护 成长.pdf"),
        ("..\\..\\etc", "2026-11-20 .. .. etc.pdf"),
        ("a\u202egpj", "2026-11-20 a gpj.pdf"),
        ("长" * 300, "2026-11-20 " + "长" * 65 + ".pdf"),
    ],
)
def test_a_file_name_is_one_that_windows_takes(title, name):
    assert filename(title, "pdf", on=date(2026, 11, 20)) == name


def test_a_file_name_is_never_empty():
    assert filename("???", "pdf") == "navmark.pdf"
