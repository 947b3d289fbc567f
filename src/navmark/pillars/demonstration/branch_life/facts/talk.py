"""谈心谈话: its two, and its sealed words."""

from django.conf import settings
from django.utils.translation import override

from navmark.foundation.activities.models import Part
from navmark.foundation.activities.roll import Rolls
from navmark.pillars.demonstration.branch_life import kinds
from navmark.pillars.demonstration.branch_life.models import Talk
from navmark.pillars.demonstration.branch_life.sheets import shape


def talk(part: Part) -> shape.PrintedTalk | None:
    if part.kind != kinds.TALK:
        return None
    row = Talk.objects.filter(part=part).first() or Talk(part=part)
    both = [place.person for place in Rolls(part.activity).whole().places]
    both.sort(key=lambda person: person.pk != part.activity.host_id)  # who asked for it first
    one, other = [*(person.name for person in both), "", ""][:2]
    with override(settings.LANGUAGE_CODE):
        kind = str(row.get_kind_display())
    return shape.PrintedTalk(one, other, kind, row.content, row.opinions, row.measures)
