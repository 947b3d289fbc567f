"""The list of people, one person, and the steps that change what is on record about somebody."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from navmark.foundation.people import actions, handing, listing
from navmark.foundation.people.access import INSIDERS, MANAGERS, is_of_a_family, may_manage_people, open_to
from navmark.foundation.people.dossier import dossier_of, entries_of
from navmark.foundation.people.facts import FACTS, fits, form_for, rows_for
from navmark.foundation.people.files import about_one, the_keeper
from navmark.foundation.people.forms.details import ColleagueForm, DetailsForm, SealedForm
from navmark.foundation.people.glyphs import unprintable
from navmark.foundation.people.merging.actions import merged_today
from navmark.foundation.people.merging.twins import twin_of
from navmark.foundation.people.models import Person
from navmark.foundation.people.steps import step
from navmark.foundation.people.viewer import Viewer

LEAVES = ("engagements", "posts")  # the facts whose end may leave something without anybody


@open_to(*INSIDERS)
@require_GET
def people(request: HttpRequest) -> HttpResponse:
    viewer = request.viewer
    tabs = listing.tabs_for(viewer)
    tab = request.GET.get("tab", tabs[0])
    if tab not in tabs:
        raise Http404
    if tab == listing.PUPILS and (asked := the_keeper().ask_list(request, None)):
        return asked
    units = listing.units_of_tab(tab, viewer.on)
    unit, text = request.GET.get("unit", ""), request.GET.get("q", "")
    if unit and unit not in dict(units):
        raise Http404
    page, lines = listing.page_of(viewer, tab=tab, unit=unit, text=text, number=request.GET.get("page"))
    context = {"tab": tab, "tabs": tabs, "units": units, "unit": unit, "text": text, "page": page, "lines": lines}
    return render(request, "people/list.html", context | {"manages": may_manage_people(viewer)})


@open_to(*INSIDERS)
@about_one()
@require_GET
def person(request: HttpRequest, subject: Person) -> HttpResponse:
    viewer = request.viewer
    manages, of_family = may_manage_people(viewer), is_of_a_family(subject)
    sections = dossier_of(subject, viewer, of_family=of_family)
    context = {"person": subject, "sections": sections, "manages": manages, "unprintable": unprintable(subject.name)}
    context |= {"handed_over_at": "" if of_family or not manages else handing.page_for(subject)}
    context |= {"merged_today": merged_today(subject, on=viewer.on) if manages else None}
    context |= {"is_closed": of_family, "foot": the_keeper().foot(subject) if manages else ""}
    return render(request, "people/person.html", context)


def page_of(subject: Person) -> str:
    return reverse("people:person", args=[subject.pk])


@open_to(*MANAGERS)
@about_one(sealed=True)
@require_GET
def sealed(request: HttpRequest, subject: Person) -> HttpResponse:
    """Identity number, phone and address; of a colleague, also whose guardian she is."""
    children = entries_of(FACTS["children"], subject, request.viewer)
    context = {"person": subject, "extras": subject.extras, "children": children, "manages": True}
    return render(request, "people/sealed.html", context)


@open_to(*MANAGERS)
@require_http_methods(["GET", "POST"])
def add(request: HttpRequest) -> HttpResponse:
    form = ColleagueForm(request.POST or None)
    by, at = request.viewer.person, timezone.now()
    return step(
        request,
        form,
        lambda: actions.add_colleague(**form.cleaned_data, home=form.home(), by=by, at=at),
        title=_("Add a person to the staff"),
        button=_("Add"),
        back=reverse("people:list"),
        then=_page_to_begin_with,
        template="people/add.html",
    )


def _page_to_begin_with(person: Person) -> str:
    """Whoever seems to have stood here before is compared with her at once."""
    known = twin_of(person)
    return reverse("people:merge", args=[known.pk, person.pk]) if known else page_of(person)


@open_to(*MANAGERS)
@about_one()
@require_http_methods(["GET", "POST"])
def change(request: HttpRequest, subject: Person, part: str) -> HttpResponse:
    forms = {"details": DetailsForm, "sealed": SealedForm}
    before = {field: getattr(subject, field) for field in forms[part]._meta.fields}
    form = forms[part](request.POST or None, instance=subject)

    def change_it() -> None:
        for field, value in before.items():  # the form has set the new values on the row; the action compares
            setattr(subject, field, value)
        actions.change_person(subject, **form.cleaned_data, by=request.viewer.person, at=timezone.now())

    title = _("Correct the details of %(name)s") % {"name": subject.name}
    return step(request, form, change_it, title=title, back=page_of(subject))


@open_to(*MANAGERS)
@about_one()
@require_http_methods(["GET", "POST"])
def begin(request: HttpRequest, subject: Person, fact: str) -> HttpResponse:
    """Note a fact that begins on a day: a status, a post, a place, an absence."""
    about = FACTS[fact]
    if about.begin is None or not fits(fact, subject):
        raise Http404
    form, begun = form_for(request.viewer, about, request.POST or None), about.begin
    by, at = request.viewer.person, timezone.now()
    return step(
        request,
        form,
        lambda: begun(subject, **form.cleaned_data, by=by, at=at),
        title=f"{subject.name} · {about.title}",
        done=_("Recorded."),
        back=page_of(subject),
    )


@open_to(*MANAGERS)
@about_one()
@require_http_methods(["GET", "POST"])
def end(request: HttpRequest, subject: Person, fact: str, row: UUID) -> HttpResponse:
    """Let a fact end on a day."""
    about = FACTS[fact]
    viewer: Viewer = request.viewer
    dated = rows_for(viewer, about, subject).filter(pk=row).first()
    if dated is None or about.end is None:
        raise Http404
    form, ended = about.end_form(request.POST or None), about.end
    by, at = viewer.person, timezone.now()
    return step(
        request,
        form,
        lambda: ended(dated, **form.cleaned_data, by=by, at=at),
        title=_("%(name)s: this ends") % {"name": subject.name},
        lead=about.words(dated, viewer.on),
        done=_("Recorded."),
        back=page_of(subject),
        then=lambda _row: _onward(viewer, subject, fact),
    )


def _onward(viewer: Viewer, subject: Person, fact: str) -> str:
    """Who leaves the school or an office with something open is followed by its hand-over."""
    leaves = fact in LEAVES and handing.is_open_with(viewer, subject)
    return (leaves and handing.page_for(subject)) or page_of(subject)
