"""What a proxy in front of us says of a request: who asked, and whether encrypted. Believed only from this machine itself, and of
what it says only its own words, the last of a header: those before came with the request, and anybody can write them."""

import ipaddress
from contextlib import suppress
from urllib.parse import urljoin, urlsplit

from django.conf import settings
from django.http import HttpRequest


def caller_address(request: HttpRequest) -> str:
    """The network address that asked (AXES_CLIENT_IP_CALLABLE): behind a proxy on this machine the one it names."""
    peer = request.META.get("REMOTE_ADDR", "")
    return _address_in(_told(request, "X_FORWARDED_FOR")) or peer


def is_encrypted(request: HttpRequest) -> bool:
    return request.is_secure() or _told(request, "X_FORWARDED_PROTO") == "https"


def encrypted_address(request: HttpRequest) -> str:
    """Where this page is to be opened instead, "" where it was opened well: on http a browser keeps no cookie of an https site.

    A proxy need not say how it was reached: then a page opened under the public name counts as opened well.
    """
    public = urlsplit(settings.PUBLIC_URL)
    if public.scheme != "https" or is_encrypted(request):
        return ""
    if request.get_host() == public.netloc and not _told(request, "X_FORWARDED_PROTO"):
        return ""
    return urljoin(settings.PUBLIC_URL, request.get_full_path() if request.method == "GET" else "/")


def _told(request: HttpRequest, name: str) -> str:
    if not _is_this_machine(request.META.get("REMOTE_ADDR", "")):
        return ""
    return request.META.get(f"HTTP_{name}", "").rpartition(",")[2].strip()


def _is_this_machine(address: str) -> bool:
    with suppress(ValueError):
        known = ipaddress.ip_address(address)
        return (getattr(known, "ipv4_mapped", None) or known).is_loopback
    return False


def _address_in(told: str) -> str:
    """Some proxies name the port too: `10.0.0.7:51234`, `[2001:db8::7]:51234`."""
    with suppress(ValueError):
        return str(ipaddress.ip_address(told))
    with suppress(ValueError):
        return str(ipaddress.ip_address(urlsplit(f"//{told}").hostname or ""))
    return ""
