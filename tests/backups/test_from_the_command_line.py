"""A school is founded, backed up and restored by the commands themselves, on the database that the tests run on."""

import json
from zipfile import ZipFile


def test_a_restored_folder_states_the_same_facts_and_names_what_it_cannot_read(run, school_a, stated):
    told = run("restore", "b", school_a / "a.zip")
    lost = json.loads(run("doctor", "b", "--json", expect=1))

    assert run("facts", "b", "--json") == stated
    assert "启明小学" in told and "缺少密钥" in told
    assert [one["about"] for one in lost if not one["ok"]] == ["密钥"]


def test_the_recovery_sheet_opens_what_was_sealed_at_once_or_later(run, school_a):
    sheet = school_a / "a" / "keys" / "recovery-sheet.txt"
    run("restore", "b", school_a / "a.zip")
    run("restore", "b", "--keys", sheet)
    run("restore", "c", school_a / "a.zip", "--keys", sheet)

    assert all(one["ok"] for name in "bc" for one in json.loads(run("doctor", name, "--json")))


def test_a_sheet_imported_again_after_the_restore_changes_nothing(run, school_a):
    run("restore", "b", school_a / "a.zip", "--keys", school_a / "a" / "keys" / "recovery-sheet.txt")
    told = json.loads(run("import", "b", school_a / "staff.txt", "--as", "staff", "--json"))
    rows = told["rows"]

    assert [row["what"] for row in told["report"]] == ["unchanged", "unchanged"]
    assert rows == {**dict.fromkeys(rows, 0), "unchanged": 2}


def test_attached_files_come_back_where_they_were(run, school_a):
    with ZipFile(school_a / "a.zip", "a") as backup:
        backup.writestr("files/2026/scan.pdf", b"%PDF-")
    run("restore", "b", school_a / "a.zip")

    assert (school_a / "b" / "files" / "2026" / "scan.pdf").read_bytes() == b"%PDF-"


def test_no_key_is_in_the_file(run, school_a):
    text = (school_a / "a.zip").read_bytes()

    for key in (school_a / "a" / "keys").glob("*.key"):
        assert key.read_bytes().split()[-1] not in text


def test_it_refuses_a_folder_in_use_a_damaged_file_and_a_mistyped_name(run, school_a):
    whole = (school_a / "a.zip").read_bytes()
    (school_a / "half.zip").write_bytes(whole[: len(whole) // 2])

    assert "不是空目录" in run("restore", "a", school_a / "a.zip", expect=1)
    assert "备份" in run("restore", "d", school_a / "half.zip", expect=1)
    assert "没有数据目录" in run("facts", "nowhere", expect=1)
    assert not (school_a / "nowhere").exists()
