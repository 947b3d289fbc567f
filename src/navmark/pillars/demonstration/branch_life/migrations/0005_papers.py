"""Lecture, themed day, life meeting and the words of a review become papers: what was written moves with its revision."""

from django.db import migrations
from django.utils import timezone

PERSON, PERSONAL = {"type": "person", "of": "participants"}, {"class": "personal"}
SEGMENT = [
    {"key": "name", "type": "line", "label": "环节", "label_en": "Segment", "longest": 60},
    {"key": "topic", "type": "line", "label": "内容（题目）", "label_en": "Topic", "longest": 120},
    {"key": "leader", **PERSON, "label": "主讲（领学）人", "label_en": "Led by"},
]
SEGMENTS = {"type": "rows", "columns": SEGMENT, "most": 12, "shares": [3, 7, 3]}
FIXED = "value:\n重温入党誓词\n学习党章\n集中学习\n微党课"


def number(key, label, english, **more):
    return {"key": key, "type": "number", "label": label, "label_en": english, "least": 0, **more}


def text(key, label, english, **more):
    return {"key": key, "type": "paragraph", "label": label, "label_en": english, **more}


LECTURE = [
    {"key": "lecturer", **PERSON, "label": "授课人", "label_en": "Lecturer"},
    {"key": "guest_lecturer", "type": "line", "label": "校外授课人", "label_en": "Lecturer from outside", "longest": 60, **PERSONAL},
    {"key": "form", "type": "line", "label": "形式", "label_en": "Form", "longest": 40,
     "suggestions": ["讲授", "研讨", "观影", "现场教学"]},
    number("hours", "学时", "Hours", most=999, decimals=1),
    text("outline", "内容提纲", "Outline", lines=8),
    text("discussion", "讨论", "Discussion", lines=5, **PERSONAL),
    text("make_up", "缺席补课", "Make-up for those absent", lines=2, **PERSONAL),
]  # fmt: skip
THEME_DAY = [
    number("dues_expected", "党费应交", "Members due to pay", unit="人", most=9999),
    number("dues_paid", "党费已交", "Members who paid", unit="人", within="dues_expected"),
    {"key": "fixed", **SEGMENTS, "label": "规定环节", "label_en": "Set segments", "default": FIXED, "lines": 1},
    {"key": "optional", **SEGMENTS, "label": "自选环节", "label_en": "Chosen segments", "lines": 2},
    text("account", "纪实", "Account of the day", lines=6, **PERSONAL),
    text("agreed", "议定事项", "What was agreed"),
]
LIFE_MEETING = [
    {"key": "before", "type": "heading", "label": "会前准备", "label_en": "Before the meeting"},
    text("study", "集中学习", "Study together", lines=1),
    text("opinions", "征求意见", "Opinions gathered", lines=1, **PERSONAL),
    text("talks", "谈心谈话", "Talks held", lines=1),
]
REVIEW = [
    text("own", "个人自评", "Members on themselves", lines=5, required="before", **PERSONAL),
    text("mutual", "党员互评", "Members on each other", lines=5, required="before", **PERSONAL),
    text("opinion", "支部委员会评定意见", "Opinion of the committee", **PERSONAL),
]
PAPERS = {
    "party_lecture": ("党课", "LectureNote", LECTURE),
    "theme_day": ("主题党日", "ThemeDayNote", THEME_DAY),
    "organisational_life_meeting": ("组织生活会", "LifeMeetingNote", LIFE_MEETING),
    "member_review": ("民主评议党员", "ReviewNote", REVIEW),
}


def move(apps, schema_editor):
    parts = apps.get_model("activities", "Part").objects.filter(kind__in=PAPERS).order_by("pk")
    for part in parts:
        title, model, fields = PAPERS[part.kind]
        note = apps.get_model("branch_life", model).objects.filter(part=part).first()
        answers = _answers(apps, part, note, fields)
        if note is not None or answers:
            edition = _edition(apps, part, title, fields)
            apps.get_model("papers", "Answers").objects.create(
                school_id=part.school_id, source_kind="activities.part", source_id=part.pk, edition=edition, open=answers,
                revision=note.revision if note else 0,
            )  # fmt: skip
    # what was put aside of a table that goes cannot be brought back; its words stand in the trail
    apps.get_model("activities", "Removed").objects.filter(rows__contains='"branch_life.segment"').delete()
    schema_editor.connection.check_constraints()  # PostgreSQL alters no table with checks of a transaction pending


def _edition(apps, part, title, fields):
    paper, made = apps.get_model("papers", "Paper").objects.get_or_create(
        school_id=part.school_id, code=f"activity.{part.kind}", defaults={"title": title}
    )
    editions = apps.get_model("papers", "PaperEdition").objects
    if not made:
        return editions.filter(school_id=part.school_id, paper=paper).order_by("number").first()
    return editions.create(school_id=part.school_id, paper=paper, number=1, fields=fields, made_at=timezone.now())


def _answers(apps, part, note, fields):
    """As the types of the paper keep them."""
    kept = {}
    for field in fields if note is not None else ():
        value = getattr(note, f"{field['key']}_id" if field["type"] == "person" else field["key"], None)
        if value not in (None, ""):
            kept[field["key"]] = _plain(value) if field["type"] == "number" else str(value)
    if part.kind == "theme_day":
        kept |= {key: rows for key, rows in _segments(apps, part).items() if rows}
    return kept


def _segments(apps, part):
    found = {"fixed": [], "optional": []}
    for one in apps.get_model("branch_life", "Segment").objects.filter(part=part).order_by("position"):
        row = {"name": one.name, "topic": one.topic, "leader": str(one.leader_id) if one.leader_id else ""}
        found["optional" if one.optional else "fixed"].append({key: value for key, value in row.items() if value})
    return found


def _plain(value):
    words = f"{value:f}" if hasattr(value, "as_tuple") else str(value)
    return words.rstrip("0").rstrip(".") if "." in words else words


class Migration(migrations.Migration):
    dependencies = [("branch_life", "0004_known"), ("activities", "0007_removed"), ("papers", "0001_start")]

    operations = [migrations.RunPython(move, migrations.RunPython.noop)]
