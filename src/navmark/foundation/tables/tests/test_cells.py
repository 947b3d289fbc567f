from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as some

from navmark.foundation.tables import cells
from navmark.foundation.tables.cells import ClassName
from navmark.foundation.tables.cells.identity import check_digit
from navmark.foundation.tables.cells.plain import numeral
from navmark.foundation.tables.refusals import CellProblem

ID = "37010219900307123" + check_digit("37010219900307123")


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("张 三", "张三"),
        ("张　三", "张三"),
        (" 欧阳\u00a0娜娜 ", "欧阳娜娜"),
        ("买买提•艾力", "买买提·艾力"),
        ("买买提.艾力", "买买提·艾力"),
        ("买买提 ・ 艾力", "买买提·艾力"),
        ("𠮷野", "𠮷野"),
        ("﨑山", "﨑山"),
        ("㛃", "㛃"),
        ("张\u200b三\ufeff", "张三"),
        ("John  Smith", "John Smith"),
        ("Ａnna", "Anna"),
        ("J. Smith", "J. Smith"),
        ("张伟(大)", "张伟(大)"),
    ],
)
def test_a_name_is_written_as_its_bearer_writes_it(written, name):
    assert cells.person_name(written) == name


@pytest.mark.parametrize("wrong", ["123", "/", "——", "张" * 51])
def test_refuses_what_is_no_name(wrong):
    with pytest.raises(CellProblem, match="is not a name"):
        cells.person_name(wrong)


@pytest.mark.parametrize(
    ("written", "sex"),
    [("男", "male"), ("女", "female"), ("１", "male"), ("2", "female"), ("f", "female"), ("男 性", "male"), ("/", None)],
)
def test_reads_sex_in_words_letters_and_codes(written, sex):
    assert cells.sex(written) == sex


def test_names_the_choices_when_a_word_is_unknown():
    with pytest.raises(CellProblem, match="“3” is not known; write one of: 男, 女"):
        cells.sex("3")


@pytest.mark.parametrize(
    ("written", "answer"), [("是", True), ("√", True), ("TRUE", True), ("无", False), ("0", False), ("/", None)]
)
def test_reads_yes_and_no(written, answer):
    assert cells.yes_no(written) is answer


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("19900000000", "19900000000"),
        ("199 0000 0000", "19900000000"),
        ("199-0000-0000", "19900000000"),
        ("+86 19900000000", "19900000000"),
        ("008619900000000", "19900000000"),
        ("１９９００００００００", "19900000000"),
        ("19900000000.0", "19900000000"),
        ("0532-85880000", "053285880000"),
        ("(0532)85880000", "053285880000"),
        ("85880000", "85880000"),
        ("无", None),
    ],
)
def test_reads_a_telephone_number(written, number):
    assert cells.phone(written) == number


@pytest.mark.parametrize(
    ("written", "reason"),
    [
        ("1990000000", "not a telephone number; a mobile number has 11 digits"),
        ("1.99E+10", "“1.99E\\+10” has lost its last digits; make the column text"),
        ("19900000000/19900000001", "several numbers"),
        ("12345", "not a telephone number"),
    ],
)
def test_refuses_a_telephone_number_and_says_why(written, reason):
    with pytest.raises(CellProblem, match=reason):
        cells.phone(written)


def test_reads_an_identity_number_with_its_check_digit():
    with_x = next(f"37010219900307{n:03d}X" for n in range(999) if check_digit(f"37010219900307{n:03d}") == "X")

    assert cells.id_number(f" {ID[:6]} {ID[6:14]} {ID[14:]}") == ID
    assert cells.id_number(with_x.lower()) == with_x


@given(some.integers(0, 17), some.integers(1, 9))
def test_notices_every_single_digit_typed_wrong(place, step):
    digits = list(ID.replace("X", "0"))
    digits[place] = str((int(digits[place]) + step) % 10)
    wrong = "".join(digits)

    if wrong != ID:
        with pytest.raises(CellProblem):
            cells.id_number(wrong)


def test_never_repeats_an_identity_number_in_its_message():
    with pytest.raises(CellProblem) as refusal:
        cells.id_number(ID[:-1] + "0123456789X"[("0123456789X".index(ID[-1]) + 1) % 11])

    assert "check digit" in str(refusal.value)
    assert ID[4:14] not in str(refusal.value)


@pytest.mark.parametrize(
    ("written", "reason"), [("370102900307123", "15 digits"), ("3.70102E+17", "lost"), ("370102", "17 digits")]
)
def test_refuses_an_identity_number_of_another_shape(written, reason):
    with pytest.raises(CellProblem, match=reason):
        cells.id_number(written)


def test_keeps_a_code_as_it_stands():
    assert cells.identifier("0012 ") == "0012"
    assert cells.identifier("L99 101001") == "L99101001"
    assert cells.identifier("Ｇ370102") == "G370102"
    with pytest.raises(CellProblem, match="lost its last digits"):
        cells.identifier("2.02101E+15")


def test_reads_quantities():
    assert cells.integer("１，６２０") == 1620
    assert cells.integer("12.0") == 12
    assert cells.decimal("7,012.50元") == Decimal("7012.50")
    assert cells.decimal("−3.5") == Decimal("-3.5")
    assert cells.decimal("/") is None


@pytest.mark.parametrize("wrong", ["十二", "1.2.3", "12分", "1e9999", "NaN", "1_000", "9" * 400])
def test_refuses_what_is_no_number(wrong):
    with pytest.raises(CellProblem, match="is not a number"):
        cells.decimal(wrong)


def test_refuses_half_a_person():
    with pytest.raises(CellProblem, match="not a whole number"):
        cells.integer("1.5")


def test_takes_any_text_but_not_without_end():
    assert cells.text()("  第一行 \r\n第二行\u200b ") == "第一行\n第二行"
    with pytest.raises(CellProblem, match="6 characters are too long; at most 5"):
        cells.text(5)("一二三四五六")


@pytest.mark.parametrize(
    "written",
    [
        "一年级(1)班",
        "一年级（1）班",
        "一年级一班",
        "1年级1班",
        "1年级01班",
        "一(1)班",
        "一（1）",
        "一1班",
        "1.1",
        "1-1班",
        "一年一班",
        "1101",
        "101",
        " 一 年级 (1) 班 ",
    ],
)
def test_reads_a_class_in_every_usual_way(written):
    assert cells.class_name(written) == ClassName(1, grade=1)


def test_reads_a_class_by_its_year_of_entry():
    assert cells.class_name("2021级3班") == cells.class_name("2021级(三)班") == ClassName(3, entry_year=2021)


def test_reads_large_class_numbers():
    assert cells.class_name("六年级(十二)班") == cells.class_name("1612") == ClassName(12, grade=6)


@pytest.mark.parametrize(
    "wrong", ["一班", "2021届3班", "一年级", "十三年级(1)班", "12", "1年级0班", "大班", "一年级(99)班", "0101"]
)
def test_refuses_what_is_no_class_and_shows_how_to_write_one(wrong):
    with pytest.raises(CellProblem, match=r"write it like 一年级\(1\)班"):
        cells.class_name(wrong)


@pytest.mark.parametrize(
    ("written", "number"),
    [("12", 12), ("十", 10), ("十二", 12), ("二十", 20), ("三十六", 36), ("二〇二六", 2026), ("十十", None), ("a", None)],
)
def test_counts_in_characters(written, number):
    assert numeral(written) == number
