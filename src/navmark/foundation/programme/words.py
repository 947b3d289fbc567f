"""What a person calls the codes of a programme: one vocabulary for the workbook, the differences and the pages."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from navmark.foundation.activities.kinds import declared_kinds
from navmark.foundation.people.circles import UnknownCircle, all_circles, circle
from navmark.foundation.people.models import UnitKind
from navmark.foundation.registers.models import HandRole
from navmark.foundation.rotas.order import Order
from navmark.foundation.rotas.stretches import Recurrence

Said = Mapping[str, str | Promise]
COLON = "："


@dataclass(frozen=True)
class Closed:
    """A closed list: each code with its word. What is called by a word that two codes bear is called by its code."""

    said: Callable[[], Said]

    @cached_property
    def codes(self) -> tuple[str, ...]:
        return tuple(self.said())

    def say(self, code: str) -> str:
        """Its word in the language of the reader; a code that there is not stays as it is."""
        word = str(self.said().get(code, code))
        return code if self._named(word) not in (None, code) else word

    def read(self, words: str) -> str | None:
        """The code, of its word or of itself; None where there is no such thing."""
        return words if words in self.said() else self._named(words)

    def _named(self, word: str) -> str | None:
        return next((code for code, said in self.said().items() if str(said) == word), None)

    def choices(self) -> list[tuple[str, str]]:
        return [(code, self.say(code)) for code in self.said()]


@dataclass(frozen=True)
class Circles(Closed):
    """Circles by words; one around a thing may be narrowed by another: 上一环节以外的人：支部委员."""

    def say(self, code: str) -> str:
        of, colon, within = code.partition(":")
        return f"{super().say(of)}{COLON}{super().say(within)}" if colon else super().say(code)

    def read(self, words: str) -> str | None:
        of, colon, within = words.replace(COLON, ":").partition(":")
        if not colon:
            return super().read(words)
        code = f"{super().read(of.strip())}:{super().read(within.strip())}"
        try:
            return circle(code).code
        except UnknownCircle:
            return None


@dataclass(frozen=True)
class Whose(Closed):
    """Also the units of a kind, and the people of a circle: `unit:grade`, `person:staff`."""

    def say(self, code: str) -> str:
        kind, _colon, of = code.partition(":")
        of_kind = {"unit": UNITS, "person": CIRCLES}.get(kind) if of else None
        return of_kind.say(of) if of_kind else super().say(code)


def _of(said: Said) -> Closed:
    return Closed(lambda: said)


CIRCLES = Circles(lambda: {one.code: one.label for one in all_circles()})
UNITS = _of({kind.value: kind.label for kind in UnitKind})
ROLES = _of({role.value: role.label for role in HandRole})
NOUN_WORDS = _of(
    {
        "activity": pgettext_lazy("noun of a programme", "activity"),
        "register": pgettext_lazy("noun of a programme", "register"),
        "pledge": pgettext_lazy("noun of a programme", "pledge"),
        "rota": pgettext_lazy("noun of a programme", "rota"),
        "paper": pgettext_lazy("noun of a programme", "sheet"),
        "policy": pgettext_lazy("noun of a programme", "policy"),
    }
)
EVERY = _of(
    {
        "week": _("every week"), "month": _("every month"), "quarter": _("every quarter"), "half": _("every half-year"),
        "year": _("every year"), "term": _("every term"), "school_year": _("every school year"),
    }
)  # fmt: skip
TYPES = _of(
    {
        "line": _("a line"), "paragraph": _("a paragraph"), "number": _("a number"), "minutes": _("a duration"),
        "money": _("an amount"), "date": _("a day"), "time": _("a time of day"), "yes_no": _("yes or no"),
        "choice": _("one choice"), "choices": _("several choices"), "person": _("a person"), "people": _("several people"),
        "class": _("a class"), "unit": _("a unit"), "units": _("several units"), "file": _("files"), "picture": _("pictures"),
        "rows": _("a small table"), "score": _("a score"), "total": _("a total"), "heading": _("a heading"), "note": _("a note"),
        "lines": _("ruled lines"),
    }
)  # fmt: skip
PRIVACY = _of({"public": _("public"), "internal": _("internal"), "personal": _("personal"), "sensitive": _("sensitive, sealed")})
NOTE = _of({"never": _("no note"), "optional": _("a note if one likes"), "required": _("a note is needed")})
TONE = _of({"good": _("done well"), "waiting": _("waits for somebody")})
ASKED = _of({"never": _("not asked"), "optional": _("asked, may stay empty"), "required": _("must be answered")})
WHOSE = Whose(
    lambda: {"classes": _("the classes"), "list": _("a list of names"), **{one.code: one.label for one in all_circles()}}
)
COVERED = Whose(lambda: {"unit": _("the units"), "grade": _("the grades"), "class": _("the classes")})
AFRESH = _of({"month": _("every month"), "term": _("every term")})
ORDERS = _of({one.value: one.label for one in Order})
TURNS = _of({one.value: one.label for one in Recurrence})
DECLARED = Closed(lambda: {one.code: one.title for one in declared_kinds()})  # of the mechanisms that have rules of their own
YES_NO = _of({"true": _("yes"), "false": _("no")})
NEVER, BEFORE, AT_STEP = _("never needed"), _("needed before it is finished"), _("at step")

KEYS: Said = {
    "title": _("title"), "title_en": _("English title"), "summary": _("in short"), "summary_en": _("in short, in English"),
    "sentence": _("sentence of the article"), "since": _("from the day"),
    "until": _("to the day"), "unit": _("held by"), "expected": _("expected"), "voters": _("who votes"),
    "planners": _("who arranges it"), "keepers": _("who keeps it"), "overseers": _("who signs second"),
    "readers": _("who reads it"), "makers": _("who adds"), "people": _("people on an entry"),
    "owned": _("has an owner"), "owner": _("what the owner is called"), "owner_en": _("the owner in English"),
    "plate": _("hangs on a wall"), "numbered": _("numbered by year"),
    "line": _("one line a month"), "joins": _("may be a part of"), "outcomes": _("gathers what came of it"),
    "sheet": _("title of the sheet"), "every": _("how often"), "times": _("how many times"),
    "weeks": _("in which weeks of the term"),
    "may_excuse": _("reasons for which it is not needed"),
    "rule": _("by which rule"), "grace_days": _("days of grace"), "type": _("kind of answer"), "label": _("label"),
    "label_en": _("English label"), "help": _("help"), "required": _("needed when"), "default": _("what stands there at first"),
    "class": _("who may read the answer"), "choices": _("choices"), "words": _("words of the state"), "words_en": _("in English"),
    "button": _("words of the button"), "button_en": _("button in English"), "from": _("from the state"), "to": _("to the state"),
    "who": _("who takes the step"), "note": _("note"), "file": _("a file is needed"), "within": _("until when"),
    "by_field": _("by the day in"), "tells": _("who is told"), "closed": _("nothing more to do"), "tone": _("how it looks"),
    "awaits": _("what waits there"),
    "pillar": _("pillar"), "pillars": _("pillars"),
    "paper": _("fields"), "states": _("states"), "steps": _("steps"), "cadence": _("cadence"),
    "columns": _("columns"), "key": _("code"), "field": _("field"), "column": _("column"), "state": _("state"), "step": _("step"),
    "tags": _("tags"), "campaigns": _("campaigns"), "campaign": _("asks for a campaign"),
    "public": _("open to the public"), "runs": _("is a campaign between these days"), "links": _("may be linked to"),
    "title_from": _("takes its title from"), "retention": _("kept for"), "child": _("is about children"),
    "count_by": _("counted by"), "coverage": _("shows who has none yet"), "coverage_by": _("counted afresh"),
    "facts": _("counted for the school as"),
    "waits": _("asks to be done"), "ahead": _("how far ahead"), "rota": _("turns"), "of": _("of which"),
    "among": _("who takes turns"), "order": _("in which order they come"), "places": _("places a turn"),
    "confirm": _("is confirmed"), "posts": _("posts"), "shifts": _("shifts"), "checklist": _("what is ticked"),
    "as_of": _("turns are given so from the day"),
    "hand_over": _("ends with a word for the next"),
    "during": _("only while a campaign runs of"),
    "activity": _("goes with"), "hours": _("hours of the day"), "about": _("what may be taken on"),
    "behind": _("only by the decision"), "decision": _("decision"), "by": _("decided by"), "day": _("decided on"),
    "basis": _("on what basis"),
    "takers": _("who takes it on"), "sole": _("one holder each"), "holder": _("what the holder is called"),
    "holder_en": _("the holder in English"), "width": _("how wide"), "aliases": _("other headings that are read"),
    "retired": _("asked until"),
    "gone": _("choices offered no more"), "most": _("at most"), "least": _("at least"), "height": _("how high"),
    "level": _("size of the heading"), "lines": _("ruled lines to print"), "decimals": _("decimal places"),
    "shares": _("shares of the columns"), "weight": _("weight"), "longest": _("how long at most"),
    "suggestions": _("words that are offered"), "must": _("goes on only with"), "only": _("asked only where"),
}  # fmt: skip


def key_word(key: str) -> str:
    return str(KEYS.get(key, key))


def told(codes: Iterable[str], words: Closed) -> str:
    return "、".join(words.say(code) for code in codes)
