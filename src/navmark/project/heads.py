"""HEAD is a question about what GET would answer: asked by calendars before they subscribe, by proxies and by link checkers.

Answered in one place for every page: a view knows GET and POST. What a server does with the body is the server's: none sends it.
"""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse


class HeadMiddleware:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.method != "HEAD":
            return self.get_response(request)
        request.method = "GET"
        response = self.get_response(request)
        request.method = "HEAD"
        return response
