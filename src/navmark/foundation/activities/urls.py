from django.urls import path

from navmark.foundation.activities import own_views, part_views, sign_in_views, text_views, views
from navmark.foundation.activities.occasions import batch_views, line_views, prints
from navmark.foundation.activities.occasions import views as occasion_views
from navmark.foundation.activities.planning import change_views
from navmark.foundation.activities.planning import views as plan_views
from navmark.foundation.activities.register import views as register_views
from navmark.foundation.activities.year import views as year_views

app_name = "activities"
urlpatterns = [
    path("activities/", register_views.shelf, name="shelf"),
    path("activities/plan/", plan_views.choose, name="choose"),
    path("activities/plan/<slug:kind>/", plan_views.plan, name="plan"),
    path("activities/duty/<uuid:duty>/", plan_views.for_duty, name="plan_for_duty"),
    path("activities/kinds/<slug:kind>/", register_views.register, name="register"),
    path("activities/kinds/<slug:kind>/register.xlsx", register_views.register_table, name="register_table"),
    path("activities/kinds/<slug:kind>/empty.pdf", prints.empty, {"form": "pdf"}, name="empty"),
    path("activities/kinds/<slug:kind>/empty.docx", prints.empty, {"form": "docx"}, name="empty_docx"),
    path("activities/kinds/<slug:kind>/lines/", line_views.grid, name="lines"),
    path("activities/kinds/<slug:kind>/batch/", batch_views.typed_in, name="batch"),
    path("activities/year/<slug:shelf>/", year_views.year, name="year"),
    path("activities/year/<slug:shelf>/sheet.pdf", year_views.year_sheet, name="year_sheet"),
    path("activities/<uuid:pk>/", occasion_views.occasion, name="occasion"),
    path("activities/<uuid:pk>/paper/", occasion_views.write, name="write"),
    path("activities/parts/<uuid:pk>/paper/", part_views.write_part, name="write_part"),
    path("activities/parts/<uuid:pk>/sheet.pdf", prints.part_sheet, {"form": "pdf"}, name="part_sheet"),
    path("activities/parts/<uuid:pk>/sheet.docx", prints.part_sheet, {"form": "docx"}, name="part_sheet_docx"),
    path("activities/<uuid:pk>/finish/", occasion_views.finish, name="finish"),
    path("activities/<uuid:pk>/reopen/", occasion_views.reopen, name="reopen"),
    path("activities/<uuid:pk>/change/", change_views.change, name="change"),
    path("activities/<uuid:pk>/cancel/", change_views.cancel, name="cancel"),
    path("activities/<uuid:pk>/sheet.pdf", prints.sheet, {"form": "pdf"}, name="sheet"),
    path("activities/<uuid:pk>/sheet.docx", prints.sheet, {"form": "docx"}, name="sheet_docx"),
    path("activities/<uuid:pk>/texts/", text_views.texts, name="texts"),
    path("activities/<uuid:pk>/sign-in-sheet.pdf", prints.sign_in_sheet, {"form": "pdf"}, name="sign_in_sheet"),
    path("activities/<uuid:pk>/sign-in-sheet.docx", prints.sign_in_sheet, {"form": "docx"}, name="sign_in_sheet_docx"),
    path("activities/<uuid:pk>/roll/", views.roll, name="roll"),
    path("activities/<uuid:pk>/roll/take-back/", views.take_back, name="take_back"),
    path("activities/<uuid:pk>/leave/", views.ask_leave, name="ask_leave"),
    path("activities/<uuid:pk>/guests/", views.observers, name="guests"),
    path("activities/<uuid:pk>/not-counted/", views.not_counted, name="not_counted"),
    path("activities/<uuid:pk>/wall/", sign_in_views.wall, name="wall"),
    path("removed/<uuid:pk>/bring-back/", views.bring_back, name="bring_back"),
    path("my/attendance/", own_views.own_attendance, name="own_attendance"),
    path("my/calendar/", own_views.feed_address, name="feed_address"),
    path("feed/<str:token>.ics", own_views.calendar_feed, name="feed"),
    path("arrive/<str:code>/", sign_in_views.arrive, name="arrive"),
    path("sign-in/<str:ticket>/", sign_in_views.sign_in, name="sign_in"),
]
