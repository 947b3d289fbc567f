"""The forms of a page as a browser would send them, read from its HTML; and the parameters that a page asks for."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from html.parser import HTMLParser

import pytest
from django.http import QueryDict

TYPED = ("text", "search", "tel", "number", "date", "time", "datetime-local", "hidden", "")
PLAUSIBLE = {"number": "1", "date": "2026-11-20", "time": "16:30", "datetime-local": "2026-11-20T16:30"}


@dataclass
class PageForm:
    """A form that is posted to `action`; each of `fields` has one value, as it stands or as somebody might fill it in."""

    action: str
    is_multipart: bool
    fields: dict[str, str] = field(default_factory=dict)


class _Reader(HTMLParser):
    def __init__(self, address: str) -> None:
        super().__init__()
        self.address, self.found = address, list[PageForm]()
        self._form: PageForm | None = None
        self._select = self._area = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "form" and given.get("method") == "post":
            self._form = PageForm(given.get("action") or self.address, "enctype" in given)
            self.found.append(self._form)
        elif self._form:
            self._field(tag, given, given.get("name", ""))

    def _field(self, tag: str, given: dict[str, str], name: str) -> None:
        assert self._form
        fields = self._form.fields
        if tag == "option" and self._select and (not fields.get(self._select) or "selected" in given):
            fields[self._select] = given.get("value", "")
        elif tag == "select":
            self._select = name
            fields[name] = ""
        elif tag == "textarea":
            self._area = name
            fields[name] = ""
        elif name and given.get("type") in ("checkbox", "radio", "submit", None) and tag in ("input", "button"):
            kind = given.get("type", "submit" if tag == "button" else "text")
            if kind == "text" or "checked" in given or name not in fields:
                fields[name] = given.get("value", "on" if kind == "checkbox" else "")
        elif name and tag == "input":
            kind = given.get("type", "text")
            fields[name] = given.get("value") or PLAUSIBLE.get(kind, "")

    def handle_data(self, data: str) -> None:
        if self._form and self._area:
            self._form.fields[self._area] += data

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self._form = None
        elif tag == "select":
            self._select = ""
        elif tag == "textarea":
            self._area = ""


def forms_in(html: str, address: str) -> list[PageForm]:
    reader = _Reader(address)
    reader.feed(html)
    return reader.found


@contextmanager
def asked_for() -> Iterator[set[str]]:
    """The names that are looked up in any query or body within the block."""
    asked: set[str] = set()
    with pytest.MonkeyPatch.context() as patch:
        for lookup in ("__getitem__", "get", "getlist"):
            original = getattr(QueryDict, lookup)

            def noted(self, key, *args, _original=original, **kwargs):
                asked.add(key)
                return _original(self, key, *args, **kwargs)

            patch.setattr(QueryDict, lookup, noted)
        yield asked
