"""Every address of the product. A room or mechanism brings its own `urls.py`; this file only hangs them up."""

from django.urls import include, path

from navmark.foundation.people.access import open_to
from navmark.foundation.people.roles import Role
from navmark.foundation.programme.cards import cards
from navmark.project import views

calendar_keepers = open_to(Role.SECRETARY, Role.CLERK, Role.ADMINISTRATOR)

urlpatterns = [
    path("", views.home, name="today"),
    path("healthz", views.health, name="health"),
    path("language/", views.language, name="language"),
    path("", include("navmark.foundation.people.account_urls")),
    path("people/", include("navmark.foundation.people.urls")),
    path("rules/", include("navmark.foundation.statute.urls")),
    path("duties/", include("navmark.foundation.cadence.urls")),
    path("notices/", include("navmark.foundation.notices.urls")),
    path("records/", include("navmark.foundation.records.urls")),
    path("", include("navmark.foundation.activities.urls")),
    path("proceedings/", include("navmark.foundation.proceedings.urls")),
    *[path(card.path, include(card.urls)) for card in cards()],
]
