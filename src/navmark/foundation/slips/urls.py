from django.urls import path

from navmark.foundation.slips import views

app_name = "slips"
urlpatterns = [
    path("<uuid:pk>/", views.entry, name="entry"),
    path("<uuid:pk>/list/", views.listed, name="list"),
    path("<uuid:pk>/classes/<uuid:unit>/", views.slips, name="class"),
    path("<uuid:pk>/classes/<uuid:unit>/letters.pdf", views.letters, {"form": "pdf"}, name="letters"),
    path("<uuid:pk>/classes/<uuid:unit>/letters.docx", views.letters, {"form": "docx"}, name="letters_docx"),
    path("<uuid:pk>/pupils/<uuid:pupil>/off/", views.off, name="off"),
    path("<uuid:pk>/pupils/<uuid:pupil>/care/", views.care, name="care"),
]
