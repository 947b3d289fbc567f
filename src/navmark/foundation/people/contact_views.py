"""A community worker in one step: who she is, her community, and then the slip with which she opens her account."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from navmark.foundation.people import actions
from navmark.foundation.people.access import MANAGERS, open_to
from navmark.foundation.people.forms.contacts import ContactForm
from navmark.foundation.people.models import Person
from navmark.foundation.people.slips import WITHOUT
from navmark.foundation.people.steps import step


@open_to(*MANAGERS)
@require_http_methods(["GET", "POST"])
def add_contact(request: HttpRequest) -> HttpResponse:
    form = ContactForm(request.POST or None, initial={"community": _asked(request.GET.get("unit", ""))})
    by, at = request.viewer.person, timezone.now()
    return step(
        request,
        form,
        lambda: actions.add_contact(**form.cleaned_data, by=by, at=at),
        title=_("Add a community worker"),
        lead=_(
            "She is no staff: of the school she sees nothing but what names her community. Next, print the slip for her account."
        ),
        button=_("Add"),
        back=reverse("people:list"),
        then=slip_for,
    )


def slip_for(person: Person) -> str:
    """The page of codes with her chosen."""
    return reverse("people:codes", query={"who": WITHOUT, "choose": str(person.pk)})


def _asked(unit: str) -> str:
    """The community from whose page one comes; an address that is none asks for none."""
    try:
        return str(UUID(unit))
    except ValueError:
        return ""
