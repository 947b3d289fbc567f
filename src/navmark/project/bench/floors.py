"""The floors: the least that a page and an insert cost here, with session and school door, beside the product's own addresses."""

from django.http import HttpRequest, HttpResponse
from django.template import engines
from django.urls import path
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST
from uuid_utils.compat import uuid7

from navmark.foundation.notices.models import Notice, NoticeKind
from navmark.foundation.people.access import open_to
from navmark.foundation.people.models import Person
from navmark.project import urls

ROWS = 50
PAGE = engines["django"].from_string("<ul>{% for person in people %}<li>{{ person.name }}</li>{% endfor %}</ul>")


@open_to()
@require_GET
def bare_view(request: HttpRequest) -> HttpResponse:
    """One query, fifty rows, a list."""
    return HttpResponse(PAGE.render({"people": Person.objects.all()[:ROWS]}))


@open_to()
@require_POST
def bare_insert(request: HttpRequest) -> HttpResponse:
    """One row."""
    Notice.objects.create(
        person=request.viewer.person, kind=NoticeKind.COMING, title="bench", url="/", subject_id=uuid7(), made_at=timezone.now()
    )
    return HttpResponse(status=204)


urlpatterns = [path("floor/view/", bare_view), path("floor/insert/", bare_insert), *urls.urlpatterns]
