from django.urls import path

from navmark.foundation.termplan.views import lines, plan, taking

app_name = "termplan"
urlpatterns = [
    path("", plan.plan, name="plan"),
    path("weeks/<slug:week>/", plan.week, name="week"),
    path("plan.pdf", taking.print_plan, name="print"),
    path("plan.xlsx", taking.workbook_of, name="workbook"),
    path("lines/add/", lines.add, name="add"),
    path("lines/<uuid:pk>/", lines.line, name="line"),
    path("lines/<uuid:pk>/remove/", lines.remove, name="remove"),
    path("lines/<uuid:pk>/put-back/", lines.put_back, name="put_back"),
]
