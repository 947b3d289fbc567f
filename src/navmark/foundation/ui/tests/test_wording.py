"""Every form of the product refuses in the product's own words."""

import importlib
from collections.abc import Iterator

import pytest
from django import forms
from django.utils.translation import override

from navmark.project.messages import SOURCES

CHOICES = (forms.ChoiceField, forms.ModelChoiceField)


class Sheet(forms.Form):
    overseer = forms.ChoiceField(label="监票人", choices=[("a", "甲")])
    title = forms.CharField(label="题目", max_length=3)
    seats = forms.IntegerField(label="名额", min_value=1, max_value=9)
    day = forms.DateField(label="日期")
    begins = forms.TimeField(label="开始")
    hours = forms.DecimalField(label="学时")


@pytest.mark.parametrize(
    "field, typed, words",
    [
        ("overseer", "", "请选择。"),
        ("overseer", "b", "请从列表中选一项。"),
        ("title", "", "请填写。"),
        ("title", "一二三四", "最多3个字，现在有4个。"),
        ("seats", "0", "不能小于1，请更正。"),
        ("seats", "10", "不能大于9，请更正。"),
        ("seats", "二", "请填写整数。"),
        ("day", "11月", "请填写日期，如2026-11-20。"),
        ("begins", "四点半", "请填写时间，如16:30。"),
        ("hours", "半天", "请填写数字，如2.5。"),
    ],
)
def test_it_says_what_is_wrong_and_what_to_do(field, typed, words):
    with override("zh-hans"):
        assert Sheet({field: typed}).errors[field] == [words]


def forms_of_the_product(base: type[forms.BaseForm] = forms.BaseForm) -> Iterator[type[forms.BaseForm]]:
    for kind in base.__subclasses__():
        if kind.__module__.startswith("navmark.") and ".tests" not in kind.__module__:
            yield kind
        yield from forms_of_the_product(kind)


def test_no_form_was_made_before_the_words_were_set():
    for path in SOURCES.rglob("*forms.py"):
        importlib.import_module(".".join(("navmark", *path.relative_to(SOURCES).with_suffix("").parts)))
    made = set(forms_of_the_product())
    assert len(made) > 30
    with override("zh-hans"):
        said = {str(field.error_messages["required"]) for kind in made for field in kind.base_fields.values()}

    assert not [words for words in said if "字段" in words], said
