"""On a unit's page stand the turns of its own tables and its own in others', next ones first, as far as one reads them."""

from navmark.foundation.people.tests.factories import a_person, a_viewer
from navmark.foundation.rotas.gathering import AT_MOST, turns
from navmark.foundation.rotas.models import Turn
from navmark.foundation.rotas.proposing import propose
from navmark.foundation.rotas.tests.scene import AT, AT_THE_DOOR, make_rota, make_school


def test_they_stand_there_for_who_reads_the_table_or_has_them_and_cost_the_same_however_many(inside, sql_of):
    here = make_school()
    here.door = make_rota("door", **{**AT_THE_DOOR, "ahead": 8})
    for rota in (here.rota, here.door):
        propose(rota, here.whole, at=AT)
    klass, stranger = here.classes[1], a_person()

    def told(person, unit):
        return [line.what for line in turns(a_viewer(person, on=AT.date()), unit).lines]

    first = Turn.objects.filter(rota=here.rota, holder_unit=klass).first()
    assert told(here.colleague, klass) == ["国旗下讲话轮值"] and told(stranger, klass) == []
    line = turns(a_viewer(here.colleague, on=AT.date()), klass).lines[0]
    assert (line.when, line.url) == (first.when, f"/rotas/turns/{first.pk}/") and line.state_label == "待确认"

    whole = told(here.moral_head, here.whole)
    assert len(whole) == AT_MOST and "护校值班 · 东门 · 早班 7:20 · " in whole[1]
    assert {one.partition(" · ")[0] for one in told(here.colleague, here.whole)} >= {"国旗下讲话轮值"}
    doors = Turn.objects.filter(rota=here.door, ends_on__gte=AT.date())
    hers = [one for one in told(here.colleague, here.whole) if "护校" in one]
    assert len(hers) == doors.filter(person=here.colleague).count() < doors.count()

    viewer = a_viewer(here.moral_head, on=AT.date())
    assert viewer.units and viewer.standing
    many = sql_of(lambda: turns(viewer, here.whole))
    Turn.objects.exclude(pk=first.pk).delete()
    assert sql_of(lambda: turns(viewer, here.whole)) == many == 1  # the rotas are known already
