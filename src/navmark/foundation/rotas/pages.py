"""Where a turn and a table are shown."""

from django.urls import reverse

from navmark.foundation.people.models import Unit
from navmark.foundation.rotas.models import Rota, Turn


def page_of(turn: Turn) -> str:
    return reverse("rotas:turn", args=[turn.pk])


def table_of(rota: Rota, unit: Unit) -> str:
    return reverse("rotas:table", args=[rota.code], query={"unit": str(unit.pk)})
