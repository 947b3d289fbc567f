"""What a browser would post of a form: the values of its inputs, read from its HTML."""

from html.parser import HTMLParser
from typing import Any


class _Inputs(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.posted: dict[str, list[str]] = {}
        self.area = self.select = ""
        self.text: list[str] = []

    def handle_starttag(self, tag: str, attrs: Any) -> None:
        told = dict(attrs)
        if tag == "input" and (told.get("type") not in ("radio", "checkbox") or "checked" in told):
            self._post(told["name"], told.get("value") or "")
        elif tag == "textarea":
            self.area, self.text = told["name"], []
        elif tag == "select":
            self.select = told["name"]
        elif tag == "option" and self.select and "selected" in told:
            self._post(self.select, told.get("value") or "")

    def handle_data(self, data: str) -> None:
        self.text.append(data)

    def handle_endtag(self, tag: str) -> None:
        if tag == "textarea":
            self._post(self.area, "".join(self.text).removeprefix("\n").removeprefix("\r\n"))
        elif tag == "select":
            self.select = ""

    def _post(self, name: str, value: str) -> None:
        self.posted.setdefault(name, []).append(value)


def posted_by(form: Any) -> dict[str, list[str]]:
    inputs = _Inputs()
    inputs.feed("".join(str(form[name]) for name in form.fields))
    return inputs.posted
