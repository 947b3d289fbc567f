"""Undo instead of "are you sure": the message that says what was done carries the way back, without a script."""

from django.contrib import messages
from django.http import HttpRequest
from django.middleware.csrf import get_token
from django.utils.html import format_html
from django.utils.translation import gettext as _

FORM = (
    '{} <form class="undo" method="post" action="{}"><input type="hidden" name="csrfmiddlewaretoken" value="{}">'
    '<button class="plain">{}</button></form>'
)


def tell_with_undo(request: HttpRequest, words: str, *, url: str) -> None:
    """Say what was done; `url` takes it back when posted to."""
    messages.success(request, format_html(FORM, words, url, get_token(request), _("Undo")))
