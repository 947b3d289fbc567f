"""Emoji and characters that no face prints: on paper a gap would stand in their place."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from navmark.foundation.activities.models import Activity, Part
from navmark.foundation.printing.glyphs import Said, unprinted
from navmark.foundation.proceedings.models import AgendaItem
from navmark.foundation.proceedings.places import at_item
from navmark.foundation.records.findings import PLAN, SelfCheckFinding


def about_glyphs(part: Part, items: list[AgendaItem]) -> Iterator[SelfCheckFinding]:
    for item in items:
        for number, (label, signs) in enumerate(unprinted(_texts(item))):
            words = _("“%(title)s”, %(field)s: “%(signs)s” cannot be printed. Write it otherwise.")
            told = words % {"title": item.title, "field": label, "signs": signs}
            yield SelfCheckFinding(f"glyphs-{item.pk}-{number}", told, at=at_item(item))


def _texts(item: AgendaItem) -> Iterator[Said]:
    yield _("item"), item.title
    yield _("main points"), item.points
    for speech in item.spoken:
        yield _("what %(name)s said") % {"name": speech.speaker.name}, speech.text
    for vote in item.votes.all():
        yield _("vote"), vote.subject
    for decision in item.decisions.all():
        yield decision.get_kind_display(), decision.text
        for task in decision.follow_ups.all():
            yield _("task"), task.what


def about_plan_glyphs(activity: Activity) -> Iterator[SelfCheckFinding]:
    """Title, place and themes, which stand on the plan."""
    texts = [("title", _("title"), activity.title), ("place", _("place"), activity.place)]
    texts += [("topic", _("theme"), part.topic) for part in activity.parts.all()]
    for name, label, text in texts:
        for _label, signs in unprinted([(label, text)]):
            words = _("%(field)s: “%(signs)s” cannot be printed. Write it otherwise.") % {"field": label, "signs": signs}
            yield SelfCheckFinding(f"glyphs-{name}", words, at=f"{PLAN}#id_{name}")
