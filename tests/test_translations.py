"""Every English message of the product has its Chinese, in its own room or in one above it, and only one."""

from collections import defaultdict

from django.utils.translation import gettext as _
from django.utils.translation import override, pgettext

from navmark.project.messages import SOURCES
from tests import catalogues, chinese


def test_it_speaks_chinese_everywhere():
    translated, known, missing = catalogues.translated(), set(), []
    for room, messages in catalogues.said().items():
        known |= translated[room].keys()
        lacking = {message: path for message, path in messages.items() if message not in known}
        if lacking:
            missing.append(f"# {room}: {len(lacking)} without Chinese\n\n{catalogues.as_po(lacking)}")
    assert not missing, "\n".join(missing)


def test_it_keeps_no_translation_that_nobody_says():
    said, later, unused = catalogues.said(), set(), []
    translated = catalogues.translated()
    for room in reversed(catalogues.rooms()):
        later |= said[room].keys()
        unused += [f"{room}: {message.id!r}" for message in translated[room] if message not in later]
    assert not unused, "\n".join(unused)


def test_it_says_one_thing_in_one_way():
    found = defaultdict(set)
    for translations in catalogues.translated().values():
        for message, text in translations.items():
            found[message.id, message.context].add(text)
    double = {message: texts for message, texts in found.items() if len(texts) > 1}
    assert not double, "give one of them a context (pgettext): " + "\n".join(map(str, double.items()))


def test_no_other_catalogue_speaks_for_ours():
    """Django's own apps stand before ours, and their Chinese of a common word would win ("name" of a person as 名称)."""
    overruled = []
    with override("zh-hans"):
        for label, messages in catalogues.translated().items():
            alone = {message: text for message, text in messages.items() if not message.plural}
            said = {message: pgettext(message.context, message.id) if message.context else _(message.id) for message in alone}
            overruled += [
                f"{label}: {message.id}: {text} → {said[message]}" for message, text in alone.items() if said[message] != text
            ]
    assert not overruled, "give it a context (pgettext): " + "\n".join(overruled)


def test_translations_keep_the_placeholders():
    wrong = []
    for label, room in catalogues.rooms().items():
        for entry, errors in catalogues.catalogue(room).check():
            wrong += [f"{label}: {entry.id!r}: {error}" for error in errors]
    assert not wrong, "\n".join(wrong)


def test_chinese_is_punctuated_in_full_width():
    """House decision: ，。：；？！（） in Chinese; half-width only within numbers, times, codes, and names as 一年级(1)班."""
    wrong = [f"{where}: …{around}…" for where, text in chinese.texts() if (around := chinese.half_width(text))]
    assert not wrong, "\n".join(wrong)


def test_it_would_see_a_half_width_mark():
    assert chinese.half_width("没有保存,请返回") == "没有保存,请返回"
    assert not chinese.half_width("11月20日(周五)16:30，一年级(1)班实到12（共24）")


def test_no_space_parts_a_number_from_its_chinese():
    """House decision: 还有4项待办, as schools write it. A space stays beside Latin words, paths and the names of people."""
    wrong = [f"{where}: …{around}…" for where, text in chinese.texts() if (around := chinese.spaced_number(text))]
    assert not wrong, "\n".join(wrong)


def test_it_would_see_a_number_that_stands_apart():
    assert all(map(chinese.spaced_number, ("还有 4项", "还有%(n)s 项待办", "第 {} 行", "共 {count}人")))
    assert not chinese.spaced_number("还有4项，要 Python 3.11 或更新版本，一页 A4 上，%(clerk)s 代 %(person)s，请用 --port 另选")


def test_templates_leave_the_marks_between_words_to_the_language():
    """`{% colon %}` and `|bracketed` of ui know which width is due."""
    pages = sorted(SOURCES.rglob("templates/**/*.html"))
    loose = [f"{page.name}: {words}" for page in pages for words in chinese.loose_marks(page.read_text(encoding="utf-8"))]
    assert pages
    assert not loose, "\n".join(loose)
    assert chinese.loose_marks("<p>{{ label }}: {{ words }}</p>")
