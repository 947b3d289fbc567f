from django.urls import path

from navmark.foundation.proceedings import election_views, signing_views, views

app_name = "proceedings"
urlpatterns = [
    path("parts/<uuid:part>/items/", views.item_add, name="item_add"),
    path("items/<uuid:pk>/", views.item_save, name="item_save"),
    path("items/<uuid:pk>/move/", views.item_move, name="item_move"),
    path("items/<uuid:pk>/remove/", views.item_remove, name="item_remove"),
    path("items/<uuid:pk>/speeches/<uuid:person>/", views.speech_save, name="speech_save"),
    path("items/<uuid:pk>/vote/", views.vote_add, name="vote_add"),
    path("items/<uuid:pk>/candidates/", election_views.candidates, name="candidates"),
    path("items/<uuid:pk>/election/", election_views.count, name="election_count"),
    path("votes/<uuid:pk>/remove/", views.vote_remove, name="vote_remove"),
    path("items/<uuid:pk>/decision/", views.decision_add, name="decision_add"),
    path("decisions/<uuid:pk>/remove/", views.decision_remove, name="decision_remove"),
    path("decisions/<uuid:pk>/tasks/", views.task_add, name="task_add"),
    path("tasks/<uuid:pk>/remove/", views.task_remove, name="task_remove"),
    path("tasks/<uuid:pk>/finish/", views.task_finish, name="task_finish"),
    path("tasks/<uuid:pk>/reopen/", views.task_reopen, name="task_reopen"),
    path("records/<uuid:pk>/submit/", signing_views.submit, name="submit"),
    path("records/<uuid:pk>/reopen/", signing_views.reopen, name="reopen"),
    path("records/<uuid:pk>/send-back/", signing_views.send_back, name="send_back"),
    path("records/<uuid:pk>/waive/<str:finding>/", signing_views.waive, name="waive"),
    path("records/<uuid:pk>/amend/", signing_views.amend, name="amend"),
    path("records/<uuid:pk>/separate/", signing_views.separate, name="separate"),
]
