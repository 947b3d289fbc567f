"""DOCX on the paper of GB/T 9704, for an office where WPS has the official faces: they are named here, never embedded."""

import io
import zipfile
from datetime import date, datetime, time
from typing import Any

from docx import Document
from docx.document import Document as Docx
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING, WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.section import Section
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from navmark.foundation.printing.characters import printable
from navmark.foundation.printing.sheet import UPRIGHT, WIDTH, PaperSize

BODY, KAI, BOLD, TITLE = "仿宋_GB2312", "楷体_GB2312", "黑体", "方正小标宋简体"
LATIN = "Times New Roman"
LANGUAGE = "zh-CN"
LINE = Pt(28.95)
TEXT_WIDTH = Mm(WIDTH)
LONG_SIDE = {"a4": Mm(297), "a3": Mm(420)}
SHORT_SIDE = {"a4": Mm(210), "a3": Mm(297)}
_EPOCH = (1980, 1, 1, 0, 0, 0)  # the first moment a zip file can name


def paper(name: str, *, on: date | None = None, page: PaperSize = UPRIGHT) -> Docx:
    """An empty document with the page, the body face and the page number set, of the day that it is about."""
    document = Document()
    document._body.clear_content()
    _describe(document, name, on)
    _set_language(document)
    _lay(document.sections[0], page)
    normal = document.styles["Normal"]
    normal.font.size = Pt(16)
    _name_faces(normal.element.get_or_add_rPr(), BODY)
    normal.paragraph_format.space_after = Pt(0)
    _number_pages(document)
    return document


def _lay(section: Section, page: PaperSize) -> None:
    short, long = SHORT_SIDE[page.paper], LONG_SIDE[page.paper]
    if page.across:
        section.orientation, section.page_width, section.page_height = WD_ORIENT.LANDSCAPE, long, short
        section.left_margin = section.right_margin = Mm(20)
        section.top_margin, section.bottom_margin, section.footer_distance = Mm(24), Mm(22), Mm(10)
        return
    section.page_width, section.page_height = short, long
    section.top_margin, section.bottom_margin, section.left_margin, section.right_margin = Mm(37), Mm(35), Mm(28), Mm(26)
    section.footer_distance = Mm(23)


def _describe(document: Docx, name: str, on: date | None) -> None:
    """The file's properties. The moment is noon of the day in China; a form for no day names none, nor the template's."""
    told = document.core_properties
    told.title, told.author, told.comments, told.language = printable(name)[:255], "", "", LANGUAGE
    if on is None:
        for element in told._element.xpath("dcterms:created | dcterms:modified"):
            told._element.remove(element)
    else:
        told.created = told.modified = datetime.combine(on, time(4))  # in UTC


def _set_language(document: Docx) -> None:
    """Chinese, in the faces of the standard: the template speaks English, in those of its theme."""
    (defaults,) = document.styles.element.xpath("w:docDefaults/w:rPrDefault/w:rPr")
    _name_faces(defaults, BODY)
    for language in (*defaults.xpath("w:lang"), *document.settings.element.xpath("w:themeFontLang")):
        for slot in ("val", "eastAsia"):
            language.set(qn(f"w:{slot}"), LANGUAGE)


def packed(document: Docx) -> bytes:
    """The file's bytes; the same document gives the same bytes, because every part carries the same moment."""
    loose, tight = io.BytesIO(), io.BytesIO()
    document.save(loose)
    with zipfile.ZipFile(loose) as parts, zipfile.ZipFile(tight, "w", zipfile.ZIP_DEFLATED) as file:
        for name in parts.namelist():
            entry = zipfile.ZipInfo(name, date_time=_EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0  # the same on every machine
            file.writestr(entry, parts.read(name))
    return tight.getvalue()


def write(paragraph: Paragraph, text: str, *, face: str = BODY, size: float = 16) -> Run:
    run = paragraph.add_run(printable(text))
    run.font.size = Pt(size)
    _name_faces(run._r.get_or_add_rPr(), face)
    return run


def set_lines(paragraph: Paragraph, *, size: float = 16, indent: int = 0, exactly: Pt | None = LINE) -> Paragraph:
    """Lines of an exact height, and a first line indented by so many characters (Word counts them by the hundred)."""
    shape = paragraph.paragraph_format
    if exactly is not None:
        shape.line_spacing_rule, shape.line_spacing = WD_LINE_SPACING.EXACTLY, exactly
    if indent:
        shape.first_line_indent = Pt(size * indent)
        paragraph._p.get_or_add_pPr().find(qn("w:ind")).set(qn("w:firstLineChars"), str(indent * 100))
    return paragraph


def rule_to(paragraph: Paragraph, end: Mm) -> None:
    """A line to write on, from here up to `end` (from the left margin): an underlined tab.

    A wide space goes with it, because LibreOffice sets a line of nothing but a tab lower than was asked for.
    """
    paragraph.paragraph_format.tab_stops.add_tab_stop(end, WD_TAB_ALIGNMENT.LEFT)
    write(paragraph, "\u3000\t").font.underline = True


def _name_faces(properties: Any, face: str) -> None:
    fonts = properties.find(qn("w:rFonts"))
    if fonts is None:
        fonts = OxmlElement("w:rFonts")
        properties.insert(0, fonts)
    for slot in ("asciiTheme", "hAnsiTheme", "cstheme", "eastAsiaTheme"):  # a face of the theme would come first
        fonts.attrib.pop(qn(f"w:{slot}"), None)
    for slot, name in (("ascii", LATIN), ("hAnsi", LATIN), ("cs", LATIN), ("eastAsia", face)):
        fonts.set(qn(f"w:{slot}"), name)


def _number_pages(document: Docx) -> None:
    """— 1 — on the outer side: right on odd pages, left on even ones."""
    document.settings.odd_and_even_pages_header_footer = True
    section = document.sections[0]
    sides = ((section.footer, WD_ALIGN_PARAGRAPH.RIGHT), (section.even_page_footer, WD_ALIGN_PARAGRAPH.LEFT))
    for footer, side in sides:
        footer.is_linked_to_previous = False
        paragraph = footer.paragraphs[0]
        paragraph.alignment = side
        shape = paragraph.paragraph_format
        shape.left_indent = shape.right_indent = Pt(14)
        write(paragraph, "— ", face="宋体", size=14)
        _field(paragraph, "PAGE")
        write(paragraph, " —", face="宋体", size=14)


def _field(paragraph: Paragraph, instruction: str) -> None:
    for kind in ("begin", None, "end"):
        run = write(paragraph, "", face="宋体", size=14)
        if kind:
            mark = OxmlElement("w:fldChar")
            mark.set(qn("w:fldCharType"), kind)
        else:
            mark = OxmlElement("w:instrText")
            mark.text = instruction
        run._r.append(mark)
