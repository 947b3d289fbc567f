from django.urls import path

from navmark.foundation.cadence import task_views, views

app_name = "cadence"
urlpatterns = [
    path("", views.duties, name="list"),
    path("year/", views.party_year, name="party_year"),
    path("<uuid:pk>/excuse/", views.excuse, name="excuse"),
    path("<uuid:pk>/on-paper/", views.on_paper, name="on_paper"),
    path("<uuid:pk>/ask-again/", views.ask_again, name="ask_again"),
    path("<uuid:pk>/complete/", task_views.complete, name="complete"),
    path("<uuid:pk>/reopen/", task_views.reopen, name="reopen"),
]
