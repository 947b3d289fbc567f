"""The branch: its committee and term, its Party groups with their leaders, its clerks."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from navmark.foundation.people import actions
from navmark.foundation.people.access import INSIDERS, MANAGERS, branch_here, may_manage_people, open_to
from navmark.foundation.people.forms.branch import CommitteeTermForm, NewGroupForm, NewUnitForm
from navmark.foundation.people.gathering import gathered_of
from navmark.foundation.people.models import CommitteeTerm
from navmark.foundation.people.overview import branch_overview
from navmark.foundation.people.steps import step


@open_to(*INSIDERS)
@require_GET
def branch(request: HttpRequest, pk: UUID) -> HttpResponse:
    viewer = request.viewer
    subject = branch_here(pk)
    context = {"overview": branch_overview(subject, viewer.on), "gathered": gathered_of(viewer, subject)}
    return render(request, "people/branch.html", context | {"manages": may_manage_people(viewer)})


@open_to(*MANAGERS)
@require_http_methods(["GET", "POST"])
def add_branch(request: HttpRequest) -> HttpResponse:
    form = NewUnitForm(request.POST or None)
    by, at = request.viewer.person, timezone.now()
    return step(
        request,
        form,
        lambda: actions.create_branch(**form.cleaned_data, by=by, at=at),
        title=_("Add a Party branch"),
        button=_("Add"),
        field="name",
        back=reverse("people:units"),
        then=lambda made: reverse("people:branch", args=[made.pk]),
    )


@open_to(*MANAGERS)
@require_http_methods(["GET", "POST"])
def rename(request: HttpRequest, pk: UUID) -> HttpResponse:
    subject = branch_here(pk)
    form = NewUnitForm(request.POST or None, initial={"name": subject.name})
    by, at = request.viewer.person, timezone.now()
    return step(
        request,
        form,
        lambda: actions.rename_unit(subject, **form.cleaned_data, by=by, at=at),
        title=_("Correct the name of the branch"),
        field="name",
        back=reverse("people:branch", args=[pk]),
    )


@open_to(*MANAGERS)
@require_http_methods(["GET", "POST"])
def add_group(request: HttpRequest, pk: UUID) -> HttpResponse:
    subject = branch_here(pk)
    form = NewGroupForm(request.POST or None, initial={"number": subject.children.count() + 1})
    by, at = request.viewer.person, timezone.now()
    return step(
        request,
        form,
        lambda: actions.create_group(subject, **form.cleaned_data, by=by, at=at),
        title=_("Add a Party group"),
        button=_("Add"),
        back=reverse("people:branch", args=[pk]),
    )


@open_to(*MANAGERS)
@require_http_methods(["GET", "POST"])
def term(request: HttpRequest, pk: UUID) -> HttpResponse:
    """When the committee was elected: corrected where it is on record, else entered."""
    known = CommitteeTerm.objects.filter(branch=branch_here(pk)).first()
    if known is None:
        return _term_step(request, pk, _("Term of the committee"))
    initial = {name: getattr(known, name) for name in CommitteeTermForm.base_fields}
    return _term_step(request, pk, _("Correct the term of the committee"), corrected=known, initial=initial)


@open_to(*MANAGERS)
@require_http_methods(["GET", "POST"])
def new_term(request: HttpRequest, pk: UUID) -> HttpResponse:
    """A new committee was elected; the term before stays on record."""
    known = CommitteeTerm.objects.filter(branch=branch_here(pk)).first()
    initial = {"number": known.number + 1} if known and known.number else None
    return _term_step(request, pk, _("Enter a new term of the committee"), initial=initial)


def _term_step(
    request: HttpRequest, pk: UUID, title: str, *, corrected: CommitteeTerm | None = None, initial: dict[str, Any] | None = None
) -> HttpResponse:
    form = CommitteeTermForm(request.POST or None, initial=initial)

    def write() -> None:
        who = {"by": request.viewer.person, "at": timezone.now()}
        if corrected:
            actions.correct_committee_term(corrected, **form.cleaned_data, **who)
        else:
            actions.start_committee_term(branch_here(pk), **form.cleaned_data, **who)

    lead = _("Without a date of the next election it is three years later (支部工作条例: 每届任期一般为3年).")
    back = reverse("people:branch", args=[pk])
    return step(request, form, write, title=title, lead=lead, field="elected_on", back=back)
