"""What is on record about one person, fact by fact, and how each fact begins and ends."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django import forms
from django.db.models import F, QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from navmark.foundation.people import actions
from navmark.foundation.people.access import keeps_applications, may_manage_people, statuses_for
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
    UnitMembership,
)
from navmark.foundation.people.naming import name_on, post_on
from navmark.foundation.people.roles import Viewer


@dataclass(frozen=True)
class Fact:
    """A kind of fact: its rows, the words for one, who may read it, and the two steps."""

    title: str | Promise
    model: type[Dated]
    words: Callable[[Any, date], str]  # of a row, on a day
    form: type[forms.Form]
    begin: Callable[..., Any]
    end: Callable[..., Any] | None = None
    end_form: type[forms.Form] = own.EndForm
    related: tuple[str, ...] = ()
    of: str = "person"  # the column that says whose fact it is
    leads_to: str = ""  # the column with another person, whose page it leads to
    is_public: bool = False  # members see names, posts and groups; the rest is for those who manage people

    @property
    def may_end(self) -> bool:
        """For templates, which would call `end` instead of asking whether it is there."""
        return self.end is not None


@dataclass(frozen=True)
class Entry:
    row: Any
    words: str
    is_over: bool
    leads_to: UUID | None


@dataclass(frozen=True)
class Section:
    code: str
    fact: Fact
    entries: list[Entry]


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
}


def fits(code: str, person: Person) -> bool:
    """Only a pupil has guardians; every other fact may be true of anybody."""
    return code != "guardians" or Engagement.objects.filter(person=person, kind=EngagementKind.PUPIL).exists()


def rows_for(viewer: Viewer, fact: Fact, person: Person) -> QuerySet:
    """The rows of one kind that this viewer may read: of Party status, an application is left out for all but its keepers."""
    rows = fact.model.objects.filter(**{fact.of: person}).select_related(*fact.related)
    return rows.filter(status__in=statuses_for(viewer)) if fact.model is PartyStatus else rows


def form_for(viewer: Viewer, fact: Fact, answers: Any = None) -> forms.Form:
    """The form that begins a fact; it offers the kinds of Party status this viewer may read."""
    form = fact.form(answers)
    if fact.model is PartyStatus:
        form.fields["status"].choices = [(one.value, one.label) for one in statuses_for(viewer)]  # type: ignore[attr-defined]
    return form


OF_FAMILIES = (
    "guardians",
    "units",
    "absences",
    "engagements",
)  # a child holds no post and has no Party status: no empty box asks for one


def dossier_of(person: Person, viewer: Viewer, *, of_family: bool = False) -> list[Section]:
    """Every section this viewer may read, newest fact first; one query a section. Of a family's file, only what fits or is."""
    manages = may_manage_people(viewer)
    found = []
    for code, fact in FACTS.items():
        if not fits(code, person) or not (
            manages or fact.is_public or (fact.model is PartyStatus and keeps_applications(viewer))
        ):
            continue
        rows = rows_for(viewer, fact, person)
        rows = rows.order_by(F("to_day").desc(nulls_first=True), F("from_day").desc(nulls_last=True))
        entries = [
            Entry(
                row,
                str(fact.words(row, viewer.on)),
                bool(row.to_day and row.to_day < viewer.on),
                getattr(row, fact.leads_to or "none", None),
            )
            for row in rows
        ]
        shown = entries if manages else [entry for entry in entries if not entry.is_over]
        if shown or not of_family or code in OF_FAMILIES:
            found.append(Section(code, fact, shown))
    return found
