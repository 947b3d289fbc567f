"""The four templates, within a bare frame: the real one needs addresses that only the project knows."""

import pytest
from django.template import Context, Engine

from navmark.foundation.sheets.forms import AnswersForm, MappingForm, UploadForm
from navmark.foundation.sheets.mapping import map_headings
from navmark.foundation.sheets.pages import samples, shown_lines
from navmark.foundation.sheets.preview import Change, Line, Outcome, Question, Report

from .builders import COLUMNS, table

FRAME = "".join(f"{{% block {name} %}}{{% endblock %}}|" for name in ("title", "heading", "lead", "content"))
ENGINE = Engine(
    loaders=[
        ("django.template.loaders.locmem.Loader", {"ui/base.html": FRAME}),
        "django.template.loaders.app_directories.Loader",
    ],
    libraries={"ui": "navmark.foundation.ui.templatetags.ui"},
    builtins=["django.templatetags.i18n"],
)
QUESTION = Question("The same 张伟?", (("7", "张伟, 语文"), ("new", "Another person")))


def page(name, **context):
    return ENGINE.get_template(f"sheets/{name}.html").render(Context({"what": "教职工花名册", **context}))


def lines(count, outcome=Outcome.NEW):
    return tuple(Line(number, f"教师{number}", outcome) for number in range(2, count + 2))


def preview_page(report, **context):
    return page("preview", step=3, report=report, lines=shown_lines(report), answers=AnswersForm(report=report), **context)


def test_the_first_page_says_what_is_looked_for():
    html = page("upload", step=1, form=UploadForm(columns=COLUMNS), columns=COLUMNS)

    assert "Import of 教职工花名册 · step 1 of 4" in html
    assert "<li>姓名 · needed</li>" in html
    assert 'type="file"' in html and 'enctype="multipart/form-data"' in html


def test_the_second_page_shows_what_stands_below_each_heading():
    found = table(
        ["姓名", "电话", "手机号码"], ["张三", "199", ""], ["<李四>", "199", ""], ["王五", "188", ""], ["赵六", "177", ""]
    )
    mapping = map_headings(found, COLUMNS)
    html = page(
        "mapping",
        step=2,
        table=found,
        back="/1",
        form=MappingForm(mapping=mapping, columns=COLUMNS, samples=samples(found, mapping)),
    )

    assert "In the sheet: 张三 · &lt;李四&gt; · 王五" in html
    assert "In the sheet: 199 · 188 · 177" in html
    assert "In the sheet: —" in html
    assert 'href="/1"' in html


def test_the_preview_offers_the_import_only_when_every_row_is_ready():
    ready, open_ = (
        Report(lines(2), {}),
        Report((*lines(2), Line(9, "张伟", Outcome.PROBLEM, ("电话: wrong <b>",))), {12: "合计 2"}),
    )

    assert 'name="confirm"' in preview_page(ready) and ready.digest in preview_page(ready)
    assert 'name="confirm"' not in preview_page(open_)
    assert "1 row still needs you" in preview_page(open_)
    assert "<li>电话: wrong &lt;b&gt;</li>" in preview_page(open_)
    assert "<li>Row 12 · 合计 2</li>" in preview_page(open_)


def test_the_preview_asks_what_only_a_person_can_say():
    html = preview_page(Report((Line(9, "张伟", Outcome.QUESTION, question=QUESTION),), {}))

    assert html.count('type="radio"') == 2
    assert "Row 9 · 张伟: The same 张伟?" in html


def test_the_preview_shows_what_was_and_what_would_be():
    html = preview_page(Report((Line(9, "张伟", Outcome.CHANGED, changes=(Change("电话", "199", "188"),)),), {}))

    assert "电话 <del>199</del> <ins>188</ins>" in html


def test_the_preview_says_when_nothing_would_change_and_when_nothing_is_there():
    assert "nothing would change" in preview_page(Report(lines(3, Outcome.UNCHANGED), {}))
    assert "There is no row below the headings" in preview_page(Report((), {}))


@pytest.mark.parametrize(("asked", "first", "last"), [(1, 2, 51), ("3", 102, 121), (99, 102, 121), ("x", 2, 51)])
def test_shows_fifty_rows_a_page(asked, first, last):
    shown = shown_lines(Report(lines(120), {}), page=asked)

    assert (shown[0].number, shown[-1].number) == (first, last)


def test_leads_on_to_further_rows_and_keeps_the_filter():
    report = Report((*lines(60, Outcome.PROBLEM), Line(90, "新", Outcome.NEW)), {})
    html = page("preview", step=3, report=report, lines=shown_lines(report, only_open=True, page=1), only_open=True)

    assert 'href="?only=open&amp;page=2"' in html
    assert "新" not in html.split("<tbody>")[1]


def test_the_last_page_counts_and_leads_on():
    html = page("done", step=4, report=Report(lines(2), {}), next=[("/people/", "See the staff")])

    assert (
        "Imported: 教职工花名册" in html and "<dt>New</dt><dd>2</dd>" in html and '<a href="/people/">See the staff</a>' in html
    )
