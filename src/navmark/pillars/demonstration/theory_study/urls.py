from django.urls import path

from navmark.pillars.demonstration.theory_study.views import noting, seeing

app_name = "theory_study"
urlpatterns = [
    path("mine/", seeing.mine, name="mine"),
    path("mine/sheet/", seeing.own_sheet, name="own_sheet"),
    path("members/", seeing.members, name="members"),
    path("members/table/", seeing.table, name="table"),
    path("members/sheet/", seeing.sheet, name="sheet"),
    path("members/course/", noting.course, name="course"),
    path("members/brought/", noting.brought, name="brought"),
    path("members/<uuid:pk>/", seeing.person, name="person"),
    path("members/sessions/<uuid:pk>/make-up/", noting.make_up, name="make_up"),
    path("members/noted/<uuid:pk>/take-back/", noting.take_back, name="take_back"),
    path("plan/<uuid:pk>/", seeing.plan, name="plan"),
]
