"""Yes, no, and not said yet, which are three."""

from dataclasses import dataclass
from typing import Any, Literal

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from navmark.foundation.papers.fields import PaperField, Standing, Value
from navmark.foundation.papers.known import Known
from navmark.foundation.papers.refusals import Unfit
from navmark.foundation.tables import cells


@dataclass(frozen=True, kw_only=True)
class YesNo(PaperField, type="yes_no"):
    """是否. `must`: only with this answer may whoever asks for it go on; another may be given, and stops there."""

    must: Literal["", "yes", "no"] = ""

    def form_field(self, known: Known, standing: Standing = ()) -> forms.Field:
        choices = [("", pgettext("answer", "not said")), ("yes", pgettext("answer", "yes")), ("no", pgettext("answer", "no"))]
        return forms.ChoiceField(choices=choices, widget=forms.RadioSelect)

    def forbids(self, value: Value) -> str:
        if not self.must or value is None or value == (self.must == "yes"):
            return ""
        said = {"label": self.name, "answer": pgettext("answer", self.must)}
        return _("This goes on only where “%(label)s” is answered “%(answer)s”.") % said

    def initial(self, value: Value, known: Known) -> Any:
        return "" if value is None else "yes" if value else "no"

    def taken(self, cleaned: Any, known: Known, standing: Standing = ()) -> Value:
        return {"yes": True, "no": False}.get(cleaned)

    def restored(self, stored: Any) -> Value:
        if not isinstance(stored, bool):
            raise Unfit(_("This is neither yes nor no."))
        return stored

    def words(self, value: Value, known: Known) -> str:
        return "" if value is None else pgettext("answer", "yes") if value else pgettext("answer", "no")

    def for_the_pen(self, known: Known) -> str:
        return "□是\u3000□否"

    def read(self, text: str, known: Known) -> Value:
        return cells.yes_no(text)
