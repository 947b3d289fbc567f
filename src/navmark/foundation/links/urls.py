from django.urls import path

from navmark.foundation.links import views

app_name = "links"
urlpatterns = [
    path("", views.shelf, name="shelf"),
    path("<slug:code>/", views.tag, name="tag"),
]
