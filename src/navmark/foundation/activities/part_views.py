"""The paper of a part saves itself while it is filled in, as long as the record is open."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_POST

from navmark.foundation.activities import access
from navmark.foundation.activities.occasions.actions import note_topic
from navmark.foundation.activities.pages import page_of
from navmark.foundation.activities.part_papers import open_part, papers_of
from navmark.foundation.papers.saving import save
from navmark.foundation.people.access import open_to


@open_to()
@require_POST
def write_part(request: HttpRequest, pk: UUID) -> HttpResponse:
    part = access.part_kept_by(request.viewer, pk)
    paper = papers_of(part.activity).get(part.pk)
    if paper is None:
        raise Http404
    answer = save(
        request, paper.answers, paper.known, title=str(part), page=f"{page_of(part.activity)}#part-{part.pk}",
        by=request.viewer.person, at=timezone.now(), about=part.activity, opened=lambda: open_part(part),
    )  # fmt: skip
    if part.is_joined:
        note_topic(part)
    return answer
