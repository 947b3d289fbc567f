from django.urls import path

from navmark.pillars.demonstration.superior_notices import views

app_name = "superior_notices"
urlpatterns = [
    path("", views.index, name="index"),
    path("new/", views.new, name="new"),
    path("<uuid:pk>/asks/", views.asks, name="asks"),
]
