"""One decision about people a page: what is typed about somebody is kept in this window alone until it is saved."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse

from navmark.foundation.ui import steps


def step(request: HttpRequest, form: forms.BaseForm, act: Callable[[], Any], **slots: Any) -> HttpResponse:
    """A `ui.steps.step`, sealed."""
    return steps.step(request, form, act, sealed=True, **slots)
