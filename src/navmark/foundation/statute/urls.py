from django.urls import path

from navmark.foundation.statute import views

app_name = "statute"
urlpatterns = [path("rules/<str:rule_id>/", views.rule_page, name="rule")]
