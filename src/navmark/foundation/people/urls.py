from django.urls import path, register_converter

from navmark.foundation.people import (
    account_views,
    branch_views,
    code_views,
    contact_views,
    import_views,
    teaching_views,
    unit_views,
    views,
)
from navmark.foundation.people.facts import FACTS
from navmark.foundation.people.merging import views as merging_views

app_name = "people"


class FactConverter:
    """One of the kinds of fact on a person's page."""

    regex = "|".join(FACTS)

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


class PartConverter(FactConverter):
    regex = "details|sealed"


register_converter(FactConverter, "fact")
register_converter(PartConverter, "part")

urlpatterns = [
    path("", views.people, name="list"),
    path("add/", views.add, name="add"),
    path("add/community/", contact_views.add_contact, name="add-contact"),
    path("units/", unit_views.units, name="units"),
    path("teaching/", teaching_views.teaching, name="teaching"),
    path("teaching/import/", teaching_views.import_teaching, name="import-teaching"),
    path("units/add/", unit_views.add_unit, name="add-unit"),
    path("unit/<uuid:pk>/", unit_views.unit, name="unit"),
    path("unit/<uuid:pk>/pupils/", unit_views.pupils, name="pupils"),
    path("unit/<uuid:pk>/name/", unit_views.rename_unit, name="rename-unit"),
    path("unit/<uuid:pk>/close/", unit_views.close_unit, name="close-unit"),
    path("unit/<uuid:pk>/people/", unit_views.add_people, name="add-people"),
    path("branch/add/", branch_views.add_branch, name="add-branch"),
    path("branch/<uuid:pk>/", branch_views.branch, name="branch"),
    path("branch/<uuid:pk>/name/", branch_views.rename, name="rename-branch"),
    path("branch/<uuid:pk>/group/", branch_views.add_group, name="add-group"),
    path("branch/<uuid:pk>/term/", branch_views.term, name="term"),
    path("branch/<uuid:pk>/term/new/", branch_views.new_term, name="new-term"),
    path("unit/<uuid:pk>/office/<slug:kind>/", unit_views.office, name="office"),
    path("import/", import_views.begin, name="import"),
    path("import/<uuid:pk>/headings/", import_views.headings, name="import-headings"),
    path("import/<uuid:pk>/", import_views.preview, name="import-preview"),
    path("import/<uuid:pk>/discard/", import_views.discard, name="import-discard"),
    path("codes/", code_views.codes, name="codes"),
    path("codes/<uuid:pk>/", code_views.confirm, name="confirm-code"),
    path("account/", account_views.account, name="account"),
    path("account/phones/remember/", account_views.remember_device, name="remember-device"),
    path("account/phones/forget/", account_views.forget_devices, name="forget-devices"),
    path("account/school/", account_views.choose_school, name="choose-school"),
    path("first/", account_views.first_run, name="first_run"),
    path("twins/", merging_views.twins_page, name="twins"),
    path("merged/<uuid:pk>/", merging_views.merged, name="merged"),
    path("<uuid:pk>/merge/", merging_views.choose, name="merge-with"),
    path("<uuid:pk>/merge/<uuid:other>/", merging_views.merge_page, name="merge"),
    path("<uuid:pk>/two/<uuid:other>/", merging_views.two, name="two"),
    path("two/<uuid:pk>/", merging_views.two_no_more, name="two-no-more"),
    path("<uuid:pk>/", views.person, name="person"),
    path("<uuid:pk>/sealed/", views.sealed, name="sealed"),
    path("<uuid:pk>/change/<part:part>/", views.change, name="change"),
    path("<uuid:pk>/<fact:fact>/begin/", views.begin, name="begin"),
    path("<uuid:pk>/<fact:fact>/<uuid:row>/end/", views.end, name="end"),
]
