from django.urls import path

from navmark.pillars.demonstration.superior_forms import views

app_name = "superior_forms"
urlpatterns = [
    path("", views.index, name="index"),
    path("<uuid:pk>/", views.form, name="form"),
    path("<uuid:pk>/filled/", views.filled, name="filled"),
]
