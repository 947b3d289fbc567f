from django.urls import path

from navmark.foundation.privacy import views
from navmark.foundation.privacy.models import OpenedPart

app_name = "privacy"
urlpatterns = [
    path("openings/", views.log, name="log"),
    path("openings/term/", views.term, name="term"),
    path("pupils/purpose/", views.purpose_of_list, name="purpose-list"),
    path("classes/<uuid:pk>/purpose/", views.purpose_of_class, name="purpose-class"),
    path("<uuid:pk>/purpose/", views.purpose, {"part": OpenedPart.FILE}, name="purpose"),
    path("<uuid:pk>/purpose/sealed/", views.purpose, {"part": OpenedPart.SEALED}, name="purpose-sealed"),
]
