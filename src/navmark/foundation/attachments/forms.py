"""What a person says when attaching files: what they are, and which."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.functional import lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from navmark.foundation.attachments.actions import LARGEST
from navmark.foundation.attachments.media import MEDIA
from navmark.foundation.attachments.models import FileKind
from navmark.foundation.attachments.owners import FilePlace

PLACE = "at:"  # before the key of a question


def _help() -> str:
    return _(
        "Several at once, each up to %(limit)d MB: %(kinds)s. Photographs may be left out; where pupils can be recognised, "
        "their guardians must have agreed. The place and time that a phone hides in a photograph are taken out."
    ) % {"limit": LARGEST // 1024**2, "kinds": "、".join(MEDIA)}


class FilesInput(forms.FileInput):
    allow_multiple_selected = True


class FilesField(forms.FileField):
    """One or several files; the room's own checks speak about an empty one."""

    widget = FilesInput

    def clean(self, data: Any, initial: Any = None) -> list[Any]:
        clean_one = super().clean
        return [clean_one(one, initial) for one in data or [None]]


class FilesForm(forms.Form):
    """Its ids are its own, because it stands on pages with other forms."""

    # No kind is chosen beforehand: a photograph must not pass for the signed sheet because nobody looked.
    kind = forms.ChoiceField(label=gettext_lazy("What is it?"), choices=[("", gettext_lazy("Please choose")), *FileKind.choices])
    files = FilesField(
        label=gettext_lazy("Files"),
        allow_empty_file=True,
        error_messages={"required": gettext_lazy("Choose a file.")},
        help_text=lazy(_help, str)(),
        widget=FilesInput(attrs={"accept": ",".join(f".{extension}" for extension in MEDIA)}),
    )

    def __init__(self, *args: Any, places: Iterable[FilePlace] = (), **kwargs: Any) -> None:
        super().__init__(*args, auto_id="attach-%s", **kwargs)
        first, *kinds = self.fields["kind"].choices
        self.fields["kind"].choices = [first, *((f"{PLACE}{one.key}", one.label) for one in places), *kinds]

    @property
    def what(self) -> dict[str, str]:
        """As `actions.attach` takes it: a kind, or the place where it hangs."""
        chosen = self.cleaned_data["kind"]
        return {"place": chosen.removeprefix(PLACE)} if chosen.startswith(PLACE) else {"kind": chosen}
