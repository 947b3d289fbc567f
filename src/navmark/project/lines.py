"""One line of the home page."""

from dataclasses import dataclass
from datetime import date

from django.utils.functional import Promise


@dataclass(frozen=True)
class WaitingLine:
    """One line of the page: what, whose, when, by which rule, and the one button."""

    what: str
    state: str
    state_label: str | Promise
    when: date | None
    detail: str = ""
    rule_id: str = ""
    citation: str = ""
    button: str | Promise = ""
    url: str = ""
    is_post: bool = False
    anchor: str = ""
    links: tuple[tuple[str, str], ...] = ()  # of equal matters folded into one: each unit, and where its button leads
