from django.urls import path

from navmark.foundation.links import views

app_name = "links"
urlpatterns = [
    path("", views.shelf, name="shelf"),
    path("<slug:code>/", views.tag, name="tag"),
    path("<slug:code>/carry/", views.carry, name="carry"),
    path("<slug:code>/sheet.pdf", views.sheet, {"form": "pdf"}, name="sheet"),
    path("<slug:code>/sheet.docx", views.sheet, {"form": "docx"}, name="sheet_docx"),
]
