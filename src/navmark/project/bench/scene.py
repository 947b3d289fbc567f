"""The scene that is measured: the demo school, and in it what each mechanism sets up for itself."""

from dataclasses import dataclass
from datetime import datetime

from django.test import Client

from navmark.foundation.people.models import Account, Person, SchoolAccount
from navmark.foundation.programme.bringing import Bench
from navmark.foundation.programme.cards import brought
from navmark.foundation.tenancy.models import School
from navmark.foundation.tenancy.scope import within

LEADER = "shuji"  # the account of the demo before whose Today most comes together


@dataclass(frozen=True)
class Scene:
    leader: Client
    benches: list[Bench]


def set_up(at: datetime) -> Scene:
    leader = Client()
    leader.force_login(Account.objects.get(login=LEADER), backend="django.contrib.auth.backends.ModelBackend")
    with within(School.objects.get()):
        return Scene(leader, [bench(lambda person: browser_of(person, leader), at=at) for _card, bench in brought("bench")])


def browser_of(person: Person, beside: Client) -> Client:
    """A browser in which this person is logged in. Both talk to one application: a server loads it once, not once for each of
    its visitors."""
    seat = SchoolAccount.objects.filter(person=person).select_related("account").first()
    if seat is None:
        account = Account.objects.create(login=f"bench-{person.pk}", password="!")
        seat = SchoolAccount.objects.create(account=account, person=person)
    client = Client()
    client.force_login(seat.account, backend="django.contrib.auth.backends.ModelBackend")
    client.handler = beside.handler
    return client
