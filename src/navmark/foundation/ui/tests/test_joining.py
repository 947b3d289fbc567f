"""Styles and scripts: one served file of many small ones; and no class on one side alone."""

import re
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders

from navmark.foundation.ui import joining

ROOT = Path(joining.__file__).parents[2]
FAMILIES = {"s", "sign"}  # of states, and of the year's signs: the rest of the name is a code
FROM_SCRIPTS = {"pending", "failed", "success", "error", "wrong"}  # what a save has come to, the tags of messages
SAID_IN_CODE = re.compile(r"""(?:class="|"class": "|className[=:] "|svgclass="|classList\.add\(")([a-z][\w -]*)["]""")
UNSTYLED = {"qr"}  # a picture's own name


def classes_styled():
    text = "".join(one.read_text(encoding="utf-8") for one in joining.STYLES.glob("*.css"))
    bare = re.sub(r'/\*.*?\*/|"[^"]*"', "", text, flags=re.DOTALL)
    heads = [head for head in re.findall(r"([^{};]+)\{", bare) if "@" not in head]
    return {name for head in heads for name in re.findall(r"\.([a-z][\w-]*)", head)}


def texts(*suffixes):
    files = [one for one in ROOT.rglob("*") if one.suffix in suffixes and not {"tests", "migrations"} & set(one.parts)]
    return [one.read_text(encoding="utf-8") for one in files]


def classes_said():
    said = [value for text in texts(".py", ".js") for value in SAID_IN_CODE.findall(text)]
    for text in texts(".html"):
        plain = re.sub(r"\{\{.*?\}\}", "{}", text)
        values = re.findall(r'class="((?:\{%.*?%\}|[^"])*)"', plain) + re.findall(r"main_class %\}([\w -]+)", plain)
        said += [re.sub(r"\{%.*?%\}", " ", value) for value in values]
    return {name for value in said for name in value.split() if "{}" not in name}


def test_each_class_of_a_page_has_a_rule():
    assert classes_said() - classes_styled() - UNSTYLED == set()


def test_each_rule_has_a_class_of_a_page():
    codes = {word for text in texts(".py", ".html") for word in re.findall(r'"([a-z]+)"', text)}
    spare = classes_styled() - classes_said() - FROM_SCRIPTS
    assert {name for name in spare if name.split("-")[0] not in FAMILIES or name.partition("-")[2] not in codes} == set()


@pytest.mark.parametrize("name", [one.name for one in joining.STYLES.glob("*.css") if one.name != "app.css"])
def test_each_file_is_part_of_what_is_served(name):
    assert f'@import "{name}";' in (joining.STYLES / "app.css").read_text()


def test_it_is_served_joined_and_without_its_comments():
    served = Path(finders.find("ui/app.css")).read_text()
    assert "@import" not in served
    assert "/*" not in served
    assert served.count("{") == served.count("}")


def test_joining_leaves_strings_and_selectors_as_they_are(tmp_path):
    (tmp_path / "one.css").write_text('/* a; b */\na :hover,\nb {\n  content: "a;  b /* c */";\n  margin: calc(1px + 2px);\n}\n')
    (tmp_path / "app.css").write_text('@import "one.css";\n')
    assert joining.styles(tmp_path / "app.css") == 'a :hover,b{content:"a;  b /* c */";margin:calc(1px + 2px)}'


def test_the_scripts_of_every_page_are_served_as_one():
    served = Path(finders.find("ui/app.js")).read_text().splitlines()
    assert not [line for line in served if line.startswith((" ", "//")) or not line]
    assert served[0] == '"use strict";'
    assert {one.name for one in joining.SCRIPTS.glob("*.js")} == set(joining.OF_EVERY_PAGE)
    assert sum("makeRoom = " in line for line in served) == 1
