"""kill -9 while people sign in and a clerk writes: what was acknowledged is there afterwards, and the server starts again.

And in the middle of an import of the programme and of a step: all or nothing.
"""

from concurrent.futures import ThreadPoolExecutor
from threading import Event

import pytest

from tests.adversity.served import Served

pytestmark = pytest.mark.adversity
ENOUGH = 8  # sign-ins acknowledged before the blow


@pytest.fixture
def served(tmp_path, own_database):
    one = Served(tmp_path / "school", own_database())
    yield one
    if one.process.poll() is None:
        one.kill()


def _write(served, scene, stopped, acknowledged, blow):
    """Type on and on, as the page does: each save names the revision before it."""
    for revision in range(1, 500):
        text = f"会议记录第{revision}稿"
        if (
            stopped.is_set()
            or served.post(scene["write"], scene["writer"], title="议题", points=text, revision=str(revision)) != 204
        ):
            return
        acknowledged.append(text)
        blow()


def test_nothing_acknowledged_is_lost(served):
    scene = served.tell("scene")
    served.start()
    signed, written, stopped = [], [], Event()

    def blow():
        """When enough of both was acknowledged, whichever comes last."""
        if len(signed) >= ENOUGH and len(written) >= 3 and not stopped.is_set():
            stopped.set()
            served.kill()

    def sign_in(session):
        if served.post(scene["sign_in"], session) == 200:
            signed.append(session)
        blow()

    with ThreadPoolExecutor(max_workers=3) as people:
        people.submit(_write, served, scene, stopped, written, blow)
        list(people.map(sign_in, scene["sessions"]))
    held = served.tell("held")

    assert stopped.is_set() and len(signed) >= ENOUGH
    assert held["present"] == held["noted"] >= len(signed)
    assert held["text"] in (written[-1], f"会议记录第{len(written) + 1}稿")
    assert served.tell("broken_off") == {"import": True, "step": True}
    served.start()
    assert served.tell("held") == held
