"""What the labels of superiors' forms mean: which blank asks for which known thing."""

import re

_LABELS = {
    "school": "(学校|单位)(全称|名称)?|填报单位",
    "branch": "(党组织|党支部|支部|所在党支部)(全称|名称)?",
    "secretary": "(党组织|支部|党支部)?书记(姓名)?",
    "principal": "校长(姓名)?",
    "members": "党员(总)?(人)?数",
    "staff": "教(职工|师|职员工)(总)?(人)?数",
    "pupils": "(在校)?学生(总)?(人)?数",
    "classes": "(教学)?班(级)?(总)?(个)?数",
    "today": "(填(报|表))?(日期|时间)",
    "me": "(填(报|表)|经办|制表|联系)人(姓名)?",
    "empty": ".*[(（](签字|签名|盖章|公章)[)）].*",  # for the pen
}


def suggested(label: str) -> str:
    """The code of what a blank of this label asks; "" where nothing is meant."""
    return next((code for code, words in _LABELS.items() if re.fullmatch(words, label)), "")
