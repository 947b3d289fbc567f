"""What a rule frowns upon: done only by a recorded decision, with the rule beside it."""

from django import forms
from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from navmark.foundation.people.access import open_to
from navmark.foundation.people.circles.named import ADMINISTRATOR
from navmark.foundation.programme import changing, drafting
from navmark.foundation.programme.forms import WhyForm
from navmark.foundation.programme.policy_forms import FrownedForm, PolicyForm
from navmark.foundation.programme.views.pages import file_of
from navmark.foundation.programme.views.readable import readable
from navmark.foundation.statute.book import rule
from navmark.foundation.ui.steps import step


@open_to(ADMINISTRATOR)
@readable
@require_http_methods(["GET", "POST"])
def policy(request: HttpRequest, pillar: str, name: str, code: str = "") -> HttpResponseBase:
    """One more of them on a page, or one said otherwise."""
    file, viewer = file_of(pillar, name), request.viewer
    page = changing.page_or_404(file)
    told = page.get("policy", {}).get(code, {})
    if code and not told:
        raise Http404
    initial = told | {"behind": drafting.shut_by(page, code) if code else []}
    form = FrownedForm(request.POST or None, kinds=drafting.titled_kinds(page), on=viewer.on, initial=initial)

    def act() -> None:
        drafting.put_policy(page, code, form.cleaned_data)
        why = form.cleaned_data["why"]
        changing.change(file, page, why=why, by=viewer.person, at=timezone.now(), on=viewer.on)

    title = _("Change: %(title)s") % told if code else _("Only by decision: %(title)s") % page
    lead = _("What a rule frowns upon is off until somebody has decided it on record: who, when, on what basis.")
    back = reverse("programme:page", args=[pillar, name])
    return step(request, form, act, field="rule", title=title, lead=lead, back=back, button=_("Save"), done=_("Changed."))


@open_to(ADMINISTRATOR)
@readable
@require_http_methods(["GET", "POST"])
def drop(request: HttpRequest, pillar: str, name: str, code: str) -> HttpResponseBase:
    """Out of the page. The edition before keeps it, with its decision, and can be had back."""
    file, viewer = file_of(pillar, name), request.viewer
    page = changing.page_or_404(file)
    told = page.get("policy", {}).get(code)
    if told is None:
        raise Http404
    form = WhyForm(request.POST or None)

    def act() -> None:
        drafting.drop_policy(page, code)
        changing.change(file, page, why=form.cleaned_data["why"], by=viewer.person, at=timezone.now(), on=viewer.on)

    return step(
        request, form, act, field="why", title=_("Take out: %(title)s") % told, button=_("Take out"), done=_("Changed."),
        lead=_("Only what nothing depends on is taken out. The edition before keeps it, and leads back."),
        back=reverse("programme:page", args=[pillar, name]),
    )  # fmt: skip


@open_to(ADMINISTRATOR)
@readable
@require_http_methods(["GET", "POST"])
def decide(request: HttpRequest, pillar: str, name: str, code: str, to: str) -> HttpResponseBase:
    file, viewer, is_on = file_of(pillar, name), request.viewer, to == "on"
    page = changing.page_or_404(file)
    policy = page.get("policy", {}).get(code)
    if policy is None:
        raise Http404
    form: forms.Form = (PolicyForm if is_on else WhyForm)(request.POST or None)

    def act() -> None:
        said = form.cleaned_data
        drafting.decide(page, code, said if is_on else None)
        changing.change(file, page, why=said["basis" if is_on else "why"], by=viewer.person, at=timezone.now(), on=viewer.on)

    meets = rule(policy["rule"], on=viewer.on)
    title = _("By decision: %(title)s") if is_on else _("Switch off: %(title)s")
    return step(
        request, form, act, field="basis" if is_on else "why", title=title % policy, lead=f"{meets.citation()}：{meets.text()}",
        back=reverse("programme:page", args=[pillar, name]), button=_("Save"), done=_("Changed."),
    )  # fmt: skip
