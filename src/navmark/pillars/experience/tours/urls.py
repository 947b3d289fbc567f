from django.urls import path

from navmark.pillars.experience.tours import views

app_name = "tours"
urlpatterns = [
    path("<uuid:pk>/study.pdf", views.study, name="study"),
    path("<uuid:pk>/", views.moved, name="tour"),
    path("<uuid:pk>/<path:rest>", views.moved, name="of_tour"),
]
