from django.urls import path

from navmark.pillars.experience.tours.views import groups, overview, prints, slips

app_name = "tours"
urlpatterns = [
    path("<uuid:pk>/", overview.tour, name="tour"),
    path("<uuid:pk>/purpose/", overview.purpose, name="purpose"),
    path("<uuid:pk>/list/", slips.listing, name="list"),
    path("<uuid:pk>/classes/<uuid:unit>/", slips.slips, name="slips"),
    path("<uuid:pk>/classes/<uuid:unit>/slips.pdf", prints.blank_slips, name="blank_slips"),
    path("<uuid:pk>/pupils/<uuid:pupil>/off/", slips.off, name="off"),
    path("<uuid:pk>/pupils/<uuid:pupil>/care/", slips.care, name="note_care"),
    path("<uuid:pk>/groups/", groups.groups, name="groups"),
    path("<uuid:pk>/groups/<uuid:group>/", groups.group, name="group"),
    path("<uuid:pk>/groups/<uuid:group>/move/", groups.move, name="move"),
    path("<uuid:pk>/groups/<uuid:group>/care/", groups.care, name="care"),
    path("<uuid:pk>/rosters.pdf", prints.rosters, name="rosters"),
    path("<uuid:pk>/counts.pdf", prints.counts, name="counts"),
    path("<uuid:pk>/study.pdf", prints.study, name="study"),
]
