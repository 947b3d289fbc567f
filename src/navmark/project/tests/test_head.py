"""HEAD is asked of every view as GET; whoever stands within sees no difference, so no view needs to be asked by itself."""

from django.conf import settings
from django.http import HttpResponse
from django.test import RequestFactory

from navmark.project.heads import HeadMiddleware

OUTSIDE = ("SecurityMiddleware", "ReadableRequests", "WhiteNoiseMiddleware", "CompressedPages")  # nothing of a school


def test_all_that_stands_within_is_asked_by_get_and_the_server_answers_head():
    asked, answer = [], HttpResponse("words")
    request = RequestFactory().head("/")

    def within(one):
        asked.append(one.method)
        return answer

    assert HeadMiddleware(within)(request) is answer
    assert (asked, request.method) == (["GET"], "HEAD")


def test_everything_that_asks_who_sits_there_stands_within():
    names = [path.rpartition(".")[2] for path in settings.MIDDLEWARE]

    assert tuple(names[: names.index("HeadMiddleware")]) == OUTSIDE
