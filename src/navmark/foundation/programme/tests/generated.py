"""Programmes as no person wrote them, for properties."""

from typing import Any

from hypothesis import strategies as st

from navmark.foundation.programme.texts import HEAD, Texts
from navmark.foundation.programme.writing import as_toml

WORDS = st.text("红旗学习记录abc （）“”\"'=+-@#;；、：,.%0123", min_size=1, max_size=12).map(str.strip).filter(bool)
LONG = st.lists(WORDS, min_size=1, max_size=3).map("\n".join)
CIRCLES = st.lists(st.sampled_from(["moral_head", "class_teacher", "staff", "office_head"]), min_size=1, max_size=3, unique=True)
KEYS = st.builds("{}{}".format, st.sampled_from("abcxyz"), st.integers(0, 99))


def _field(own: Any) -> st.SearchStrategy[dict[str, Any]]:
    said = {"help": WORDS, "label_en": st.just("A label"), "required": st.just("before"), "class": st.just("sensitive")}
    return st.fixed_dictionaries({"label": WORDS, **own}, optional=said)


def numbered(words: list[str]) -> list[str]:
    return [f"{place}{one}" for place, one in enumerate(words)]


def told_apart(choices: dict[str, str]) -> dict[str, str]:
    return {key: f"{place}{words}" for place, (key, words) in enumerate(choices.items())}


IN_A_COLUMN = st.one_of(
    _field({"type": st.just("line")}),
    _field({"type": st.just("number"), "most": st.integers(1, 99), "unit": st.just("人")}),
    _field({"type": st.just("date")}),
    _field({"type": st.just("choice"), "choices": st.lists(WORDS, min_size=1, max_size=3).map(numbered)}),
    _field({"type": st.just("choice"), "choices": st.dictionaries(KEYS, WORDS, min_size=1, max_size=3).map(told_apart)}),
    _field({"type": st.just("person"), "of": st.just("pupils")}),
)
SIMPLE = st.one_of(
    IN_A_COLUMN,
    _field({"type": st.just("paragraph"), "lines": st.integers(1, 9), "default": LONG.map(lambda text: f"value:{text}")}),
)


def labelled(fields: dict[str, dict[str, Any]]) -> dict[str, dict[str, Any]]:
    """No two of a paper are called the same."""
    return {key: one | {"label": f"{place}{one['label']}"} for place, (key, one) in enumerate(fields.items())}


ROWS = st.fixed_dictionaries(
    {"type": st.just("rows"), "label": WORDS, "columns": st.dictionaries(KEYS, IN_A_COLUMN, min_size=1, max_size=2).map(labelled)}
)
PAPER = st.dictionaries(KEYS, st.one_of(SIMPLE, ROWS), min_size=1, max_size=4).map(labelled)
CADENCE = st.fixed_dictionaries(
    {"every": st.sampled_from(["week", "month", "term"])},
    optional={"times": st.integers(2, 4), "grace_days": st.integers(1, 9), "may_excuse": st.just(["雨雪", "考试"])},
)
ROTA_LINE = st.fixed_dictionaries(
    {"among": st.sampled_from(["classes", "staff", "list"]), "every": st.sampled_from(["school_week", "month"])},
    optional={"order": st.just("fewest"), "ahead": st.integers(5, 9), "confirm": st.just(False), "as_of": st.just("2026-12-07")},
)
IN_BOTH = st.fixed_dictionaries({"words": WORDS}, optional={"words_en": st.just("A post")})
OF_SHIFTS = {"hours": st.just("7:20—8:00"), "words_en": st.just("Early"), "checklist": st.just(["护栏到位"])}
SHIFT = st.fixed_dictionaries({"words": WORDS}, optional=OF_SHIFTS)
ROTA = st.builds(
    lambda line, own: line | own,
    ROTA_LINE,
    st.fixed_dictionaries(
        {"unit": st.just("school"), "keepers": CIRCLES},
        optional={
            "posts": st.dictionaries(KEYS, st.one_of(WORDS, IN_BOTH), min_size=1, max_size=2),
            "shifts": st.dictionaries(KEYS, SHIFT, min_size=1, max_size=2), "checklist": st.just(["看门窗", "签到"]),
            "hand_over": st.just(True), "places": st.integers(2, 5),
        },
    ),
)  # fmt: skip
DECISION = st.fixed_dictionaries({"by": WORDS, "day": st.just("2026-09-01"), "basis": WORDS})
POLICY = st.fixed_dictionaries({"title": WORDS, "rule": st.just("E37")}, optional={"decision": DECISION})
ACTIVITY = st.fixed_dictionaries(
    {"unit": st.sampled_from(["school", "class"]), "planners": CIRCLES, "keepers": CIRCLES, "paper": PAPER},
    optional={
        "rota": ROTA_LINE, "cadence": CADENCE, "expected": st.one_of(CIRCLES, st.just("count:pupils")), "numbered": st.just(True),
        "sheet": WORDS,
    },
)  # fmt: skip
STATES = {"new": {"words": "新"}, "under_way": {"words": "办理中"}, "done": {"words": "已办结", "closed": True, "tone": "good"}}


def _register(told: dict[str, Any], who: list[str], note: str) -> dict[str, Any]:
    go = {"from": "new", "to": "under_way", "button": "受理", "who": who, "within": "5 workdays"}
    close = {"from": ["new", "under_way"], "to": "done", "button": "办结", "who": who, "note": note, "file": True}
    return told | {"states": STATES, "steps": {"go": go, "close": close}}


REGISTER = st.builds(
    _register,
    st.fixed_dictionaries(
        {"unit": st.just("school"), "makers": CIRCLES, "keepers": CIRCLES, "paper": PAPER}, optional={"owned": st.just(False)}
    ),
    CIRCLES,
    st.sampled_from(["optional", "required"]),
)
PAGE = st.fixed_dictionaries(
    {"title": WORDS},
    optional={
        "pillar": st.sampled_from(["experience", "practice"]),
        "sentence": st.just("experience-3"), "since": st.just("2026-09-01"), "until": st.just("2027-07-10"),
        "activity": st.dictionaries(KEYS.map("a_{}".format), ACTIVITY, max_size=2),
        "register": st.dictionaries(KEYS.map("r_{}".format), REGISTER, max_size=1),
        "rota": st.dictionaries(KEYS.map("t_{}".format), ROTA, max_size=1),
        "policy": st.dictionaries(KEYS.map("p_{}".format), POLICY, max_size=1),
    },
)  # fmt: skip


def _texts(pages: dict[str, dict[str, Any]]) -> Texts:
    """No two pages describe the same kind: its code bears the name of its page."""
    head = {"title": "方案", "pillars": {"experience": "体验", "practice": {"title": "实践", "title_en": "Practice"}}}
    own = {
        f"{'practice' if place % 2 else 'experience'}/{name}.toml": page
        | {
            word: {f"{code}_{place}": one for code, one in page[word].items()}
            for word in ("activity", "register", "rota", "policy")
            if word in page
        }
        for place, (name, page) in enumerate(pages.items())
    }
    return {file: as_toml(said) for file, said in {HEAD: head, **own}.items()}


PROGRAMMES = st.dictionaries(KEYS, PAGE, min_size=1, max_size=3).map(_texts)

OF_REGISTERS = st.fixed_dictionaries(
    {
        "title": WORDS,
        "register": st.dictionaries(st.sampled_from(["r_a", "r_b"]), REGISTER, min_size=1),
        "activity": st.dictionaries(st.just("a_a"), ACTIVITY, max_size=1),
    }
)
ONE_PAGE = OF_REGISTERS.map(lambda page: _texts({"own": page}))  # of which two describe the same kinds otherwise
