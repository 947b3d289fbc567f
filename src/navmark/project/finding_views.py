"""The page behind the search box."""

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET

from navmark.foundation.people.access import may_manage_people, open_to
from navmark.project.finding import Finds, find


class FindForm(forms.Form):
    q = forms.CharField(label=_("Find"), max_length=60, required=False)


@open_to()
@require_GET
def search(request: HttpRequest) -> HttpResponse:
    form = FindForm(request.GET)
    text = form.cleaned_data["q"] if form.is_valid() else ""
    finds = find(request.viewer, text) if text else Finds()
    context = {"form": form, "text": text, "finds": finds, "manages": may_manage_people(request.viewer)}
    return render(request, "project/find.html", context)
