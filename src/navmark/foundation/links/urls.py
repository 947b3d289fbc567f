from django.urls import path

from navmark.foundation.links import library, views

app_name = "links"
urlpatterns = [
    path("materials/", library.materials_page, name="materials"),
    path("things/<uuid:pk>/", views.thing, name="thing"),
    path("tags/", views.shelf, name="shelf"),
    path("tags/<slug:code>/", views.tag, name="tag"),
    path("tags/<slug:code>/carry/", views.carry, name="carry"),
    path("tags/<slug:code>/sheet.pdf", views.sheet, {"form": "pdf"}, name="sheet"),
    path("tags/<slug:code>/sheet.docx", views.sheet, {"form": "docx"}, name="sheet_docx"),
]
