"""What waits says the step and the rota in the reader's language; what the school named alone stays as it is."""

import pytest
from django.utils.translation import override

from navmark.foundation.cadence.models import Duty
from navmark.foundation.cadence.queries import title_of
from navmark.foundation.cadence.sources import BOTH, coded

pytestmark = pytest.mark.on_one
TURN = coded("turn", "国旗下讲话", "11月30日(周一)", "Talk under the flag", "Mon 30 Nov 2026")


@pytest.mark.parametrize(
    ("kind", "kept", "chinese", "english"),
    [
        ("entry", coded(BOTH, "待复核", "to be checked", "走廊灯"), "待复核：走廊灯", "To be checked: 走廊灯"),
        ("entry", "待复核：走廊灯", "待复核：走廊灯", "待复核：走廊灯"),
        ("follow_up", "both: 走廊灯", "both: 走廊灯", "both: 走廊灯"),
        ("turn", TURN, "轮到：国旗下讲话，11月30日(周一)", "Turn: Talk under the flag (Mon 30 Nov 2026)"),
        ("rota", coded("confirm", "聊书", "", ""), "确认轮值：聊书", "Confirm the turns: 聊书"),
    ],
)
def test_it_is_read_in_either_language(kind, kept, chinese, english):
    row = Duty(source_kind=kind, title=kept)
    assert title_of(row) == chinese
    with override("en"):
        assert title_of(row) == english
