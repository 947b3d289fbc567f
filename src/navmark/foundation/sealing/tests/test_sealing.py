"""What lies in the database is not the text; without the key it is named unreadable, and saving it loses nothing."""

import pytest
from django.core.exceptions import FieldError
from django.db import connection

from navmark.foundation.people.models import Person
from navmark.foundation.people.tests.factories import a_person
from navmark.foundation.sealing import cipher, keys
from navmark.foundation.sealing.index import blind_index

PHONE = "19900000001"


@pytest.fixture(autouse=True)
def own_keys(settings, tmp_path):
    settings.DATA = tmp_path
    return tmp_path / "keys"


def stored(person):
    with connection.cursor() as cursor:
        cursor.execute("SELECT phone FROM people_person WHERE name = %s", [person.name])
        return cursor.fetchone()[0]


def test_the_database_holds_no_clear_text(inside):
    person = a_person(phone=PHONE)

    assert PHONE not in stored(person)
    assert Person.fresh(person.pk).phone == PHONE


def test_the_same_text_is_sealed_differently_each_time(inside):
    assert stored(a_person(phone=PHONE)) != stored(a_person(phone=PHONE))


def test_a_new_key_seals_what_comes_and_the_old_one_still_opens(inside, own_keys):
    before = a_person(phone=PHONE)
    newer = keys.new_key(own_keys)
    after = a_person(phone=PHONE)

    assert stored(after).startswith(newer.id) and not stored(before).startswith(newer.id)
    assert Person.fresh(before.pk).phone == Person.fresh(after.pk).phone == PHONE


def test_without_its_key_a_text_is_named_unreadable_and_survives_saving(inside, own_keys):
    person = a_person(phone=PHONE)
    kept = {path: path.read_bytes() for path in own_keys.iterdir()}
    for path in kept:
        path.unlink()
    keys.new_key(own_keys)
    blind = Person.fresh(person.pk)
    blind.job = "教师"
    blind.save()
    assert not cipher.is_readable(blind.phone) and PHONE not in blind.phone

    for path, content in kept.items():
        path.write_bytes(content)
    assert (Person.fresh(person.pk).phone, Person.fresh(person.pk).job) == (PHONE, "教师")


def test_a_text_moved_to_another_column_does_not_open(inside):
    sealed = cipher.seal(PHONE, "people_person.phone")

    assert cipher.unseal(sealed, "people_person.phone") == PHONE
    assert not cipher.is_readable(cipher.unseal(sealed, "people_person.address"))


def test_a_damaged_text_is_named_and_breaks_nothing(inside):
    sealed = cipher.seal(PHONE, "people_person.phone")

    assert not cipher.is_readable(cipher.unseal(sealed[:-8] + "AAAAAAA=", "people_person.phone"))


def test_nobody_searches_what_is_sealed(inside):
    with pytest.raises(FieldError, match="blind index"):
        Person.objects.filter(phone=PHONE)


def test_an_index_outlives_a_rotation_and_differs_by_purpose(own_keys):
    before = blind_index(PHONE, "phone")
    keys.new_key(own_keys)

    assert blind_index(PHONE, "phone") == before != blind_index(PHONE, "id_number")
    assert blind_index("", "phone") == ""


def test_only_their_owner_reads_the_keys(own_keys):
    keys.index_key()
    keys.ring()

    assert {path.stat().st_mode & 0o077 for path in own_keys.glob("*.key")} == {0}


def test_a_damaged_index_key_is_never_replaced_in_silence(own_keys):
    keys.index_key()
    (own_keys / keys.INDEX_KEY).unlink()
    (own_keys / keys.INDEX_KEY).write_text("hmac-sha256 AAAA")

    with pytest.raises(keys.DamagedKey):
        blind_index(PHONE, "phone")
