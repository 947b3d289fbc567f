from django.urls import path

from navmark.foundation.proceedings.views import agenda, decisions, elections, minutes, signing, tasks, votes

app_name = "proceedings"
urlpatterns = [
    path("parts/<uuid:part>/items/", agenda.item_add, name="item_add"),
    path("items/<uuid:pk>/", minutes.item_save, name="item_save"),
    path("items/<uuid:pk>/move/", agenda.item_move, name="item_move"),
    path("items/<uuid:pk>/remove/", agenda.item_remove, name="item_remove"),
    path("items/<uuid:pk>/speeches/<uuid:person>/", minutes.speech_save, name="speech_save"),
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
    path("records/<uuid:pk>/submit/", signing.submit, name="submit"),
    path("records/<uuid:pk>/reopen/", signing.reopen, name="reopen"),
    path("records/<uuid:pk>/send-back/", signing.send_back, name="send_back"),
    path("records/<uuid:pk>/waive/<str:finding>/", signing.waive, name="waive"),
    path("records/<uuid:pk>/amend/", signing.amend, name="amend"),
    path("records/<uuid:pk>/separate/", signing.separate, name="separate"),
]
