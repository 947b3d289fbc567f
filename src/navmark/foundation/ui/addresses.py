"""Where a reader may be sent: never to an address that only takes what a form sends."""

from urllib.parse import urlsplit

from django.http import HttpRequest
from django.utils.http import url_has_allowed_host_and_scheme

HOME = "/"


def is_own(address: str, request: HttpRequest) -> bool:
    """Whether this address is one of ours, so that nobody is led away from the product."""
    is_path_or_address = address.startswith(("/", "http:", "https:"))  # "today" would be taken for the name of a route
    return is_path_or_address and url_has_allowed_host_and_scheme(
        address, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )


def page_of(request: HttpRequest) -> str:
    """The page that is asked for; for what a form sends, the page on which the form stands, or Today."""
    return request.get_full_path() if request.method in ("GET", "HEAD") else page_before(request)


def page_before(request: HttpRequest) -> str:
    """The page of ours from which this one was opened, or Today."""
    came_from = request.headers.get("Referer", "")
    if not is_own(came_from, request):
        return HOME
    page = urlsplit(came_from)
    return f"{page.path}?{page.query}" if page.query else page.path
