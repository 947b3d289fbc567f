"""Papers to vote with, and to count on."""

from uuid import UUID

from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from navmark.foundation.attachments.filenames import filename
from navmark.foundation.people.access import open_to
from navmark.foundation.people.viewer import Viewer
from navmark.foundation.printing.rendering import Form, printed_as
from navmark.foundation.printing.responses import printed
from navmark.foundation.proceedings.access import part_to_write
from navmark.foundation.proceedings.ballots import voting
from navmark.foundation.proceedings.ballots.polling import poll_of
from navmark.foundation.proceedings.ballots.slips import slips_sheet
from navmark.foundation.proceedings.deliberation import known_deliberation


@open_to()
@require_GET
def slips(request: HttpRequest, part: UUID, form: Form) -> HttpResponseBase:
    """As many as there are people entitled to vote, none of them different from another."""
    poll = _poll(request.viewer, part)
    count = max(poll.entitled or 0, 1)
    if form == "pdf":
        body = voting.slips(poll, count=count)
    else:
        body = printed_as(slips_sheet(poll.organisation, poll.on, voting.papers_of(poll), count=count), form)
    return printed(body, filename(_("ballots"), form, on=poll.on), inline=form == "pdf")


@open_to()
@require_GET
def tally(request: HttpRequest, part: UUID, form: Form) -> HttpResponseBase:
    poll = _poll(request.viewer, part)
    body = printed_as(voting.tally_sheet(poll), form)
    return printed(body, filename(_("tally sheet"), form, on=poll.on), inline=form == "pdf")


def _poll(viewer: Viewer, pk: UUID) -> voting.Poll:
    part = part_to_write(viewer, pk)
    form = known_deliberation(part.kind)
    if form is None or form.sitting is None:
        raise Http404
    return poll_of(part)
