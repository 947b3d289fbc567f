"""What the sheet asks of a kind that has rules of its own becomes an edition of its paper."""

from django.conf import settings
from django.utils.translation import override

from navmark.foundation.activities import kinds
from navmark.foundation.papers.making import Asked, make_editions
from navmark.foundation.programme.described import Loading


def load(loading: Loading) -> None:
    with override(settings.LANGUAGE_CODE):
        asked = [
            Asked(kinds.paper_code(one.code), one.paper, str(kinds.kind(one.code).title)) for one in loading.programme.of("paper")
        ]
    make_editions(asked, by=loading.by, at=loading.at)
