"""A page with a paper on it, as an occasion's page will be: hung up beside the product's own addresses in tests alone."""

from datetime import UTC, datetime
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.template import engines
from django.urls import path, reverse

from navmark.foundation.papers.models import Answers
from navmark.foundation.papers.on_page import shown
from navmark.foundation.papers.saving import form_of, save
from navmark.foundation.papers.tests.samples import known
from navmark.project.urls import urlpatterns as product

PAGE = """{% extends "ui/base.html" %}{% block title %}国旗下讲话{% endblock %}{% block heading %}国旗下讲话{% endblock %}
{% block content %}<div class="card">{% include "papers/form.html" %}</div>
<div class="card"><h2>已填写</h2>{% include "papers/values.html" %}</div>{% endblock %}"""
AT = datetime(2026, 11, 20, 8, 30, tzinfo=UTC)


def a_page(request: HttpRequest, pk: UUID) -> HttpResponse:
    answers = Answers.objects.select_related("edition__paper").get(pk=pk)
    page = reverse("gallery", args=(pk,))
    if request.method == "POST":
        return save(request, answers, known(), title="国旗下讲话", page=page, by=request.viewer.person, at=AT)
    told = shown(answers.edition.description, answers.values, known())
    context = {"form": form_of(answers, known()), "shown": told, "action": page}
    return HttpResponse(engines["django"].from_string(PAGE).render(context, request))


urlpatterns = [*product, path("gallery/<uuid:pk>/", a_page, name="gallery")]
