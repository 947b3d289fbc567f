"""Numbers as articles, grades and groups are counted: 第十一条, 二年级, 第一百零三条."""

DIGITS = "零一二三四五六七八九"
LAST = 999


def numeral(number: int) -> str:
    """1 to 999 in Chinese numerals."""
    if not 1 <= number <= LAST:
        raise ValueError(f"{number} is not between 1 and {LAST}.")
    hundreds, rest = divmod(number, 100)
    if not hundreds:
        return _below_hundred(rest).removeprefix("一") if 10 <= rest < 20 else _below_hundred(rest)
    gap = "零" if 0 < rest < 10 else ""
    return f"{DIGITS[hundreds]}百{gap}{_below_hundred(rest)}"


def _below_hundred(number: int) -> str:
    tens, ones = divmod(number, 10)
    return (f"{DIGITS[tens]}十" if tens else "") + (DIGITS[ones] if ones else "")
