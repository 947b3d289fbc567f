"""One line of the home page."""

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple


class CitedRule(NamedTuple):
    id: str
    citation: str
    url: str


@dataclass(frozen=True)
class WaitingLine:
    """One line of the page: what, whose, when, by which rule, and the one button."""

    what: str
    state: str
    state_label: str
    when: date | None
    detail: str = ""
    rule: CitedRule | None = None
    button: str = ""
    url: str = ""
    is_post: bool = False
    anchor: str = ""
    links: tuple[tuple[str, str], ...] = ()  # of equal matters folded into one: each unit, and where its button leads

    @property
    def said(self) -> str:
        """The button for who does not see beside what it stands."""
        return " ".join(filter(None, (self.button, self.what, self.detail)))

    __getitem__ = object.__getattribute__  # a template asks by key first: on a page of many lines each refusal would be felt
