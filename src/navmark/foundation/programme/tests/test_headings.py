"""A page stands under the pillar that the school chooses, and stays the page it was: in the browser, as files, as a workbook."""

import pytest
from django.urls import reverse

from navmark.foundation.people.tests.factories import signed_in
from navmark.foundation.programme import returning
from navmark.foundation.programme.differences import differences
from navmark.foundation.programme.headings import file_here, laid_back
from navmark.foundation.programme.loading import load
from navmark.foundation.programme.models import PageEdition
from navmark.foundation.programme.reading import read_texts
from navmark.foundation.programme.refusals import WrongProgramme
from navmark.foundation.programme.shipping import ARTICLE
from navmark.foundation.programme.tests.folders import FILE, HEAD, ON
from navmark.foundation.programme.tests.test_returning import AT, MENDING, SPEECH, TEXTS, administrator
from navmark.foundation.programme.texts import HEAD as HEAD_FILE
from navmark.foundation.programme.texts import zipped
from navmark.foundation.programme.workbook.reading import read_workbook
from navmark.foundation.programme.workbook.writing import as_workbook
from navmark.foundation.registers.known import register
from navmark.foundation.tenancy.models import School
from navmark.foundation.termplan.columns import Columns

__all__ = ["administrator"]
TWO = {HEAD_FILE: HEAD + 'service = { title = "服务", title_en = "Service" }\n', SPEECH: FILE}
LAID = {HEAD_FILE: TWO[HEAD_FILE], "service/speech.toml": FILE}


def read(texts):
    return read_texts(texts, name=ARTICLE, on=ON)


def test_a_file_in_another_folder_is_the_page_it_was():
    back = laid_back(LAID, TWO)
    assert back == {**TWO, SPEECH: f'pillar = "service"\n{FILE}'} and laid_back(back, back) == back == laid_back(LAID, back)
    (line,) = differences(read(TWO).said, read(back).said)[0].lines
    assert (line.what, line.old, line.new) == ("板块", "体验", "服务") and read(back).of("activity")[0].page.pillar == "service"

    assert file_here("service/new.toml", TWO) == "service/new.toml" and file_here(SPEECH, TWO) == SPEECH
    both = {**LAID, SPEECH: FILE}
    assert laid_back(both, TWO) == both and laid_back({"service/speech.toml": "="}, TWO) == {SPEECH: "="}
    assert "pillar" not in read({**TWO, SPEECH: f'pillar = "experience"\n{FILE}'}).said[SPEECH]


def test_a_workbook_says_the_pillar_and_a_pillar_written_anew_moves_the_page():
    for said in (read(laid_back(LAID, TWO)).said, read(LAID).said):
        again = read_workbook(as_workbook(said), "方案.xlsx", name=ARTICLE, on=ON, here=TWO)
        assert again.of("activity")[0].page.pillar == "service" and SPEECH in again.said


@pytest.mark.parametrize(("file", "told"), [(SPEECH, 'pillar = "heaven"\n'), ("heaven/speech.toml", "")])
def test_a_pillar_that_there_is_not_is_named(file, told):
    with pytest.raises(WrongProgramme) as refusal:
        read({HEAD_FILE: TWO[HEAD_FILE], file: told + FILE})
    (wrong,) = refusal.value.wrongs
    assert (wrong.file, wrong.line) == (file, 1) and "service" in wrong.fault.words


@pytest.mark.usefixtures("inside")
def test_an_administrator_puts_it_under_another_and_takes_it_back(administrator):
    load(read({**TEXTS, HEAD_FILE: TWO[HEAD_FILE]}), at=AT)
    client, where = signed_in(administrator), ["experience", "mending"]
    page, place = reverse("programme:page", args=where), reverse("programme:place", args=where)
    assert place in client.get(page).content.decode() and client.post(place, {"pillar": "sky", "why": "换"}).status_code == 422

    assert client.post(place, {"pillar": "service", "why": "归口调整"})["Location"] == page
    assert "工作方案</a> · 服务" in client.get(page).content.decode() and register("mending").pillar == "服务"
    assert Columns.read().of_register("mending") == "service"
    under = {code: held["register"] for code, _title, _english, held in School.objects.get().headings}
    assert under == {"experience": [], "service": ["mending"]}
    listed = client.get(reverse("programme:list")).content.decode()
    assert listed.index("<h2>服务</h2>") < listed.index(page)
    edition = PageEdition.objects.filter(file=MENDING).latest("number")
    assert (edition.number, edition.made_by, edition.why) == (2, administrator.pk, "归口调整")

    stands = returning.in_force(ON)
    for source, name in ((zipped(stands.texts), "方案.zip"), (as_workbook(stands.said), "方案.xlsx")):
        assert returning.read_back(source, name, on=ON).said == stands.said
    client.post(reverse("programme:take_back", args=where), {"why": "还是放在体验"})
    assert register("mending").pillar == "体验" and Columns.read().of_register("mending") == "experience"
