"""What a superior's notice says: from whom, under which number, and what is to be handed in until when.

Nothing is guessed silently: whatever is proposed carries the sentence in which it was read, and a person confirms it.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from navmark.foundation.almanac.day_text import ReadDay, day_in

ASKED = 12  # proposals that one page can hold
LONGEST_TITLE = 120

_TITLE = re.compile(r"关于.{2,100}?的(?:预备|补充|紧急)?(?:通知|通报|函|复函|意见|方案|公告|提示|请示|批复)")
_NUMBER = re.compile(r"[一-鿿]{1,12}[〔\[(【]\s*\d{4}\s*[〕\])】]\s*(?:第\s*)?\d{1,4}\s*号")
_SIGNED = re.compile(r"^\d{4}年\d{1,2}月\d{1,2}日$")
_ISSUER = re.compile(r"^[一-鿿、\s]{2,40}(?:局|委|委员会|部|厅|办|办公室|院|中心|社区|街道|镇|党组|工委|支队|联|会|校|团|组)$")
_SENDING = "报送|上报|提交|递交|反馈|上传|发送|发至|交至|送至|交回|报(?![告名表刊社纸道])"
_HAND_IN = re.compile(f"{_SENDING}|填报|填写|报名")
_WAY = "(?:以.{1,12}形式)?(?:一式.{1,3}份)?(?:统一|及时)?"  # of sending it, between the thing and the verb
_OBJECT = re.compile(f"(?:将|把)(.{{2,60}}?){_WAY}(?:{_SENDING})")
_ASKED = re.compile(f"^.*(?:{_SENDING}|填报|填写)(?=..)")  # before the thing itself
_SHEETS = "汇总表|登记表|统计表|申报表|报名表|名单|总结|方案|台账|清单|材料|照片|报告"
_NAMED = re.compile(f"《[^》]{{2,60}}》|附件\\s*[\\d一二三四五六七八九十]*|[一-鿿]{{2,16}}(?:{_SHEETS})")
_HEADING = re.compile(r"^.{0,8}(?:要求|方式|时间|办法|事项|内容|途径|地址)[:：]?$")
_ENUMERATION = re.compile(r"^\s*(?:[一二三四五六七八九十]+、|[(（][一二三四五六七八九十\d]+[)）]|\d{1,2}[.、．])\s*")


@dataclass(frozen=True)
class ProposedAsk:
    """One thing to hand in. `day` is None where its sentence names none."""

    what: str
    day: ReadDay | None
    said: str  # the sentence in which it was read


@dataclass(frozen=True)
class ReadNotice:
    """A notice as it was understood. What was not found is empty."""

    title: str
    issuer: str
    number: str
    asks: tuple[ProposedAsk, ...]
    other_days: tuple[ReadDay, ...]  # days of sentences that ask for nothing: when a thing takes place


def read(text: str, *, received: date) -> ReadNotice:
    """Of the text as it was pasted; what is quoted of it stands as it does there.

    A year that is not written is that in which the day comes next after `received`.
    """
    lines = [line.strip() for line in text.replace("\r", "").split("\n") if line.strip()]
    title = _title(lines)
    asks, others = [], []
    for whole in _sentences(lines):
        sentence = whole.replace(title, "").lstrip(":：,， ")
        if not sentence or sentence in title:
            continue
        day = day_in(sentence, received=received)
        if _HAND_IN.search(sentence) and not _HEADING.match(sentence):
            asks.append(ProposedAsk(_what(sentence), day, sentence))
        elif day is not None and not _SIGNED.match(sentence):
            others.append(day)
    return ReadNotice(title, _issuer(lines, title), _number(text), tuple(asks[:ASKED]), tuple(others))


def _sentences(lines: list[str]) -> Iterator[str]:
    for line in lines:
        for one in re.split(r"[。;；]", line):
            if words := _ENUMERATION.sub("", one).strip():
                yield words


def _title(lines: list[str]) -> str:
    """The first line that reads as one, or two lines of one that was broken; else the first line."""
    for place, line in enumerate(lines[:8]):
        for words in (line, line + "".join(lines[place + 1 : place + 2])):
            if found := _TITLE.search(words):
                return found.group()[:LONGEST_TITLE]
    return lines[0][:LONGEST_TITLE] if lines else ""


def _number(text: str) -> str:
    found = _NUMBER.search(unicodedata.normalize("NFKC", text))
    return re.sub(r"\s", "", found.group()).translate(str.maketrans("[(【])】", "〔〔〔〕〕〕")) if found else ""


def _issuer(lines: list[str], title: str) -> str:
    """Who signed at the foot, above the day; else whose name stands above the title, or before it in its line."""
    for above, line in pairwise(lines):
        if _SIGNED.match(re.sub(r"\s", "", line)) and _ISSUER.match(above):
            return above
    for above, line in pairwise(["", *lines[:8]]):
        if title and title[:12] in line:
            return above if _ISSUER.match(above) else line.partition(title)[0].strip() if title in line else ""
    return ""


def _what(sentence: str) -> str:
    """What is to be handed in, in the notice's own words."""
    found = _OBJECT.search(sentence)
    if found:
        return found.group(1).strip(" ,，")
    named = list(dict.fromkeys(_ASKED.sub("", one.strip()) for one in _NAMED.findall(sentence)))
    return "、".join(named)[:LONGEST_TITLE] if named else sentence[:40]
