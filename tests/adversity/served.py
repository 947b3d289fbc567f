"""A server in a folder of its own, started as a school starts it, that can be killed with everything below it.

Run as a module it sets the scene in a folder, or tells what the folder's database holds, as JSON.
"""

import json
import os
import signal
import subprocess
import sys
import time
import urllib.request
from contextlib import suppress
from datetime import date, timedelta
from pathlib import Path

from navmark.project.bench.server import free_port
from navmark.project.ground import ROOT

PATIENCE = 60  # seconds
TITLE = "十一月支部党员大会"


class Served:
    """The server at `address`."""

    def __init__(self, folder: Path, database: dict[str, str]) -> None:
        kept = {key: value for key, value in os.environ.items() if not key.startswith(("NAVMARK_", "DJANGO_"))}
        self.folder, self.environment = folder, {**kept, **database}
        self.port = free_port()
        self.address = f"http://127.0.0.1:{self.port}"

    def tell(self, what: str) -> dict:
        """What this module prints for `what` when it runs on the folder."""
        command = [sys.executable, "-m", "tests.adversity.served", what, str(self.folder)]
        done = subprocess.run(command, cwd=ROOT, env=self.environment, capture_output=True, text=True, check=True)
        return json.loads(done.stdout)

    def start(self) -> None:
        """On the school that was set there; on none where there is no scene, for nobody here asks for the demo."""
        where = ["--empty", "--data", str(self.folder), "--port", str(self.port)]
        command = [sys.executable, "-m", "navmark.project.cli", "up", *where]
        self.process = subprocess.Popen(
            command, cwd=ROOT, env=self.environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
        )
        end = time.monotonic() + PATIENCE
        while not self._answers():
            assert time.monotonic() < end, "the server did not start"
            time.sleep(0.05)

    def _answers(self) -> bool:
        with suppress(OSError), urllib.request.urlopen(f"{self.address}/healthz", timeout=2) as answer:
            return answer.status == 200
        return False

    def kill(self) -> None:
        """kill -9 to the server, its workers and its tick, all at once."""
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait(PATIENCE)

    def post(self, url: str, session: str, **fields: str) -> int | None:
        """The status of an answer that arrived whole, or None."""
        headers = {"Cookie": f"sessionid={session}; csrftoken={'t' * 32}", "X-CSRFToken": "t" * 32, "X-Autosave": "1"}
        body = "&".join(f"{name}={urllib.request.quote(text)}" for name, text in fields.items()).encode()
        request = urllib.request.Request(self.address + url, data=body, headers=headers)
        with suppress(OSError), urllib.request.urlopen(request, timeout=10) as answer:
            answer.read()
            return answer.status
        return None


def _set_scene() -> dict:
    from django.test import Client
    from django.urls import reverse
    from django.utils import timezone

    from navmark.foundation.activities.codes import COOKIE
    from navmark.foundation.people.models import PostKind
    from navmark.foundation.people.tests.factories import a_branch, holder
    from navmark.foundation.proceedings.actions import agenda
    from navmark.foundation.programme.at_a_stroke import begun, plan_of
    from navmark.foundation.programme.loading import establish_programme
    from navmark.foundation.tenancy.models import School
    from navmark.foundation.tenancy.scope import within
    from navmark.pillars.demonstration.branch_life import kinds
    from navmark.project import preparing
    from navmark.project.bench.scene import browser_of

    preparing.migrate()
    with within(School.objects.create(name="启明实验小学", in_use_since=date(2026, 9, 1))):
        at = timezone.now()
        branch = a_branch()
        establish_programme(at=at)
        secretary = holder(PostKind.SECRETARY)
        plan = plan_of(kinds.ASSEMBLY, branch, at - timedelta(minutes=5), title=TITLE, host=secretary, recorder=secretary)
        scene = begun(plan, lambda person: browser_of(person, Client()), by=secretary, at=at - timedelta(days=3))
        activity, writer = scene.activity, browser_of(secretary, Client())
        item = agenda.add_item(activity.parts.get(), title="议题", by=secretary, at=timezone.now())
    sessions = [f"{member.cookies['sessionid'].value}; {COOKIE}={member.cookies[COOKIE].value}" for member in scene.people]
    write = reverse("proceedings:item_save", args=[item.pk])
    return {"sign_in": scene.sign_in, "sessions": sessions, "write": write, "writer": writer.cookies["sessionid"].value}


def _held() -> dict:
    from navmark.foundation.activities.models import Activity, Presence
    from navmark.foundation.audit.models import AuditEntry
    from navmark.foundation.proceedings.models import AgendaItem
    from navmark.foundation.tenancy.models import School
    from navmark.foundation.tenancy.scope import within

    with within(School.objects.get()):
        activity = Activity.objects.get(title=TITLE)
        item = AgendaItem.objects.get(part__activity=activity)
        return {
            "present": activity.roll.filter(presence=Presence.PRESENT).count(),
            "noted": AuditEntry.objects.filter(kind="activities.signed_in", subject_id=activity.pk).count(),
            "text": item.points,
        }


def _broken_off() -> dict:
    """An import of the programme and a step of an entry, each in a process of its own that is killed before its transaction ends:
    whether all is as it was before."""
    from datetime import timedelta

    from django.utils import timezone

    from navmark.foundation.people.models import Person, Unit
    from navmark.foundation.programme import loading, returning
    from navmark.foundation.programme.changing import page_or_404
    from navmark.foundation.programme.writing import as_toml
    from navmark.foundation.registers.actions import EntryHead, add, steps
    from navmark.foundation.registers.tests.scene import ANSWERS, AT, make_register, took
    from navmark.foundation.tenancy.models import School
    from navmark.foundation.tenancy.scope import within

    with within(School.objects.get()):
        by, at, file = Person.objects.first(), timezone.now(), "experience/flag_speech.toml"
        entry = add(
            make_register("to_mend"),
            EntryHead(Unit.objects.first(), "灯", AT.date(), by),
            {"problem": "走廊"},
            by=by,
            at=AT,
        )
        texts = {**returning.in_force(at.date()).texts, file: as_toml(page_or_404(file) | {"title": "旗下讲话"})}
        draft = returning.begin(returning.checked(texts, on=at.date()), "方案.zip", by=by, at=at - timedelta(hours=1))
        shown = returning.digest_in_force()
        return {
            "import": _dies(loading, lambda: returning.adopt(draft, shown=shown, by=by, at=at, on=at.date())),
            "step": _dies(steps, lambda: took(entry, "accept", ANSWERS, by=by)),
        }


def _dies(room, act) -> bool:
    """The last thing that the room does is to write the trail: there the blow falls."""
    from django.db import connections

    before = _kept()
    connections.close_all()
    child = os.fork()
    if child == 0:
        room.record = lambda *args, **kwargs: os.kill(os.getpid(), signal.SIGKILL)
        act()
        os._exit(0)
    _pid, status = os.waitpid(child, 0)
    return os.WIFSIGNALED(status) and _kept() == before


def _kept() -> list:
    """Whatever an import and a step write."""
    from django.apps import apps

    names = (
        "programme.PageEdition", "programme.ProgrammeDraft", "programme.LoadedProgramme", "activities.ActivityKind",
        "cadence.Cadence", "cadence.Duty", "papers.PaperEdition", "papers.Answers", "registers.Register",
        "registers.RegisterEdition", "registers.Entry", "registers.Move", "audit.AuditEntry",
    )  # fmt: skip
    return [list(apps.get_model(name).objects.order_by("pk").values_list()) for name in names]


if __name__ == "__main__":
    from navmark.project import ground

    ground.stand_on(Path(sys.argv[2]), public_url="http://127.0.0.1")
    sys.stdout.write(json.dumps({"scene": _set_scene, "held": _held, "broken_off": _broken_off}[sys.argv[1]]()))
