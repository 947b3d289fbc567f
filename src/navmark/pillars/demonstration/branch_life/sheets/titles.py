"""What each kind's record is called on paper, and its type in 灯塔's 电子日志, which knows only five."""

from navmark.pillars.demonstration.branch_life.sheets.shape import SheetKind

_TITLES: dict[str, str] = {
    SheetKind.ASSEMBLY: "支部党员大会记录",
    SheetKind.COMMITTEE: "支委会记录",
    SheetKind.GROUP: "党小组会记录",
    SheetKind.LECTURE: "党课记录",
    SheetKind.THEME_DAY: "主题党日记录",
    SheetKind.LIFE_MEETING: "组织生活会记录",
    SheetKind.REVIEW: "民主评议党员会议记录",
    SheetKind.TALK: "谈心谈话记录",
    SheetKind.ORGANISATION: "党组织会议记录",
}
_LIGHTHOUSE: dict[str, str] = {
    SheetKind.ASSEMBLY: "支部党员大会",
    SheetKind.COMMITTEE: "支部委员会",
    SheetKind.LECTURE: "党课",
    SheetKind.THEME_DAY: "主题党日",
}


def title(kind: str) -> str:
    return _TITLES[kind]


def occasion(kind: str) -> str:
    """支委会记录 without its last word: the meeting itself."""
    return (
        _TITLES[kind].removesuffix("记录").removesuffix("会议")
        if kind == SheetKind.REVIEW
        else _TITLES[kind].removesuffix("记录")
    )


def lighthouse_type(kind: str) -> str:
    """The type to tick, or empty where 灯塔 has none."""
    return _LIGHTHOUSE.get(kind, "")
