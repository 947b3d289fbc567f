"""A programme that cannot be read is said to be so on every page about it: a newer version may refuse what a school has."""

import pytest
from django.urls import reverse
from django.utils import timezone

from navmark.foundation.people.tests.factories import an_administrator, signed_in
from navmark.foundation.programme.models import PageEdition
from navmark.foundation.programme.shipping import ARTICLE


@pytest.mark.parametrize("said", [{}, {"programme.toml": 'titel = "领航标"\n'}])
def test_its_pages_say_what_is_wrong(inside, said):
    at = timezone.now()
    PageEdition.objects.bulk_create(
        PageEdition(programme=ARTICLE, file=file, number=1, text=text, made_at=at) for file, text in said.items()
    )
    desk = signed_in(an_administrator())
    for name in ("list", "files", "workbook"):
        answer = desk.get(reverse(f"programme:{name}"))
        assert (
            answer.status_code == 503
            and "工作方案暂时读不出来" in answer.content.decode()
            and "programme.toml" in answer.content.decode()
        )
