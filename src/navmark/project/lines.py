"""One line of the home page.

Most of its HTML is put together here: there are dozens on a page, and a template takes five times as long for each.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from html import escape
from typing import NamedTuple

from django.utils.safestring import SafeString, mark_safe

from navmark.foundation.ui.dates import cn_date


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

    @property
    def told(self) -> SafeString:
        """All of it but the button."""
        state = f'<span class="state s-{escape(self.state)}">{escape(self.state_label)}</span>'
        what = f'<span class="what">{escape(self.what)}</span>{"".join(self._links())}{self._detail()}'
        return mark_safe(f'{state}<div>{what}</div><div class="when">{cn_date(self.when)}</div>')

    @property
    def act(self) -> SafeString:
        """The button as a link; where it posts or is the page's first, the page has it."""
        if not (self.button and self.url):
            return mark_safe("")
        said = f'class="act" href="{escape(self.url)}" aria-label="{escape(self.said)}"'
        return mark_safe(f"<a {said}>{escape(self.button)}</a>")

    def _links(self) -> Iterator[str]:
        for name, url in self.links:
            said = escape(f"{self.button} {name} {self.what}")
            link = f'<a class="of" href="{escape(url)}" aria-label="{said}">{escape(name)}</a>'
            yield link if url else f'<span class="of">{escape(name)}</span>'

    def _detail(self) -> str:
        cited = f'<a class="cite" href="{escape(self.rule.url)}">{escape(self.rule.citation)}</a>' if self.rule else ""
        told = " · ".join(filter(None, (escape(self.detail), cited)))
        return f'<p class="detail">{told}</p>' if told else ""

    __getitem__ = object.__getattribute__  # a template asks by key first: on a page of many lines each refusal would be felt
