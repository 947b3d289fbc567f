"""What is refused of a hand-over."""

from django.utils.translation import gettext as _

from navmark.foundation.ui.refusals import Refusal


class NobodyNamed(Refusal):
    def __init__(self) -> None:
        super().__init__(_("Name at least one person who takes something over."))
