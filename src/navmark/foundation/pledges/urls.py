from django.urls import path

from navmark.foundation.pledges.views import batch, lists, logs, pledges, steps

app_name = "pledges"
urlpatterns = [
    path("", lists.shelf, name="shelf"),
    path("held/<uuid:pk>/", pledges.pledge, name="pledge"),
    path("held/<uuid:pk>/sheet.pdf", pledges.sheet, name="sheet"),
    path("held/<uuid:pk>/accept/", steps.accept, name="accept"),
    path("held/<uuid:pk>/decline/", steps.decline, name="decline"),
    path("held/<uuid:pk>/withdraw/", steps.withdraw, name="withdraw"),
    path("held/<uuid:pk>/hand-over/", steps.hand_over, name="hand_over"),
    path("held/<uuid:pk>/end/", steps.end, name="end"),
    path("held/<uuid:pk>/correct/", steps.correct, name="correct"),
    path("held/<uuid:pk>/write/", logs.write, name="write"),
    path("words/<uuid:pk>/", logs.rewrite, name="rewrite"),
    path("<slug:kind>/", lists.listed, name="list"),
    path("<slug:kind>/list.xlsx", lists.table, name="table"),
    path("<slug:kind>/list.pdf", lists.print_list, name="print"),
    path("<slug:kind>/empty.pdf", lists.empty, {"form": "pdf"}, name="empty"),
    path("<slug:kind>/empty.docx", lists.empty, {"form": "docx"}, name="empty_docx"),
    path("<slug:kind>/batch/", batch.words, name="batch"),
    path("<slug:kind>/batch/taken/", batch.taken, name="batch_taken"),
    path("<slug:kind>/<uuid:pk>/take/", steps.take, name="take"),
]
