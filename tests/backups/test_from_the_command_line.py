"""A school is founded, backed up and restored by the commands themselves, on the database that the tests run on."""

from zipfile import ZipFile

from tests.commands import codes


def test_a_restored_folder_states_the_same_facts_and_files_and_the_recovery_sheet_opens_what_was_sealed_later(
    run, school_a, founded, sheet
):
    with ZipFile(school_a / "a.zip", "a") as backup:
        backup.writestr("files/2026/scan.pdf", b"%PDF-")
    told = run(
        "b",
        ("restore", school_a / "a.zip"),
        ("doctor", "--json"),
        ("facts", "--json"),
        ("restore", "--keys", sheet),
        ("doctor", "--json"),
    )
    restored, sealed, facts, _keys, opened = told

    assert codes(told) == [0, 1, 0, 0, 0]
    assert "启明小学" in restored.words and "缺少密钥" in restored.words
    assert [one["about"] for one in sealed.found if not one["ok"]] == ["密钥"]
    assert facts.found == founded.facts
    assert all(one["ok"] for one in opened.found)
    assert (school_a / "b" / "files" / "2026" / "scan.pdf").read_bytes() == b"%PDF-"


def test_with_the_sheet_it_is_opened_at_once_and_what_is_imported_again_changes_nothing(run, school_a, sheet):
    told = run(
        "c",
        ("restore", school_a / "a.zip", "--keys", sheet),
        ("doctor", "--json"),
        ("import", school_a / "staff.txt", "--as", "staff", "--json"),
    )
    assert codes(told) == [0, 0, 0]
    assert all(one["ok"] for one in told[1].found)

    rows = told[2].found["rows"]
    assert [row["what"] for row in told[2].found["report"]] == ["unchanged", "unchanged"]
    assert rows == {**dict.fromkeys(rows, 0), "unchanged": 2}


def test_no_key_is_in_the_file(school_a):
    text = (school_a / "a.zip").read_bytes()

    for key in (school_a / "a" / "keys").glob("*.key"):
        assert key.read_bytes().split()[-1] not in text


def test_it_refuses_a_folder_in_use_a_damaged_file_and_a_mistyped_name(run, school_a):
    whole = (school_a / "a.zip").read_bytes()
    (school_a / "half.zip").write_bytes(whole[: len(whole) // 2])
    before = sorted(path.name for path in (school_a / "a").iterdir())
    (in_use,) = run("a", ("restore", school_a / "a.zip"))
    nowhere, damaged = run("d", ("facts",), ("restore", school_a / "half.zip"))

    assert codes((in_use, nowhere, damaged)) == [1, 1, 1]
    assert "不是空目录" in in_use.words and in_use.names == before
    assert "没有数据目录" in nowhere.words and nowhere.names is None
    assert "备份" in damaged.words and damaged.names is None
