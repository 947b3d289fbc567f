"""A new table of who teaches what where."""

from typing import Any

from django.utils.translation import gettext_lazy

from navmark.foundation.people.forms.fields import day_field
from navmark.foundation.tables.forms import UploadForm


class TeachingForm(UploadForm):
    from_day = day_field(gettext_lazy("Holds from"), today=True)
    field_order = ("file", "pasted", "worksheet", "from_day")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, columns=(), **kwargs)

    def again(self) -> dict[str, str]:
        """The same table as a paste, for the button that takes it."""
        text = "\n".join("\t".join(" ".join(cell.split()) for cell in row) for row in self.table.rows)
        return {"pasted": text, "from_day": self.cleaned_data["from_day"].isoformat()}
