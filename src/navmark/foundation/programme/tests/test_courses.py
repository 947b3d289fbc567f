"""The steps of a register are read by who takes them, what they are and to where, and who takes all is said once."""

from navmark.foundation.programme.courses import SaidStep, courses


def step(of, to, button, *who):
    return {"from": of, "to": to, "button": button, "who": list(who)}


def test_who_takes_every_step_of_a_state_is_said_once_of_it_else_at_each():
    states = {"new": {"words": "待认领"}, "check": {"words": "待复核"}, "closed": {"words": "已销号", "closed": True}}
    steps = {
        "go": step("new", "check", "报告结果", "owner"), "drop": step(["new", "check"], "closed", "撤销", "secretary"),
        "close": step("check", "closed", "销号", "secretary"),
    }  # fmt: skip

    new, check, closed = courses({"register": {"mending": {"states": states, "steps": steps}}})["mending"]

    assert (new.who, new.steps) == (
        "",
        [SaidStep("go", "报告结果", "待复核", "责任人"), SaidStep("drop", "撤销", "已销号", "书记")],
    )
    assert (check.who, [(one.key, one.who) for one in check.steps]) == ("书记", [("drop", ""), ("close", "")])
    assert (closed.is_closed, closed.who, closed.steps) == (True, "", [])
