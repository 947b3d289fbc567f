from django.urls import path

from navmark.foundation.records import views

app_name = "records"
urlpatterns = [
    path("<str:owner_kind>/<uuid:owner_id>/submit/", views.submit, name="submit"),
    path("<str:owner_kind>/<uuid:owner_id>/reopen/", views.reopen, name="reopen"),
    path("<str:owner_kind>/<uuid:owner_id>/send-back/", views.send_back, name="send_back"),
    path("<str:owner_kind>/<uuid:owner_id>/lock/", views.lock, name="lock"),
    path("<str:owner_kind>/<uuid:owner_id>/waive/<str:finding>/", views.waive, name="waive"),
    path("<str:owner_kind>/<uuid:owner_id>/amend/", views.amend, name="amend"),
    path("<str:owner_kind>/<uuid:owner_id>/separate/", views.separate, name="separate"),
]
