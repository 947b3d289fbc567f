from django.urls import path

from navmark.pillars.experience.tours import prints, views

app_name = "tours"
urlpatterns = [
    path("<uuid:pk>/", views.tour, name="tour"),
    path("<uuid:pk>/groups/", views.groups, name="groups"),
    path("<uuid:pk>/groups/<uuid:group>/", views.group, name="group"),
    path("<uuid:pk>/groups/<uuid:group>/care/", views.care, name="care"),
    path("<uuid:pk>/rosters.pdf", prints.rosters, name="rosters"),
    path("<uuid:pk>/counts.pdf", prints.counts, name="counts"),
    path("<uuid:pk>/study.pdf", prints.study, name="study"),
]
