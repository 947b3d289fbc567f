"""What is refused though it was expected: its words say what is wrong and how to mend it."""

from typing import Any

from django.utils.translation import gettext as _


class Refusal(ValueError):
    """A page shows its words, at the field where it is mended, and keeps what was typed. Every room's refusals derive from it."""

    def __init__(self, words: str = "", *, field: str = "") -> None:
        super().__init__(words)
        self.field = field  # its name; where the page asks no such field, the words stand above the form


class Stale(Refusal):
    """Somebody else saved in between; `current` is the row as it is now."""

    def __init__(self, current: Any) -> None:
        super().__init__(
            _("Somebody else has changed this in the meantime. Both versions are shown; put them together and save.")
        )
        self.current = current
