import pytest

from navmark.foundation.sealing import keys
from navmark.project import recovery
from navmark.project.refusals import Refused


def test_the_sheet_gives_back_every_key():
    keys.index_key()
    ring = keys.ring()

    assert recovery.read_sheet(recovery.sheet(ring)) == ring.everything()
    assert len(ring.everything()) >= 2


def test_a_misread_letter_is_noticed():
    text = recovery.sheet(keys.ring())
    secret = next(line for line in text.splitlines() if line.startswith("k1-")).split()[-1]
    swapped = ("B" if secret[0] != "B" else "C") + secret[1:]

    with pytest.raises(Refused):
        recovery.read_sheet(text.replace(secret, swapped))
