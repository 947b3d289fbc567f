"""States and steps are changed so that nobody is ever stuck: plain data, whatever was done to it before."""

from hypothesis import given, settings
from hypothesis import strategies as st

from navmark.foundation.programme import coursing
from navmark.foundation.programme.course_forms import CourseStepForm
from navmark.foundation.programme.drafting import new_page
from navmark.foundation.programme.nouns.registers.structure import RegisterTable
from navmark.foundation.programme.refusals import StuckThere
from navmark.foundation.programme.words import key_word

SAID = {"noun": "register", "unit": "school", "keepers": ["moral_head"], "readers": [], "title": "报修", "pillar": "experience"}


def a_list():
    _file, page = new_page(SAID, {})
    return page["register"]["own_1"]


def course(told):
    return RegisterTable.model_validate(told).course


def worded(told):
    one = course(told)
    return [f"{'、'.join(one.state(key).zh for key in step.of)} {step.zh} {one.state(step.to).zh}" for step in one.steps]


def a_step(of="under_way", to="", words="待审批", **said):
    return {"button": "批准", "of": of, "to": to, "words": words, "who": ["principal"], "within": "", "note": "never", **said}


def test_a_new_state_stands_between_and_what_led_on_leads_on_from_there():
    told = a_list()
    coursing.add_step(told, a_step())
    assert worded(told) == ["待受理 受理 办理中", "办理中 批准 待审批", "待审批 报告结果 待核对", "待核对 办结 已办结"]
    assert list(told["states"]) == ["new", "under_way", "state1", "to_check", "closed"]

    coursing.drop_step(told, "step1")
    assert worded(told) == worded(a_list()) and "state1" not in told["states"]
    coursing.add_step(told, a_step("to_check", "under_way", "", note="required"))
    assert worded(told)[-1] == "待核对 批准 办理中" and told["steps"]["step1"]["note"] == "required"


def test_a_state_that_is_taken_out_lets_what_led_there_lead_on():
    told = a_list()
    coursing.drop_state(told, "to_check")
    assert worded(told) == ["待受理 受理 办理中", "办理中 报告结果 已办结"]


def test_a_step_keeps_what_its_form_does_not_ask_and_goes_to_its_place():
    told = a_list()
    told["steps"]["report"] |= {"button_en": "Report", "by_field": "due", "tells": ["owner"], "waits": False}
    said = a_step(button="上报", note="optional", within="3 days", place=1) | {"of": ["under_way"], "to": "to_check"}
    coursing.put_step(told, "report", said)
    assert next(iter(told["steps"])) == "report" and told["steps"]["report"] == {
        "from": "under_way", "to": "to_check", "button": "上报", "who": ["principal"], "within": "3 days", "note": "optional",
        "button_en": "Report",
    }  # fmt: skip
    coursing.put_state(told, "closed", {"words": "已结", "closed": True, "place": 4})
    assert told["states"]["closed"] == {"words": "已结", "closed": True, "tone": "good"}


def test_a_step_says_by_which_day_of_the_paper_whom_it_tells_and_what_it_needs():
    told = a_list()
    told["paper"] |= {"due": {"type": "date", "label": "截止日期"}}
    step = told["steps"]["report"] | {"by_field": "due", "ahead": "14 days", "tells": ["owner"], "file": True, "waits": False}
    told["steps"]["report"] = {**step}
    form = CourseStepForm(states={}, days=coursing.days_of(told), usual=[], initial=coursing.asked_of(step))
    said = {name: form[name].initial for name in form.fields}
    assert (said["ahead"], said["unasked"], form.fields["by_field"].choices[1:]) == (14, True, [("due", "截止日期")])
    assert "by_field" in CourseStepForm({"ahead": "3"}, states={}, days=coursing.days_of(told), usual=[]).errors
    assert "by_field" not in CourseStepForm(states={}, days={}, usual=[]).fields

    coursing.put_step(told, "report", {**said, "place": 2, "to": "to_check", "note": "never"})
    assert told["steps"]["report"] == step


def test_a_list_without_steps_is_given_its_first():
    told = {**a_list(), "states": {}, "steps": {}}
    coursing.add_step(told, a_step("kept", words="已归档"))
    assert worded(told) == ["在册 批准 已归档"] and told["states"]["state1"]["closed"] and not list(course(told).dead_ends())


PICK = st.integers(0, 9)
EDITS = st.lists(st.tuples(st.sampled_from(["between", "back", "drop_step", "drop_state", "move"]), PICK, PICK), max_size=8)


def edited(told, what, one, other):
    states, steps = list(told["states"]), list(told["steps"])
    if what in ("between", "back"):
        coursing.add_step(told, a_step(states[one % len(states)], states[other % len(states)] if what == "back" else ""))
    elif what == "drop_step" and steps:
        coursing.drop_step(told, steps[one % len(steps)])
    elif what == "drop_state" and len(states) > 1:
        coursing.drop_state(told, states[one % len(states)])
    elif what == "move":
        key = states[one % len(states)]
        coursing.put_state(told, key, {"words": f"{key}{other}", "closed": told["states"][key].get("closed"), "place": other + 1})


@settings(max_examples=60, deadline=None)
@given(EDITS, st.lists(PICK, max_size=12))
def test_whatever_is_edited_a_walk_never_comes_to_a_state_without_a_step(edits, walk):
    told = a_list()
    for what, one, other in edits:
        before = {"states": dict(told["states"]), "steps": dict(told["steps"])}
        edited(told, what, one, other)
        try:
            coursing.check(told, {}, "own_1")
        except StuckThere:
            told |= before
    found = course(told)
    here = found.first.key
    for turn in walk:
        onward = found.steps_from(here)
        assert onward or found.state(here).is_closed, key_word("states")
        here = onward[turn % len(onward)].to if onward else here
        assert here in found.by_key
