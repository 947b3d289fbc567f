from django.urls import path

from navmark.foundation.programme.views import editing, kinds, pages, whole

app_name = "programme"
urlpatterns = [
    path("", whole.listed, name="list"),
    path("files.zip", whole.files, name="files"),
    path("programme.xlsx", whole.workbook, name="workbook"),
    path("bring/", whole.bring, name="bring"),
    path("newer/", whole.newer, name="newer"),
    path("drafts/<uuid:pk>/", whole.draft, name="draft"),
    path("add/", editing.add, name="add"),
    path("pages/<slug:pillar>/<slug:name>/", pages.page, name="page"),
    path("pages/<slug:pillar>/<slug:name>/back/", pages.take_back, name="take_back"),
    path("pages/<slug:pillar>/<slug:name>/off/", pages.switch, {"to": "off"}, name="off"),
    path("pages/<slug:pillar>/<slug:name>/on/", pages.switch, {"to": "on"}, name="on"),
    path("pages/<slug:pillar>/<slug:name>/<slug:noun>/<slug:code>/add/", editing.field, name="add_field"),
    path("pages/<slug:pillar>/<slug:name>/<slug:noun>/<slug:code>/settings/", kinds.settings, name="settings"),
    path("pages/<slug:pillar>/<slug:name>/<slug:noun>/<slug:code>/sheet/", kinds.blank, name="blank"),
    path("pages/<slug:pillar>/<slug:name>/<slug:noun>/<slug:code>/fields/<slug:key>/", editing.field, name="field"),
    path("pages/<slug:pillar>/<slug:name>/<slug:noun>/<slug:code>/fields/<slug:key>/retire/", editing.retire, name="retire"),
]
