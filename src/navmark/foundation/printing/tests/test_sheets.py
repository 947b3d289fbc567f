"""A sheet prints three ways, says the same in each, and gives the same bytes again."""

import io
import time
import zipfile
from dataclasses import replace
from datetime import date

import pytest
from docx import Document
from docx.shared import Mm, Pt
from pypdf import PdfReader

from navmark.foundation.printing import fonts
from navmark.foundation.printing.as_docx import docx
from navmark.foundation.printing.as_pdf import pdf
from navmark.foundation.printing.as_text import plain
from navmark.foundation.printing.sheet import (
    WIDTH,
    Grid,
    Heading,
    Labelled,
    Note,
    RuledColumn,
    RuledTable,
    Sheet,
    Signatures,
    Space,
    Text,
    Title,
)

NAMES = "𠮷田明、阿依古丽·买买提、欧阳靖远"
FORM = Sheet(
    "走访记录",
    (
        Title("走访记录", "启明实验小学", "2026年度第1次"),
        Grid(((Labelled("时间", "2026年11月20日"),), (Labelled("走访人", NAMES), Labelled("记录人", "李启明")))),
        Heading("一、情况"),
        Text("家中安好。\n#set page(width: 1mm) $ \\ * _ <b>&amp; [x]", lead="王启明："),
        Text("", ruled=3),
        RuledTable((RuledColumn("事项", 100, centred=False), RuledColumn("时限", 56)), (("送书", "11月30日"),), least=2),
        Signatures((("走访人（签字）：", "记录人（签字）："),)),
        Note("附件：照片。"),
        Space("照片处", 40),
    ),
)


def pdf_text(content: bytes) -> str:
    return "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(content)).pages)


def docx_text(content: bytes) -> str:
    document = Document(io.BytesIO(content))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([paragraph.text for paragraph in document.paragraphs] + cells)


def facts(sheet: Sheet) -> list[str]:
    return [
        "走访记录", "启明实验小学", "2026年度第1次", "时间", "2026年11月20日", NAMES, "一、情况", "王启明：", "家中安好。",
        "#set page(width: 1mm) $ \\ * _ <b>&amp; [x]", "送书", "11月30日", "走访人（签字）：", "附件：照片。", "照片处",
    ]  # fmt: skip


def squeezed(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize(("printer", "read"), [(pdf, pdf_text), (docx, docx_text)])
def test_every_word_is_printed_and_none_of_it_is_read_as_code(printer, read):
    text = squeezed(read(printer(FORM)))

    assert [fact for fact in facts(FORM) if squeezed(fact) not in text] == []


@pytest.mark.parametrize("printer", [pdf, docx])
def test_the_same_sheet_gives_the_same_bytes(printer, monkeypatch):
    first = printer(FORM)

    monkeypatch.setattr(time, "time", lambda: 2_000_000_000.0)

    assert printer(FORM) == first


@pytest.mark.parametrize(("printer", "read"), [(pdf, pdf_text), (docx, docx_text)])
def test_what_was_pasted_from_elsewhere_is_still_printed(printer, read):
    text = read(printer(Sheet("x\x00", (Text("第一行\x0b第二\x01行\r\n第三行\u2028第四行"),))))

    assert [line.strip() for line in text.splitlines() if "行" in line] == ["第一行", "第二行", "第三行", "第四行"]


def properties(sheet):
    """The file's own properties, and its styles and settings."""
    with zipfile.ZipFile(io.BytesIO(docx(sheet))) as parts:
        return [parts.read(name).decode() for name in ("docProps/core.xml", "word/styles.xml", "word/settings.xml")]


def test_a_docx_carries_the_day_it_is_about():
    about, _styles, _settings = properties(replace(FORM, on=date(2026, 11, 20)))

    for name in ("created", "modified"):
        assert f'<dcterms:{name} xsi:type="dcterms:W3CDTF">2026-11-20T04:00:00Z</dcterms:{name}>' in about  # noon in China


def test_a_docx_for_no_day_names_none():
    assert "dcterms:created" not in properties(FORM)[0] and "dcterms:modified" not in properties(FORM)[0]


def test_a_docx_is_chinese_in_the_faces_of_the_standard():
    about, styles, settings = properties(FORM)
    defaults = styles.partition("</w:docDefaults>")[0]

    assert "<dc:language>zh-CN</dc:language>" in about
    assert '<w:lang w:val="zh-CN" w:eastAsia="zh-CN"' in defaults
    assert 'w:eastAsia="仿宋_GB2312"' in defaults and "Theme" not in defaults
    assert '<w:themeFontLang w:val="zh-CN" w:eastAsia="zh-CN"' in settings


def test_a_docx_names_no_moment_and_no_author():
    with zipfile.ZipFile(io.BytesIO(docx(FORM))) as parts:
        assert {entry.date_time for entry in parts.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert b"python-docx" not in parts.read("docProps/core.xml")


def test_the_paper_is_that_of_the_standard():
    section = Document(io.BytesIO(docx(FORM))).sections[0]
    margins = (section.top_margin, section.left_margin, section.bottom_margin, section.right_margin)
    page = PdfReader(io.BytesIO(pdf(FORM))).pages[0]

    assert [round(margin.mm) for margin in margins] == [37, 28, 35, 26]
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)
    assert (round(float(page.mediabox.width)), round(float(page.mediabox.height))) == (595, 842)
    assert Mm(210) - Mm(28) - Mm(26) == Mm(WIDTH)


def test_a_docx_names_the_official_faces_and_indents_by_characters():
    document = Document(io.BytesIO(docx(FORM)))
    body = next(paragraph for paragraph in document.paragraphs if "家中安好" in paragraph.text)

    assert 'w:eastAsia="仿宋_GB2312"' in body._p.xml
    assert 'w:eastAsia="黑体"' in body._p.xml
    assert 'w:firstLineChars="200"' in body._p.xml
    assert abs(body.paragraph_format.line_spacing - Pt(28.95)) < Pt(0.1)
    assert 'w:eastAsia="方正小标宋简体"' in document.paragraphs[0]._p.xml
    assert "PAGE" in document.sections[0].footer._element.xml


def test_two_tables_never_touch_because_word_would_join_them():
    grid = Grid(((Labelled("甲", "乙"),),))
    body = Document(io.BytesIO(docx(Sheet("x", (grid, grid))))).element.body

    assert [child.tag.rpartition("}")[2] for child in body] == ["tbl", "p", "tbl", "sectPr"]


def test_the_page_number_stands_outside_on_both_sides():
    pages = PdfReader(io.BytesIO(pdf(Sheet("x", (Text("\n".join(["一行。"] * 60)),))))).pages

    assert ["— 1 —" in pages[0].extract_text(), "— 2 —" in pages[1].extract_text()] == [True, True]


def test_plain_text_leaves_out_what_is_empty_and_what_is_paper():
    sheet = Sheet("x", (Heading("一、有"), Text("话。"), Heading("二、无"), Text(""), Heading("三、表"), *FORM.blocks[5:]))

    assert plain(sheet).splitlines() == ["一、有", "话。", "三、表", "事项：送书；时限：11月30日", "附件：照片。"]


def test_plain_text_joins_two_sentences_with_one_mark():
    sheet = Sheet("x", (Grid(((Labelled("甲", "一句话。"), Labelled("乙", "又一句。")),)),))

    assert plain(sheet) == "甲：一句话；乙：又一句。"


def test_a_signature_never_stands_on_a_page_without_text():
    for lines in range(14, 24):
        content = pdf(Sheet("x", (Text("\n".join(f"第{number}行。" for number in range(lines))), *FORM.blocks[6:7])))
        for page in PdfReader(io.BytesIO(content)).pages:
            text = page.extract_text()
            assert "签字" not in text or "行。" in text


def test_a_table_that_is_split_before_the_signatures_has_its_heading_on_both_pages():
    rows = tuple((f"第{number}件事", "11月30日") for number in range(9))
    splits = 0
    for lines in range(8, 22):
        blocks = (Text("\n".join(["一行。"] * lines)), RuledTable(FORM.blocks[5].columns, rows), *FORM.blocks[6:7])
        pages = [squeezed(page.extract_text()) for page in PdfReader(io.BytesIO(pdf(Sheet("x", blocks)))).pages]
        holding = [page for page in pages if "件事" in page]
        assert all(page.count("时限") == 1 for page in holding)
        assert "第8件事" in pages[-1] and "签字" in pages[-1]
        splits += len(holding) - 1
    assert splits > 5


def test_a_page_is_never_left_half_empty_for_a_table_and_its_signatures():
    rows = tuple((f"第{number}件事", "11月30日") for number in range(9))
    for lines in range(12, 22):
        blocks = (
            Text("\n".join(["一行。"] * lines)),
            Heading("一、落实"),
            RuledTable(FORM.blocks[5].columns, rows),
            *FORM.blocks[6:8],
        )
        first = PdfReader(io.BytesIO(pdf(Sheet("x", blocks)))).pages[0]
        assert first.extract_text().count("一行") + 2 * first.extract_text().count("件事") >= 12


def test_a_hand_can_sign_in_every_row():
    table = RuledTable((RuledColumn("姓名", 78), RuledColumn("签名", 78)), (("甲", ""), ("乙", "")))
    places = []
    page = PdfReader(io.BytesIO(pdf(Sheet("x", (table,))))).pages[0]
    page.extract_text(visitor_text=lambda text, matrix, _tm, _font, _size: places.append((text.strip(), matrix[5])))
    (one,), (other,) = ([at for text, at in places if text == name] for name in "甲乙")
    (docx_table,) = Document(io.BytesIO(docx(Sheet("x", (table,))))).tables

    assert abs(one - other) >= Mm(8).pt
    assert min(row.height for row in docx_table.rows) >= Mm(8)


def test_a_heading_of_the_second_level_is_told_from_text(monkeypatch):
    monkeypatch.setattr(fonts, "WISHED", dict.fromkeys(fonts.WISHED, ()))
    fonts.forget()
    plain, headed = (pdf(Sheet("x", (block,))) for block in (Text("（一）题"), Heading("（一）题", 2)))
    fonts.forget()

    assert [b"2 Tr" in PdfReader(io.BytesIO(one)).pages[0].get_contents().get_data() for one in (plain, headed)] == [False, True]


def test_a_heading_is_never_the_last_line_of_a_page():
    for lines in range(14, 24):
        blocks = (Text("\n".join(["一行。"] * lines)), Heading("一、题"), Text("正文。"))
        pages = [page.extract_text().split("—")[0].strip() for page in PdfReader(io.BytesIO(pdf(Sheet("x", blocks)))).pages]
        assert not any(page.endswith("一、题") for page in pages)


def test_a_heading_never_stands_over_a_single_line_to_write_on():
    for lines in range(14, 24):
        asked = (Text("\n".join(["一行。"] * lines)), Heading("一、题"), Text("", lead="意见：", ruled=2))
        assert "意见" in PdfReader(io.BytesIO(pdf(Sheet("x", asked)))).pages[-1].extract_text()
    kept = [one.paragraph_format.keep_with_next for one in Document(io.BytesIO(docx(Sheet("x", asked[1:])))).paragraphs]
    assert kept == [True, True, False]
