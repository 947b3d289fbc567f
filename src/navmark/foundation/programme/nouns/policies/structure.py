"""What a file may say of a policy: something that a rule frowns upon, and by whose decision the school does it all the same."""

from datetime import date
from typing import Annotated

from pydantic import StringConstraints

from navmark.foundation.programme.parts import English, Title, TomlTable


class DecisionTable(TomlTable):
    """Who decided it, when, on what basis."""

    by: Title
    day: date
    basis: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=300)]


class PolicyTable(TomlTable):
    """A switch of its page. What names it as `behind` works only while it is decided: without a decision it is off."""

    title: Title
    title_en: English = ""
    rule: str
    decision: DecisionTable | None = None
