"""What waits says the step and the rota in the reader's language; what the school named alone stays as it is."""

import pytest
from django.utils.translation import override

from navmark.foundation.cadence.models import Duty
from navmark.foundation.cadence.queries import title_of
from navmark.foundation.cadence.sources import BOTH, coded
from navmark.foundation.rotas.models import Rota

pytestmark = pytest.mark.on_one
TURN = coded("turn", "国旗下讲话", "11月30日(周一)", "Talk under the flag", "Mon 30 Nov 2026")


@pytest.mark.parametrize(
    ("kind", "kept", "chinese", "english"),
    [
        ("entry", coded(BOTH, "待复核", "to be checked", "走廊灯"), "待复核：走廊灯", "To be checked: 走廊灯"),
        ("entry", coded(BOTH, "整改台账", "Rectification"), "整改台账", "Rectification"),
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


def test_a_post_and_a_shift_are_called_in_the_language_of_the_reader():
    early = {"words": "早班", "words_en": "Early", "hours": "7:20—8:00", "checklist": []}
    one = Rota(posts=[["gate", "东门", "East gate"], ["stairs", "楼道"]], shifts=[["early", early], ["late", {"words": "晚班"}]])

    assert [one.post_called(key) for key in ("gate", "stairs", "gone")] == ["东门", "楼道", "gone"]
    with override("en"):
        assert [one.post_called(key) for key in ("gate", "stairs", "gone")] == ["East gate", "楼道", "gone"]
        assert [one.shift_called(key) for key in ("early", "late", "gone")] == ["Early 7:20—8:00", "晚班", "gone"]
