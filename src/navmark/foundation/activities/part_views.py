"""The paper of a part saves itself while it is filled in, as long as the record is open."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_POST

from navmark.foundation.activities import access
from navmark.foundation.activities.pages import page_of
from navmark.foundation.activities.part_papers import papers_of
from navmark.foundation.papers.saving import save
from navmark.foundation.people.access import open_to
from navmark.foundation.records.actions.opening import open_record


@open_to()
@require_POST
def write_part(request: HttpRequest, pk: UUID) -> HttpResponse:
    part = access.part_kept_by(request.viewer, pk)
    paper = papers_of(part.activity).get(part.pk)
    if paper is None:
        raise Http404
    return save(
        request, paper.answers, paper.known, title=str(part), page=f"{page_of(part.activity)}#part-{part.pk}",
        by=request.viewer.person, at=timezone.now(), about=part.activity, opened=lambda: open_record(part.activity),
    )  # fmt: skip
