"""Pages travel compressed: a tenth of their size on a school's narrow line (docs/adr/0013). Files are as small as they get.

Django adds up to a hundred random bytes to each answer and masks the token of its forms anew each time, so that the length of an
answer tells nothing of what stands in it (BREACH).
"""

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.middleware.gzip import GZipMiddleware


class CompressedPages(GZipMiddleware):
    def process_response(self, request: HttpRequest, response: HttpResponse) -> HttpResponseBase:
        if not response.headers.get("Content-Type", "").startswith("text/"):
            return response
        return super().process_response(request, response)
