from django.urls import path

from navmark.foundation.programme.turning import POSTS, SHIFTS
from navmark.foundation.programme.views import course, editing, kinds, pages, policies, turns, whole
from navmark.foundation.programme.workbook.sheets import STATE, STEP

app_name = "programme"
REGISTER = "pages/<slug:pillar>/<slug:name>/register/<slug:code>"
ROTA = "pages/<slug:pillar>/<slug:name>/rota/<slug:code>"
urlpatterns = [
    path("", whole.listed, name="list"),
    path("files.zip", whole.files, name="files"),
    path("programme.xlsx", whole.workbook, name="workbook"),
    path("bring/", whole.bring, name="bring"),
    path("newer/", whole.newer, name="newer"),
    path("drafts/<uuid:pk>/", whole.draft, name="draft"),
    path("add/", editing.add, name="add"),
    path("pages/<slug:pillar>/<slug:name>/", pages.page, name="page"),
    path("pages/<slug:pillar>/<slug:name>/pillar/", pages.place, name="place"),
    path("pages/<slug:pillar>/<slug:name>/back/", pages.take_back, name="take_back"),
    path("pages/<slug:pillar>/<slug:name>/off/", pages.switch, {"to": "off"}, name="off"),
    path("pages/<slug:pillar>/<slug:name>/on/", pages.switch, {"to": "on"}, name="on"),
    path("pages/<slug:pillar>/<slug:name>/<slug:noun>/<slug:code>/add/", editing.field, name="add_field"),
    path("pages/<slug:pillar>/<slug:name>/<slug:noun>/<slug:code>/settings/", kinds.settings, name="settings"),
    path("pages/<slug:pillar>/<slug:name>/<slug:noun>/<slug:code>/turns/", turns.turns, name="turns"),
    *(
        one
        for what, called in ((POSTS, "post"), (SHIFTS, "shift"))
        for one in (
            path(f"{ROTA}/{what}/add/", turns.slot, {"what": what}, name=f"add_{called}"),
            path(f"{ROTA}/{what}/<slug:key>/", turns.slot, {"what": what}, name=called),
            path(f"{ROTA}/{what}/<slug:key>/drop/", turns.drop_slot, {"what": what}, name=f"drop_{called}"),
        )
    ),
    path("pages/<slug:pillar>/<slug:name>/<slug:noun>/<slug:code>/sheet/", kinds.blank, name="blank"),
    path("pages/<slug:pillar>/<slug:name>/<slug:noun>/<slug:code>/fields/<slug:key>/", editing.field, name="field"),
    path("pages/<slug:pillar>/<slug:name>/<slug:noun>/<slug:code>/fields/<slug:key>/retire/", editing.retire, name="retire"),
    path(f"{REGISTER}/steps/add/", course.add_step, name="add_step"),
    path(f"{REGISTER}/steps/<slug:key>/", course.put_step, name="put_step"),
    path(f"{REGISTER}/states/<slug:key>/", course.put_state, name="put_state"),
    path(f"{REGISTER}/steps/<slug:key>/drop/", course.drop, {"what": STEP}, name="drop_step"),
    path(f"{REGISTER}/states/<slug:key>/drop/", course.drop, {"what": STATE}, name="drop_state"),
    path("pages/<slug:pillar>/<slug:name>/policy/add/", policies.policy, name="add_policy"),
    path("pages/<slug:pillar>/<slug:name>/policy/<slug:code>/", policies.policy, name="policy"),
    path("pages/<slug:pillar>/<slug:name>/policy/<slug:code>/drop/", policies.drop, name="drop_policy"),
    path("pages/<slug:pillar>/<slug:name>/policy/<slug:code>/on/", policies.decide, {"to": "on"}, name="decide"),
    path("pages/<slug:pillar>/<slug:name>/policy/<slug:code>/off/", policies.decide, {"to": "off"}, name="decide_no_more"),
]
