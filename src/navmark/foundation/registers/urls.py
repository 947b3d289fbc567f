from django.urls import path

from navmark.foundation.registers.views import (
    adding,
    batch,
    covering,
    entries,
    importing,
    labels,
    linking,
    lists,
    moving,
    opening,
    prints,
    purpose,
)

app_name = "registers"
urlpatterns = [
    path("", lists.shelf, name="shelf"),
    path("entries/<uuid:pk>/", entries.entry, name="entry"),
    path("entries/<uuid:pk>/write/", entries.write, name="write"),
    path("entries/<uuid:pk>/correct/", entries.correct, name="correct"),
    path("entries/<uuid:pk>/steps/<slug:key>/", moving.step, name="step"),
    path("entries/<uuid:pk>/undo/", moving.undo, name="undo"),
    path("entries/<uuid:pk>/renew/", entries.renew, name="renew"),
    path("entries/<uuid:pk>/purpose/", purpose.purpose, name="purpose"),
    path("entries/<uuid:pk>/links/", linking.links, name="links"),
    path("entries/<uuid:pk>/links/<uuid:thing>/", linking.unlinked, name="unlinked"),
    path("entries/<uuid:pk>/sheet.pdf", prints.sheet, {"form": "pdf"}, name="sheet"),
    path("entries/<uuid:pk>/sheet.docx", prints.sheet, {"form": "docx"}, name="sheet_docx"),
    path("entries/<uuid:pk>/public/", opening.publish, name="publish"),
    path("entries/<uuid:pk>/public/withdraw/", opening.withdraw, name="withdraw"),
    path("public/<slug:token>/", opening.public, name="public"),
    path("<slug:register>/", lists.listed, name="list"),
    path("<slug:register>/add/", adding.add, name="add"),
    path("<slug:register>/import/", importing.import_table, name="import"),
    path("<slug:register>/labels/", labels.labels, name="labels"),
    path("<slug:register>/batch/", batch.typed_in, name="batch"),
    path("<slug:register>/coverage/", covering.covered, name="coverage"),
    path("<slug:register>/list.xlsx", lists.table, name="table"),
    path("<slug:register>/list.pdf", lists.print_list, name="print"),
]
