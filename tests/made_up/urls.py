from django.http import HttpRequest, HttpResponse
from django.urls import path
from django.views.decorators.http import require_GET

from navmark.foundation.people.access import open_to

app_name = "reading_corner"


@open_to("staff")
@require_GET
def books(request: HttpRequest) -> HttpResponse:
    return HttpResponse("书目")


@open_to("moral_head")
@require_GET
def hour(request: HttpRequest, pk: str) -> HttpResponse:
    return HttpResponse(pk)


urlpatterns = [path("", books, name="books"), path("<uuid:pk>/", hour, name="hour")]
