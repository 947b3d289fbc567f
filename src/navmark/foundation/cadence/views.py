"""Duties: the whole list, what is not needed this time, and the day the superior set."""

from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext_lazy
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from navmark.foundation.cadence import access, actions, queries
from navmark.foundation.cadence.alike import sections
from navmark.foundation.cadence.forms import ExcuseForm, PartyYearForm
from navmark.foundation.cadence.matters import all_of
from navmark.foundation.cadence.models import DutyState, PartyYear
from navmark.foundation.cadence.offers import Offer, offers_for
from navmark.foundation.people.access import open_to
from navmark.foundation.people.naming import name_on
from navmark.foundation.people.on_behalf import TYPE_FOR_OTHERS, may_type_for_others
from navmark.foundation.people.owing import home_seen, units_led
from navmark.foundation.ui.steps import press, step
from navmark.foundation.ui.undo import tell_with_undo

PER_PAGE = 50
FILTERS = {"all": pgettext_lazy("duties", "all"), **{state.value: state.label for state in queries.ORDER}}


@open_to()
@require_GET
def duties(request: HttpRequest) -> HttpResponse:
    """What the viewer and her units have not finished, with the same buttons as Today; all of it, or one state, when asked."""
    viewer = request.viewer
    wanted = request.GET.get("state", "")
    places = {unit.pk: unit for unit in units_led(viewer)}
    owed = all_of([viewer.person.pk, *places], on=viewer.on)
    unfinished = [one for one in owed if one.state in queries.UNFINISHED]
    shown = unfinished if wanted not in FILTERS else [one for one in owed if wanted in ("all", one.state)]
    page = Paginator(shown, PER_PAGE).get_page(request.GET.get("page"))
    offers = offers_for(viewer, list(page))
    excuses = queries.excuses_of([one.duty for one in page])
    for one in page:
        place = places.get(one.duty.subject_id)
        one.duty.owner = name_on(place, viewer.on) if place else _("yourself")
        one.duty.excuse = excuses.get(one.duty.pk, "")
        one.duty.offer = offers.get(one.duty.pk) or Offer()
        one.duty.may_be_excused = one.can_be_waived and access.may_settle(viewer, one.duty, home_seen(viewer, place))
        one.duty.may_be_on_paper = one.duty.may_be_excused and actions.began_within(one.duty, viewer.person.school.in_use_since)
    late = sum(one.state == DutyState.LATE for one in unfinished)
    hers = sum(access.acts_on(viewer, one.duty) for one in unfinished)
    wanted = wanted if wanted in FILTERS else ""
    context = {"page": page, "filters": _filters(owed, wanted), "wanted": wanted, "late": late}
    context |= {"hers": hers, "left": len(unfinished) - hers}
    context |= {"sections": sections(page, on=viewer.on), "count": len(unfinished), "settles": may_type_for_others(viewer)}
    return render(request, "cadence/list.html", context | {"party_years": list(PartyYear.objects.order_by("-year"))})


def _filters(owed: list[queries.Owed], wanted: str) -> list[tuple[str, str]]:
    """Only states that something is in, and the one that is looked at; none for a list that is empty."""
    found = {one.state.value for one in owed} | {"all", wanted}
    return [(value, str(label)) for value, label in FILTERS.items() if owed and value in found]


@open_to()
@require_http_methods(["GET", "POST"])
def excuse(request: HttpRequest, pk: UUID) -> HttpResponse:
    duty = access.duty_to_waive(request.viewer, pk)
    is_task, title = duty.cadence_id is None, queries.title_of(duty)
    form = ExcuseForm(request.POST or None, viewer=request.viewer, is_task=is_task)
    asked = _("Called off: %(title)s") if is_task else _("Not needed this time: %(title)s")
    told = _("Noted as called off: %(title)s") if is_task else _("Noted as not needed this time: %(title)s")
    return step(
        request,
        form,
        lambda: actions.excuse(duty, **form.cleaned_data, by=request.viewer.person, at=timezone.now()),
        title=asked % {"title": title},
        lead=queries.period_words(duty),
        done=told % {"title": title},
        back=reverse("cadence:list"),
        template="cadence/excuse.html",
        reasons=duty.cadence.may_excuse if duty.cadence else (),
    )


@open_to()
@require_POST
def on_paper(request: HttpRequest, pk: UUID) -> HttpResponse:
    """What the school had done on paper when it began here, by one tap."""
    duty = access.duty_to_waive(request.viewer, pk)
    by, at = request.viewer.person, timezone.now()

    def note() -> None:
        actions.done_on_paper(duty, by=by, at=at)
        told = _("Noted as done on paper: %(title)s") % {"title": queries.title_of(duty)}
        tell_with_undo(request, told, url=reverse("cadence:ask_again", args=[duty.pk]))

    return press(request, note, back=reverse("cadence:list"))


@open_to()
@require_POST
def ask_again(request: HttpRequest, pk: UUID) -> HttpResponse:
    duty = access.duty_to_excuse(request.viewer, pk)
    actions.take_excuse_back(duty, by=request.viewer.person, at=timezone.now())
    messages.success(request, _("It is to do again."))
    return redirect("cadence:list")


@open_to(*TYPE_FOR_OTHERS)
@require_http_methods(["GET", "POST"])
def party_year(request: HttpRequest) -> HttpResponse:
    """The superior's notice has come: by when are the yearly items to be done?"""
    form = PartyYearForm(request.POST or None, initial={"year": request.viewer.on.year})
    by, at = request.viewer.person, timezone.now()
    return step(
        request,
        form,
        lambda: actions.set_party_year(**form.cleaned_data, by=by, at=at),
        title=_("By when are the yearly items to be done?"),
        lead=_(
            "The organisational life meeting and the review belong to a year; the superior's notice sets the day, often between"
            " January and March. Until it comes they are never late."
        ),
        done=_("The superior's notice is noted."),
        field="closes_on",
        back=reverse("cadence:list"),
    )
