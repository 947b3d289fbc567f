"""A community worker is added in one step with her community; her slip comes next, and nothing of the school is hers."""

from django.urls import reverse

from navmark.foundation.people.models import Person, Unit, UnitKind
from navmark.foundation.people.tests.factories import a_staff_member, a_viewer, an_administrator, signed_in

WHO = {"name": "程春", "sex": "f", "phone": "13900000001", "job": "网格员"}


def test_she_is_added_to_a_new_community_or_one_that_is_known_and_her_slip_is_chosen(inside):
    office, page, colleague = signed_in(an_administrator()), reverse("people:add-contact"), a_staff_member()
    assert page in office.get(reverse("people:add")).content.decode()
    for given in ({}, {"new_community": " "}):
        assert office.post(page, WHO | given).status_code == 422
    assert not Person.objects.filter(name="程春").exists() and not Unit.objects.filter(kind=UnitKind.COMMUNITY).exists()

    answer = office.post(page, WHO | {"new_community": "湖畔社区"})

    worker, community = Person.objects.get(name="程春"), Unit.objects.get(kind=UnitKind.COMMUNITY)
    slips = office.get(answer.headers["Location"]).content.decode()
    boxes = [box.partition(">")[0] for box in slips.split("<input") if 'name="person"' in box]
    assert ["checked" in box for box in boxes] == [True] + [False] * (len(boxes) - 1)
    assert str(worker.pk) in boxes[0] and colleague.name in slips
    viewer = a_viewer(worker)  # whom it gives an account
    assert viewer.is_in(community, "community_contact") and not viewer.has("staff") and worker.job == "网格员"

    from_there = office.get(page, {"unit": str(community.pk)}).content.decode()
    assert f'value="{community.pk}" selected' in from_there and office.get(page, {"unit": "x"}).status_code == 200
    office.post(page, WHO | {"name": "徐秋", "phone": "", "new_community": "湖畔社区"})
    office.post(page, WHO | {"name": "段冬", "phone": "", "community": str(community.pk)})
    assert Unit.objects.filter(kind=UnitKind.COMMUNITY).count() == 1 and community.memberships.count() == 3
    neither = office.post(page, WHO)
    assert neither.status_code == 422 and "请选择或填写所在社区" in neither.content.decode()
    both = office.post(page, WHO | {"community": str(community.pk), "new_community": "山前社区"})
    assert both.status_code == 422 and "只需其中一项" in both.content.decode()
