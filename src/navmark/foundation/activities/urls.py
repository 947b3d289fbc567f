from django.urls import path

from navmark.foundation.activities import sign_in_views, views

app_name = "activities"
urlpatterns = [
    path("activities/<uuid:pk>/roll/", views.roll, name="roll"),
    path("activities/<uuid:pk>/roll/take-back/", views.take_back, name="take_back"),
    path("activities/<uuid:pk>/leave/", views.ask_leave, name="ask_leave"),
    path("activities/<uuid:pk>/guests/", views.guests, name="guests"),
    path("activities/<uuid:pk>/not-counted/", views.not_counted, name="not_counted"),
    path("activities/<uuid:pk>/wall/", sign_in_views.wall, name="wall"),
    path("removed/<uuid:pk>/bring-back/", views.bring_back, name="bring_back"),
    path("my/attendance/", views.own_attendance, name="own_attendance"),
    path("my/calendar/", views.feed_address, name="feed_address"),
    path("feed/<str:token>.ics", views.calendar_feed, name="feed"),
    path("arrive/<str:code>/", sign_in_views.arrive, name="arrive"),
    path("sign-in/<str:ticket>/", sign_in_views.sign_in, name="sign_in"),
]
