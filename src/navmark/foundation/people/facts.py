"""The kinds of fact on record about a person, and how each begins and ends."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.http import Http404
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from navmark.foundation.people import actions
from navmark.foundation.people.access import statuses_for
from navmark.foundation.people.dated import Dated
from navmark.foundation.people.forms import facts as own
from navmark.foundation.people.forms.guardians import GuardianForm
from navmark.foundation.people.models import (
    Absence,
    Engagement,
    EngagementKind,
    Exemption,
    Guardianship,
    PartyStatus,
    Person,
    Post,
    RightsSuspension,
    Teaching,
    UnitMembership,
)
from navmark.foundation.people.naming import name_on, post_on
from navmark.foundation.people.viewer import Viewer


@dataclass(frozen=True)
class Fact:
    """A kind of fact: its rows, the words for one, who may read it, and the two steps."""

    title: str | Promise
    model: type[Dated]
    words: Callable[[Any, date], str]  # of a row, on a day
    form: type[forms.Form] | None = None  # None: it begins elsewhere
    begin: Callable[..., Any] | None = None
    end: Callable[..., Any] | None = None
    end_form: type[forms.Form] = own.EndForm
    related: tuple[str, ...] = ()
    of: str = "person"  # the column that says whose fact it is
    leads_to: str = ""  # the column with another person, whose page it leads to
    is_public: bool = False  # members see names, posts and groups; the rest is for those who manage people

    @property
    def may_begin(self) -> bool:
        """For templates, which would call `begin` instead of asking whether it is there."""
        return self.begin is not None

    @property
    def may_end(self) -> bool:
        return self.end is not None


FACTS = {
    "posts": Fact(_("Posts"), Post, post_on, own.PostForm, actions.appoint, actions.dismiss, related=("unit",), is_public=True),
    "status": Fact(
        _("Party status"),
        PartyStatus,
        lambda row, on: f"{row.get_status_display()} · {row.branch.name}",
        own.StatusForm,
        actions.set_status,
        actions.end_status,
        related=("branch",),
    ),
    "units": Fact(
        _("Units"),
        UnitMembership,
        lambda row, on: name_on(row.unit, on),
        own.PlaceForm,
        actions.move,
        actions.leave_unit,
        related=("unit",),
        is_public=True,
    ),
    "teaching": Fact(
        _("Teaches"),
        Teaching,
        lambda row, on: f"{name_on(row.unit, on)} · {row.subject}",
        own.LessonForm,
        actions.teach,
        actions.end_teaching,
        related=("unit",),
        is_public=True,
    ),
    "absences": Fact(
        _("Absences"),
        Absence,
        lambda row, on: f"{row.get_kind_display()} {row.note}".strip(),
        own.AbsenceForm,
        actions.note_absence,
        actions.end_absence,
    ),
    "exemptions": Fact(
        _("Exemptions"), Exemption, lambda row, on: row.reason, own.ExemptionForm, actions.exempt, actions.end_exemption
    ),
    "suspensions": Fact(
        _("Suspended rights"),
        RightsSuspension,
        lambda row, on: row.basis,
        own.SuspensionForm,
        actions.suspend,
        actions.end_suspension,
    ),
    "engagements": Fact(
        _("At this school"),
        Engagement,
        lambda row, on: " · ".join(filter(None, (row.get_kind_display(), row.get_leaving_display()))),
        own.EngagementForm,
        actions.engage,
        actions.end_engagement,
        own.LeavingForm,
    ),
    "guardians": Fact(
        _("Guardians"),
        Guardianship,
        lambda row, on: f"{row.guardian.name} · {row.relation}",
        GuardianForm,
        actions.add_guardian,
        actions.end_guardian,
        related=("guardian",),
        of="child",
        leads_to="guardian_id",
    ),
    "children": Fact(
        _("Children at this school"),
        Guardianship,
        lambda row, on: f"{row.child.name} · {row.relation}" if row.relation else row.child.name,
        related=("child",),
        of="guardian",
        leads_to="child_id",
    ),
}


def fits(code: str, person: Person) -> bool:
    """Only a pupil has guardians, only a guardian children; every other fact may be true of anybody."""
    if code == "children":
        return Guardianship.objects.filter(guardian=person).exists()
    return code != "guardians" or Engagement.objects.filter(person=person, kind=EngagementKind.PUPIL).exists()


def rows_for(viewer: Viewer, fact: Fact, person: Person) -> QuerySet:
    """The rows of one kind that this viewer may read: of Party status, an application is left out for all but its keepers."""
    rows = fact.model.objects.filter(**{fact.of: person}).select_related(*fact.related)
    return rows.filter(status__in=statuses_for(viewer)) if fact.model is PartyStatus else rows


def form_for(viewer: Viewer, fact: Fact, answers: Any = None) -> forms.Form:
    """The form that begins a fact; it offers the kinds of Party status this viewer may read."""
    if fact.form is None:
        raise Http404
    form = fact.form(answers)
    if fact.model is PartyStatus:
        form.fields["status"].choices = [(one.value, one.label) for one in statuses_for(viewer)]  # type: ignore[attr-defined]
    return form
