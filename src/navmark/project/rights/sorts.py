"""What may be done with occasions, entries, turns and pledges; of each, the circles that its room's door asks."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from navmark.foundation.activities.kinds import Kind, all_kinds
from navmark.foundation.people.circles.named import HEAD_OF
from navmark.foundation.people.models import UnitKind
from navmark.foundation.pledges.access import is_open
from navmark.foundation.pledges.known import kinds as pledge_kinds
from navmark.foundation.registers.access import seen_by
from navmark.foundation.registers.known import newest, registers
from navmark.foundation.registers.models import Register
from navmark.foundation.rotas.known import rotas
from navmark.foundation.rotas.models import Rota
from navmark.foundation.rotas.models.rota import LIST
from navmark.foundation.ui.marks import colon, semicolon
from navmark.project.rights.acts import Act, Sort, in_words

READ_AS_WELL = gettext_lazy("read it as well")  # who may do more with it reads it, and is not said a second time


def _only_read(kind: Kind) -> tuple[str, ...]:
    return tuple(code for code in kind.readers if code not in (*kind.keepers, *kind.overseers))


def _movers(one: Register) -> tuple[str, ...]:
    return tuple(dict.fromkeys(code for step in newest(one).course.steps for code in step.who))


def _moves(one: Register) -> str:
    """认领整改：责任人；销号：…"""
    return semicolon().join(f"{step.button}{colon()}{in_words(step.who)}" for step in newest(one).course.steps)


def _only_see(one: Register) -> tuple[str, ...]:
    return tuple(code for code in seen_by(one) if code not in (*one.keepers, *_movers(one)))


def _takers(one: Rota) -> tuple[str, ...]:
    """For a unit its head stands; a list is kept by hand."""
    return (HEAD_OF,) if one.of_units else () if one.among == LIST else (one.among,)


def _whose_turn(one: Rota) -> str:
    if one.of_units:
        return _("head of the %(unit)s") % {"unit": UnitKind(one.of_units).label}
    return in_words(_takers(one)) or _("who stands on its list")


OCCASIONS = Sort(
    "occasions",
    gettext_lazy("Occasion"),
    (
        Act(gettext_lazy("arrange it"), "安", lambda kind: kind.planners),
        Act(gettext_lazy("mark and record it"), "记", lambda kind: kind.keepers),
        Act(gettext_lazy("check and lock it"), "核", lambda kind: kind.overseers),
        Act(READ_AS_WELL, "看", _only_read),
        Act(gettext_lazy("are expected"), "到", lambda kind: kind.expected),
        Act(gettext_lazy("vote"), "票", lambda kind: kind.voters),
    ),
    lambda _viewer: all_kinds(),
    lambda kind: str(kind.title),
)
REGISTERS = Sort(
    "registers",
    gettext_lazy("Entry in a register"),
    (
        Act(gettext_lazy("add to it"), "登", lambda one: tuple(one.makers)),
        Act(gettext_lazy("correct it"), "改", lambda one: tuple(one.keepers)),
        Act(gettext_lazy("move it on"), "办", _movers, _moves),
        Act(READ_AS_WELL, "看", _only_see),
    ),
    lambda viewer: (one for one in registers() if one.is_on(viewer.on)),
    lambda one: one.name,
)
ROTAS = Sort(
    "rotas",
    gettext_lazy("Rota"),
    (
        Act(gettext_lazy("take turns, swap their own"), "轮", _takers, _whose_turn),
        Act(gettext_lazy("give turns"), "排", lambda one: tuple(one.keepers)),
        Act(READ_AS_WELL, "看", lambda one: tuple(code for code in one.readers if code not in one.keepers)),
    ),
    lambda viewer: (one for one in rotas() if one.active_to is None or viewer.on <= one.active_to),
    lambda one: one.name,
)
PLEDGES = Sort(
    "pledges",
    gettext_lazy("What is taken on"),
    (
        Act(gettext_lazy("take it on"), "领", lambda one: tuple(one.takers)),
        Act(gettext_lazy("give it, see every word of it"), "管", lambda one: tuple(one.keepers)),
        Act(
            READ_AS_WELL, "看", lambda one: tuple(code for code in one.readers if code not in (*one.keepers, *one.takers))
        ),
    ),
    lambda viewer: (one for one in pledge_kinds() if is_open(viewer, one)),
    lambda one: one.name,
)  # fmt: skip
SORTS = (OCCASIONS, REGISTERS, ROTAS, PLEDGES)
