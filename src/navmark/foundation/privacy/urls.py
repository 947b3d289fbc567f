from django.urls import path

from navmark.foundation.privacy import views
from navmark.foundation.privacy.models import Part

app_name = "privacy"
urlpatterns = [
    path("", views.log, name="log"),
    path("<uuid:pk>/", views.purpose, {"part": Part.FILE}, name="purpose"),
    path("<uuid:pk>/sealed/", views.purpose, {"part": Part.SEALED}, name="purpose-sealed"),
]
