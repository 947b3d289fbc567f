"""Any answer comes back equal from the JSON and from the cell of a table, whatever somebody typed."""

import json
from decimal import Decimal

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from navmark.foundation.papers.describing import described
from navmark.foundation.papers.in_tables import cells
from navmark.foundation.papers.refusals import Unfit
from navmark.foundation.papers.tests.samples import GROUP, LI, ONE, TWO, WANG, a_paper, known
from navmark.foundation.tables.refusals import CellProblem

PAPER = described(a_paper())
KNOWN = known()
CELLS = st.fixed_dictionaries({}, optional={"item": st.text("合唱|=\"'，\\ab \n", max_size=8), "marks": st.integers(-99, 99)})
ANSWERS = {
    "line": st.text(max_size=40),
    "paragraph": st.text(max_size=80),
    "number": st.integers(0, 3000).map(Decimal),
    "money": st.integers(-(10**11), 10**11),
    "score": st.integers(0, 100).map(lambda tenths: Decimal(tenths) / 10),
    "date": st.dates(),
    "time": st.times().map(lambda hour: hour.replace(second=0, microsecond=0)),
    "minutes": st.integers(0, 10_000).map(Decimal),
    "yes_no": st.booleans(),
    "choice": st.sampled_from(["talk", "film"]),
    "choices": st.sets(st.sampled_from(["低年级", "中年级", "高年级"]), min_size=1),
    "person": st.sampled_from([WANG, LI]),
    "people": st.permutations([WANG, LI]).map(tuple),
    "unit": st.just(GROUP),
    "units": st.lists(st.sampled_from([ONE, TWO, GROUP]), min_size=1, unique=True).map(tuple),
    "class": st.sampled_from([ONE, TWO]),
    "rows": st.lists(CELLS, max_size=4),
}


def a_value(field, drawn):
    """What our own form would have made of it."""
    if field.type in ("line", "paragraph", "choices"):
        return field.taken(drawn, KNOWN)
    if field.type == "rows":
        cleaned = [{one.key: a_value(one, row[one.key]) for one in field.columns if one.key in row} for row in drawn]
        return field.taken(
            tuple(row for row in ({k: v for k, v in row.items() if v is not None} for row in cleaned) if row), KNOWN
        )
    return Decimal(drawn) if field.type == "number" else drawn


@given(st.sampled_from([*ANSWERS]).flatmap(lambda kind: st.tuples(st.just(kind), ANSWERS[kind])))
@settings(max_examples=400, deadline=None)
def test_any_answer_comes_back(drawn):
    kind, typed = drawn
    field = PAPER.field(kind)
    value = a_value(field, typed)
    assume(value is not None)
    try:
        field.refuse(value)
    except Unfit:
        assume(False)

    assert PAPER.restored(*json.loads(json.dumps(PAPER.kept({kind: value})))) == {kind: value}
    (cell,) = cells([field], (PAPER, {kind: value}), KNOWN)
    assert field.heading(KNOWN).clean(cell.isoformat() if kind == "date" else str(cell)) == value


@given(st.sampled_from([*PAPER.by_key]), st.text(max_size=60))
@settings(max_examples=400, deadline=None)
def test_any_cell_is_read_or_refused_in_words(kind, text):
    field = PAPER.field(kind)
    try:
        value = field.heading(KNOWN).clean(text)
    except CellProblem as problem:
        assert str(problem)
    else:
        assert value is None or field.restored(json.loads(json.dumps(field.kept(value)))) == value
