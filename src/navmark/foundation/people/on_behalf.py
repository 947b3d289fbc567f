"""代谁办理: a clerk types for others; the trail keeps who typed and for whom.

Asked for only where the act belongs to somebody else and nothing tells whose it is: a leave asked by telephone, a theme told
in the corridor. Where it follows from the matter (a meeting's host, a task's owner), `whose` says it. A signature is never
given for another: lifting a finding, sending back and locking are acts of two people before the screen.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from navmark.foundation.audit.kinds import told_of
from navmark.foundation.audit.models import AuditEntry
from navmark.foundation.audit.words import Told, changes_of
from navmark.foundation.people.circles.named import CLERK, SECRETARY
from navmark.foundation.people.forms.named import Names, PersonAmong
from navmark.foundation.people.models import COMMITTEE_POSTS, Merger, Person, Unit
from navmark.foundation.people.queries import holders_of
from navmark.foundation.people.viewer import Viewer

_LABEL = gettext_lazy("On behalf of")
TYPE_FOR_OTHERS = (SECRETARY, CLERK)


def may_type_for_others(viewer: Viewer) -> bool:
    return viewer.has(*TYPE_FOR_OTHERS)


def types_for_others(viewer: Viewer, unit: Unit) -> bool:
    """Whether she types for others what belongs to this unit."""
    return viewer.is_in(unit, *TYPE_FOR_OTHERS)


def whose(viewer: Viewer, *people: Person | None) -> Person | None:
    """On whose behalf a clerk does what belongs to the first of `people` that is known; None when it is her own to do."""
    owner = next((person for person in people if person is not None), None)
    if owner is None or owner.pk == viewer.person.pk or viewer.has(SECRETARY) or not viewer.has(CLERK):
        return None
    return owner


class OnBehalfField(PersonAmong):
    """For whom this is typed, among `people`; nobody named is oneself."""

    def __init__(self, viewer: Viewer, people: Iterable[Person], *, label: Any = _LABEL, required: bool = False) -> None:
        others = [person for person in people if person.pk != viewer.person.pk]
        names = Names(others, on=viewer.on, listed_as="names-of-others")
        oneself = "" if required else _("%(name)s (oneself)") % {"name": viewer.person.name}
        super().__init__(names, nobody=oneself, label=label, required=required)


def decider_field(viewer: Viewer) -> OnBehalfField | None:
    """Whose decision it was, asked of a clerk; None for a secretary, who decides herself."""
    if viewer.has(SECRETARY) or not viewer.has(CLERK):
        return None
    return OnBehalfField(viewer, holders_of(COMMITTEE_POSTS, on=viewer.on).order_by("sort_key"))


@dataclass(frozen=True)
class Deed:
    """One line of a history: "王干事 代 张书记", what it changed from what to what, and why."""

    entry: AuditEntry
    doer: str
    other: str  # for whom, if not for oneself
    changes: list[Told]

    @property
    def who(self) -> str:
        return _("%(clerk)s for %(person)s") % {"clerk": self.doer, "person": self.other} if self.other else self.doer

    @property
    def reason(self) -> str:
        """Which step, which tags, and why."""
        facts = self.entry.facts
        told = [_in_words(key, facts.get(key)) for key in told_of(self.entry.kind)]
        return "；".join(filter(None, (*told, facts.get("because") or facts.get("reason"))))


def deeds(entries: Iterable[AuditEntry]) -> list[Deed]:
    """These rows of the trail with the names that stand behind them. One query, and one a kind of row that changes name."""
    rows = list(entries)
    ids = {key for row in rows for key in (row.by, row.on_behalf_of) if key}
    names = dict(Person.objects.filter(pk__in=ids).values_list("pk", "name"))
    if len(names) < len(ids):  # a row that was merged into another still acts in the trail
        names |= dict(Merger.objects.filter(gone__in=ids).values_list("gone", "gone_name"))
    changed = changes_of(rows)
    return [Deed(row, names.get(row.by, ""), names.get(row.on_behalf_of, ""), changed[row.pk]) for row in rows]


def _in_words(key: str, fact: Any) -> str:
    words = "、".join(fact) if isinstance(fact, list) else str(fact or "")
    return _("no longer %(what)s") % {"what": words} if words and key == "removed" else words
