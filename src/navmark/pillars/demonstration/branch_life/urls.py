from django.urls import path

from navmark.foundation.activities.year import views as year_views
from navmark.pillars.demonstration.branch_life.views import (
    elected,
    meeting,
    notes,
    overview,
    prints,
    standings,
    talks,
)

app_name = "branch_life"
urlpatterns = [
    path("meetings/<uuid:pk>/", meeting.meeting, name="meeting"),
    path("meetings/<uuid:pk>/committee/", elected.elected, name="elected"),
    path("meetings/<uuid:pk>/copy/", prints.copy, name="copy"),
    path("meetings/<uuid:pk>/<int:position>/record.pdf", prints.print_record, name="print"),
    path("meetings/<uuid:pk>/<int:position>/record.docx", prints.print_record, {"form": "docx"}, name="print_docx"),
    path("parts/<uuid:part>/grading-slips.pdf", prints.grading_slips, name="grading_slips"),
    path("parts/<uuid:part>/standings/", standings.standings, name="standings"),
    path("standings/<uuid:pk>/known/", standings.known, name="known"),
    path("parts/<uuid:part>/sheet/", notes.note, name="note"),
    path("year/", year_views.year, {"shelf": "branch_life"}, name="year"),
    path("year/talks/", talks.talks, name="talks"),
    path("led/", overview.led, name="led"),
    path("proposals/", overview.proposals, name="proposals"),
    path("proposals/<uuid:pk>/answer/", overview.answer_proposal, name="answer_proposal"),
]
