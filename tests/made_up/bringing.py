"""What its card brings, each of the smallest size."""

from django.urls import reverse
from django.utils.timezone import localdate

from navmark.foundation.activities.kinds import kind
from navmark.foundation.cadence.models import Duty
from navmark.foundation.cadence.tasks import one_off
from navmark.foundation.people.models import Person, PostKind
from navmark.foundation.programme.bringing import MOVED, NO, Bench, Case, Door, Doors, Export, everybody

TASK = "整理读书角"


def demo(*, since, at):
    head = Person.objects.filter(posts__kind=PostKind.DEPARTMENT_HEAD).first()
    one_off(title=TASK, owner=head, due_on=localdate(at), source=("reading_corner", head.pk), by=head, at=at)


def counts(on):
    return {"books": Duty.objects.filter(title=TASK, due_on__lte=on).count()}


def pieces(year, viewer):
    yield f"读书角/{year}书目.txt", kind("reading_hour").title.encode()


def words(year, viewer):
    yield f"{year}年读书角书目"


def bench(browser_of, *, at):
    browser = browser_of(Person.objects.filter(posts__kind=PostKind.DEPARTMENT_HEAD).first())
    return Bench((Case("books", [lambda: browser.get(reverse("reading_corner:books"))], "bare_view", times=5, sql=10),))


def things(who, at):
    return {"hour": who["clerk"].pk}


EXPORT = Export(pieces, words)
DOORS = Doors(
    {
        "reading_corner:books": Door(everybody()),
        "reading_corner:hour": Door((MOVED, NO, NO, NO, NO, NO, NO), ("hour",)),
    },
    things,
)
