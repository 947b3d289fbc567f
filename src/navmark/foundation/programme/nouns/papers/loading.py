"""What the sheet asks of a kind that has rules of its own becomes an edition of its paper."""

from django.conf import settings
from django.utils.translation import override

from navmark.foundation.activities import kinds
from navmark.foundation.papers.actions import make_edition
from navmark.foundation.programme.described import Loading


def load(loading: Loading) -> None:
    for one in loading.programme.of("paper"):
        with override(settings.LANGUAGE_CODE):
            title = str(kinds.kind(one.code).title)
            make_edition(kinds.paper_code(one.code), one.paper, title=title, by=loading.by, at=loading.at)
