from django.urls import path

from navmark.foundation.outings import prints, views

app_name = "outings"
urlpatterns = [
    path("<uuid:pk>/", views.entry, name="entry"),
    path("<uuid:pk>/groups/", views.groups, name="groups"),
    path("<uuid:pk>/groups/<uuid:group>/", views.group, name="group"),
    path("<uuid:pk>/groups/<uuid:group>/care/", views.care, name="care"),
    path("<uuid:pk>/rosters.pdf", prints.rosters, name="rosters"),
    path("<uuid:pk>/counts.pdf", prints.counts, name="counts"),
]
