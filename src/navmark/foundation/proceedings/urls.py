from django.urls import path

from navmark.foundation.proceedings.views import agenda, decisions, elections, papers, tasks, votes, writing

app_name = "proceedings"
urlpatterns = [
    path("parts/<uuid:part>/items/", agenda.item_add, name="item_add"),
    path("parts/<uuid:part>/slips.pdf", papers.slips, {"form": "pdf"}, name="slips"),
    path("parts/<uuid:part>/slips.docx", papers.slips, {"form": "docx"}, name="slips_docx"),
    path("parts/<uuid:part>/tally.pdf", papers.tally, {"form": "pdf"}, name="tally"),
    path("parts/<uuid:part>/tally.docx", papers.tally, {"form": "docx"}, name="tally_docx"),
    path("items/<uuid:pk>/", writing.item_save, name="item_save"),
    path("items/<uuid:pk>/move/", agenda.item_move, name="item_move"),
    path("items/<uuid:pk>/remove/", agenda.item_remove, name="item_remove"),
    path("items/<uuid:pk>/speeches/<uuid:person>/", writing.speech_save, name="speech_save"),
    path("items/<uuid:pk>/vote/", votes.vote_add, name="vote_add"),
    path("items/<uuid:pk>/candidates/", elections.candidates, name="candidates"),
    path("items/<uuid:pk>/election/", elections.count, name="election_count"),
    path("votes/<uuid:pk>/correct/", votes.vote_correct, name="vote_correct"),
    path("votes/<uuid:pk>/remove/", votes.vote_remove, name="vote_remove"),
    path("items/<uuid:pk>/decision/", decisions.decision_add, name="decision_add"),
    path("decisions/<uuid:pk>/correct/", decisions.decision_correct, name="decision_correct"),
    path("decisions/<uuid:pk>/remove/", decisions.decision_remove, name="decision_remove"),
    path("decisions/<uuid:pk>/tasks/", tasks.task_add, name="task_add"),
    path("tasks/<uuid:pk>/correct/", tasks.task_correct, name="task_correct"),
    path("tasks/<uuid:pk>/remove/", tasks.task_remove, name="task_remove"),
    path("tasks/<uuid:pk>/finish/", tasks.task_finish, name="task_finish"),
    path("tasks/<uuid:pk>/reopen/", tasks.task_reopen, name="task_reopen"),
]
