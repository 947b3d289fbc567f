from django.urls import path

from navmark.foundation.rotas.views import shelf, tables, turns

app_name = "rotas"
urlpatterns = [
    path("", shelf.shelf, name="shelf"),
    path("away/<uuid:pk>/back/", shelf.back, name="back"),
    path("turns/<uuid:pk>/", turns.turn, name="turn"),
    path("turns/<uuid:pk>/take-over/", turns.take_over, name="take_over"),
    path("turns/<uuid:pk>/done/", turns.keep, name="keep"),
    path("turns/<uuid:pk>/take-back/", turns.take_back, name="take_back"),
    path("turns/<uuid:pk>/change/", turns.change, name="change"),
    path("asked/<uuid:pk>/", turns.asked, name="asked"),
    path("<slug:rota>/", tables.table, name="table"),
    path("<slug:rota>/names/", tables.names, name="names"),
    path("<slug:rota>/table.pdf", tables.print_table, name="print"),
    path("<slug:rota>/table.xlsx", tables.workbook_of, name="workbook"),
]
