"""A restore that breaks off leaves nothing: no folder, no table. The same place takes the whole backup afterwards."""

import json
from zipfile import ZipFile

SCHOOLS, PERSONS = "rows/tenancy.School.jsonl", "rows/people.Person.jsonl"


def rewritten(source, target, changes):
    """A copy of a backup, sound as a zip, in which `changes` (name -> function of the bytes) were made or added."""
    with ZipFile(source) as old, ZipFile(target, "w") as new:
        for name in dict.fromkeys((*old.namelist(), *changes)):
            content = old.read(name) if name in old.namelist() else b""
            new.writestr(name, changes[name](content) if name in changes else content)
    return target


def _without_the_last_row(content):
    return content[: content.rstrip().rindex(b"\n") + 1]


def _of_another_school(content):
    names, *rows = content.splitlines()
    place = json.loads(names).index("school_id")
    changed = [json.loads(row) for row in rows]
    for row in changed:
        row[place] = "01900000-0000-7000-8000-000000000000"
    return b"\n".join((names, *(json.dumps(row).encode() for row in changed)))


FAULTS = {
    "incomplete": {SCHOOLS: _without_the_last_row},
    "pointing nowhere": {PERSONS: _of_another_school},
    "a file that leads out": {"files/../../out.txt": lambda content: b"out"},
    "of tables unknown": {"manifest.json": lambda content: content.replace(b'"0001_start"', b'"9999_later"')},
}


def test_it_leaves_neither_folder_nor_table(run, school_a, stated):
    for fault, changes in FAULTS.items():
        broken = rewritten(school_a / "a.zip", school_a / "broken.zip", changes)
        run("restore", "b", broken, "--keys", school_a / "a" / "keys", expect=1)
        assert not (school_a / "b").exists() and not (school_a / "out.txt").exists(), fault

    run("restore", "b", school_a / "a.zip")
    assert run("facts", "b", "--json") == stated


def test_a_folder_that_was_there_is_there_and_empty(run, school_a):
    broken = rewritten(school_a / "a.zip", school_a / "broken.zip", FAULTS["incomplete"])
    (school_a / "b").mkdir()
    run("restore", "b", broken, expect=1)

    assert not list((school_a / "b").iterdir())


def test_a_folder_that_is_in_use_is_left_alone(run, school_a):
    before = sorted(path.name for path in (school_a / "a").iterdir())
    run("restore", "a", school_a / "a.zip", expect=1)

    assert before == sorted(path.name for path in (school_a / "a").iterdir())


def test_a_backup_of_older_tables_is_brought_up_to_date_in_the_same_step(run, school_a, stated):
    def as_before_the_elections(content):
        manifest = json.loads(content.decode())
        manifest["migrations"] = [node for node in manifest["migrations"] if node[0] != "proceedings"]
        manifest["migrations"].append(["proceedings", "0001_start"])
        manifest["rows"] = {label: count for label, count in manifest["rows"].items() if count}
        return json.dumps(manifest).encode()

    older = rewritten(school_a / "a.zip", school_a / "older.zip", {"manifest.json": as_before_the_elections})
    run("restore", "b", older, "--keys", school_a / "a" / "keys")

    assert run("facts", "b", "--json") == stated
    run("recovery", "b")  # keys that came as files are on no paper yet
    assert all(one["ok"] for one in json.loads(run("doctor", "b", "--json")))
