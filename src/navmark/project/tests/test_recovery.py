import pytest

from navmark.foundation.sealing import keys
from navmark.project import doctor, recovery
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


def test_the_first_sheet_has_every_key_that_will_be_used(settings, tmp_path):
    settings.DATA = tmp_path
    text = recovery.printed_sheet()

    assert {key.algorithm for key in recovery.read_sheet(text)} == {keys.AES, keys.HMAC}
    keys.index_key()
    assert recovery.unprinted() == []


def test_a_key_made_later_is_named_until_a_new_sheet_is_printed(settings, tmp_path):
    settings.DATA = tmp_path
    recovery.printed_sheet()
    later = keys.new_key(tmp_path / "keys")

    assert recovery.unprinted() == [later.id]
    assert later.id in recovery.printed_sheet()
    assert recovery.unprinted() == []


def test_a_sheet_that_was_given_back_is_on_paper_already(settings, tmp_path):
    settings.DATA = tmp_path / "old"
    given = recovery.read_sheet(recovery.printed_sheet())
    settings.DATA = tmp_path / "new"
    (tmp_path / "new" / "keys").mkdir(parents=True)

    recovery.give_back(given)
    recovery.count_as_printed(given)

    assert recovery.unprinted() == [] and keys.ring().everything() == given


def test_doctor_asks_for_a_new_sheet_and_names_the_command(db, settings, tmp_path):
    settings.DATA = tmp_path
    keys.ring()
    assert "./navmark recovery" in doctor._keys().words and not doctor._keys().is_good

    recovery.printed_sheet()

    assert doctor._keys().is_good


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gbk", "gb18030", "utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_sheet_is_read_however_an_editor_kept_it(tmp_path, encoding, end):
    keys.index_key()
    ring, path = keys.ring(), tmp_path / "恢复单.txt"
    whole = recovery.sheet(ring)
    for text in (whole, whole.strip().rpartition("\n\n")[2]):  # the lines of keys alone, too
        path.write_bytes(text.replace("\n", end).encode(encoding))
        assert recovery.read(path) == ring.everything()


def test_what_is_no_sheet_is_refused_in_words(tmp_path):
    (tmp_path / "scan.pdf").write_bytes(bytes(range(256)))
    (tmp_path / "empty").mkdir()

    for path in (tmp_path / "scan.pdf", tmp_path / "empty"):
        with pytest.raises(Refused, match="没有密钥"):
            recovery.read(path)
