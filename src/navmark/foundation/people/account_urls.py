"""Addresses whose names other rooms and Django itself use: without a namespace."""

from django.contrib.auth.views import LogoutView
from django.urls import path

from navmark.foundation.people import account_views as views

urlpatterns = [
    path("login/", views.Login.as_view(), name="login"),
    path("logout/", LogoutView.as_view(), name="logout"),
    path("join/", views.code, name="join_code"),
    path("join/<str:code>/", views.join, name="join"),
]
