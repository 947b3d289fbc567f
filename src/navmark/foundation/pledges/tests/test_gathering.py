"""On a unit's page stands who took it upon herself, for whoever sees that list and for herself."""

from navmark.foundation.people.tests.factories import a_person, a_viewer
from navmark.foundation.pledges import actions
from navmark.foundation.pledges.gathering import taken_on
from navmark.foundation.pledges.models import Ending
from navmark.foundation.pledges.tests.scene import AT, TODAY, a_pledge, make_school, taking


def test_it_stands_there_until_it_ends_and_leads_to_what_one_may_open(inside, sql_of):
    here, stranger = make_school(), a_person()
    pledge = a_pledge(here)

    def told(person, unit=here.maths):
        return [(line.what, line.when, line.state_label, line.url) for line in taken_on(a_viewer(person), unit).lines]

    what = f"帮包教研组 · {here.teaching.name}"
    assert told(here.keeper) == told(here.teaching) == [(what, "自10月8日(周四)起", "", f"/pledges/held/{pledge.pk}/")]
    assert told(here.colleague) == [(what, "自10月8日(周四)起", "", "/pledges/support/")]
    assert told(stranger) == [] == told(here.keeper, here.chinese)

    actions.offer(taking(here, here.moral, group=here.chinese), by=here.keeper, at=AT)
    assert [state for _what, _when, state, _url in told(here.colleague, here.chinese)] == ["已邀请，待答复"]
    viewer = a_viewer(here.keeper)
    assert sql_of(lambda: taken_on(viewer, here.maths)) <= 2
    actions.end(pledge, ending=Ending.DONE, on=TODAY, reason="", by=here.teaching, at=AT)
    assert told(here.keeper) == []
