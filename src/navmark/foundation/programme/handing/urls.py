from django.urls import path

from navmark.foundation.programme.handing import views

app_name = "handing"
urlpatterns = [
    path("people/<uuid:pk>/", views.person, name="person"),
    path("people/<uuid:pk>/open.pdf", views.open_sheet, {"form": "pdf"}, name="open_sheet"),
    path("people/<uuid:pk>/open.docx", views.open_sheet, {"form": "docx"}, name="open_sheet_docx"),
    path("<uuid:pk>/", views.done, name="done"),
    path("<uuid:pk>/sheet.pdf", views.sheet, {"form": "pdf"}, name="sheet"),
    path("<uuid:pk>/sheet.docx", views.sheet, {"form": "docx"}, name="sheet_docx"),
]
