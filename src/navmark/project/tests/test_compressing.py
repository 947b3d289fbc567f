"""A page is sent compressed to a browser that takes it, and never twice of one length; a file is sent as it is kept."""

import gzip

from django.urls import reverse

from navmark.foundation.people.tests.factories import an_administrator, signed_in

TAKES = {"headers": {"accept-encoding": "gzip"}}


def test_a_page_is_compressed_and_its_length_tells_nothing(inside):
    browser = signed_in(an_administrator())
    plain = browser.get("/")
    answers = [browser.get("/", **TAKES) for _time in range(8)]

    assert "Content-Encoding" not in plain.headers
    assert all("今日" in gzip.decompress(one.content).decode() and len(one.content) < len(plain.content) / 2 for one in answers)
    assert len({len(one.content) for one in answers}) > 1


def test_a_file_goes_as_it_is(inside):
    file = signed_in(an_administrator()).get(reverse("rights-sheet"), **TAKES)

    assert file.getvalue().startswith(b"%PDF") and "Content-Encoding" not in file.headers
