"""Addresses that leave this page for a phone, a calendar or a sheet of paper: a code on the wall, a feed, a slip."""

import ipaddress
from contextlib import suppress
from urllib.parse import urljoin, urlsplit

from django.conf import settings
from django.http import HttpRequest


def public_address(request: HttpRequest, path: str) -> str:
    """The whole address of `path` as others open it: under the public address if one is set, else as this page was opened.

    The page is often opened on the server itself, at 127.0.0.1, which no phone can open: then under the address of the server
    in its network, where it listens there.
    """
    opened = request.build_absolute_uri("/")
    if opens_here_only(opened) and settings.NETWORK_URL:
        opened = settings.NETWORK_URL
    return urljoin(settings.PUBLIC_URL or opened, path)


def opens_here_only(address: str) -> bool:
    """Whether only the machine that the product runs on can open it."""
    host = urlsplit(address).hostname or ""
    with suppress(ValueError):
        return ipaddress.ip_address(host).is_loopback
    return host == "localhost"
