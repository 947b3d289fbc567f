"""A meeting of this mechanism before one viewer: what is printed of it, and who may see it."""

from django.urls import reverse
from django.utils.translation import gettext as _

from navmark.foundation.activities.models import Part
from navmark.foundation.activities.occasions.sight import Link, NextStep, Sight, links


class MeetingSight(Sight):
    def audience(self) -> str:
        if self.kind.is_private:
            return _("the two who talked and the secretary, nobody else")
        return _("the committee, the clerk and those invited") if self.kind.expected == ("committee",) else ""

    def printing(self) -> NextStep | None:
        return NextStep(_("Print the record"), reverse("branch_life:print", args=[self.activity.pk, 1]))

    def texts(self) -> str:
        """Before it begins for the group, afterwards for the book and the electronic log."""
        return "" if self.is_cancelled else reverse("branch_life:copy", args=[self.activity.pk])

    def sheets(self, part: Part) -> list[Link]:
        return links(_("The record"), ("branch_life:print", "branch_life:print_docx"), self.activity.pk, part.position)
