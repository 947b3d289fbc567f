from django.urls import path

from navmark.foundation.attachments import views

app_name = "attachments"
urlpatterns = [
    path("<str:owner_kind>/<uuid:owner_id>/attach/", views.attach, name="attach"),
    path("<uuid:pk>/", views.open_file, name="open"),
    path("<uuid:pk>/remove/", views.remove, name="remove"),
    path("<uuid:pk>/bring-back/", views.bring_back, name="bring_back"),
]
