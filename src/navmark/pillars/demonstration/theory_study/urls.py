from django.urls import path

from navmark.pillars.demonstration.theory_study import views

app_name = "theory_study"
urlpatterns = [
    path("mine/", views.mine, name="mine"),
    path("mine/sheet/", views.own_sheet, name="own_sheet"),
    path("members/", views.members, name="members"),
    path("members/table/", views.table, name="table"),
    path("members/sheet/", views.sheet, name="sheet"),
    path("members/course/", views.course, name="course"),
    path("members/brought/", views.brought, name="brought"),
    path("members/<uuid:pk>/", views.person, name="person"),
    path("members/sessions/<uuid:pk>/make-up/", views.make_up, name="make_up"),
    path("members/noted/<uuid:pk>/take-back/", views.take_back, name="take_back"),
    path("plan/<uuid:pk>/", views.plan, name="plan"),
]
