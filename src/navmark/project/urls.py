"""Every address of the product. A room or mechanism brings its own `urls.py`; this file only hangs them up."""

from functools import partial

from django.http import HttpRequest, HttpResponse
from django.urls import include, path, reverse
from django.views import defaults

from navmark.foundation.almanac import views as almanac
from navmark.foundation.people.access import open_to
from navmark.foundation.people.circles.named import ADMINISTRATOR, CLERK, SECRETARY
from navmark.foundation.programme.cards import cards
from navmark.project import export_views, finding_views, places_views, views
from navmark.project.rights import views as rights_views

keepers_only = open_to(SECRETARY, CLERK, ADMINISTRATOR)


@keepers_only
def terms(request: HttpRequest) -> HttpResponse:
    """The almanac knows no roles: who keeps the school's calendar is said here."""
    return almanac.terms(request, by=request.viewer.person.pk, holidays_at=reverse("holidays"))


@keepers_only
def holidays(request: HttpRequest) -> HttpResponse:
    return almanac.holidays(request, by=request.viewer.person.pk, terms_at=reverse("terms"))


urlpatterns = [
    path("", views.home, name="today"),
    path("healthz", views.health, name="health"),
    path("language/", views.language, name="language"),
    path("", include("navmark.foundation.people.account_urls")),
    path("people/", include("navmark.foundation.people.urls")),
    path("people/", include("navmark.foundation.privacy.urls")),
    path("calendar/terms/", terms, name="terms"),
    path("calendar/holidays/", holidays, name="holidays"),
    path("find/", finding_views.search, name="find"),
    path("places/", places_views.places, name="places"),
    path("places/<slug:name>/", places_views.shelf, name="shelf"),
    path("rights/", rights_views.who_may_what, name="rights"),
    path("rights/print/", rights_views.who_may_what_sheet, name="rights-sheet"),
    path("export/", export_views.export, name="export"),
    path("", include("navmark.foundation.statute.urls")),
    path("duties/", include("navmark.foundation.cadence.urls")),
    path("notices/", include("navmark.foundation.notices.urls")),
    path("files/", include("navmark.foundation.attachments.urls")),
    path("records/", include("navmark.foundation.records.urls")),
    path("", include("navmark.foundation.activities.urls")),
    path("", include("navmark.foundation.links.urls")),
    path("registers/slips/", include("navmark.foundation.slips.urls")),
    path("registers/outings/", include("navmark.foundation.outings.urls")),
    path("registers/", include("navmark.foundation.registers.urls")),
    path("rotas/", include("navmark.foundation.rotas.urls")),
    path("term-plan/", include("navmark.foundation.termplan.urls")),
    path("handover/", include("navmark.foundation.programme.handing.urls")),
    path("programme/", include("navmark.foundation.programme.urls")),
    path("pledges/", include("navmark.foundation.pledges.urls")),
    path("proceedings/", include("navmark.foundation.proceedings.urls")),
    *[path(card.path, include(card.urls)) for card in cards()],
]

handler400 = partial(defaults.bad_request, template_name="project/400.html")
handler403 = partial(defaults.permission_denied, template_name="project/403.html")
handler404 = partial(defaults.page_not_found, template_name="project/404.html")
handler500 = partial(defaults.server_error, template_name="project/500.html")
