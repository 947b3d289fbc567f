"""A page is read without the codes in which it is kept."""

from navmark.foundation.programme.speaking import spoken, titles_of

HEAD = {"title": "领航标工作方案", "tags": {"good": {"title": "扬善教育"}, "home": "家乡"}}
ROTA = {"title": "国旗下讲话", "rota": {"flag": {"title": "讲话轮值", "during": "watch", "joins": ["watch"]}}}
WATCH = {
    "title": "应急值守",
    "register": {
        "watch": {
            "runs": ["begins", "ends"],
            "public": ["begins"],
            "tags": ["good", "home", "unknown"],
            "links": ["turn:flag", "unit:class"],
            "paper": {"begins": {"label": "开始值守"}, "ends": {"label": "结束值守"}},
        }
    },
}


def test_fields_tags_and_rotas_are_called_by_their_names():
    titles = titles_of({"programme.toml": HEAD, "a.toml": ROTA, "b.toml": WATCH})
    told = spoken(WATCH, titles)["register"]["watch"]

    assert (told["runs"], told["public"]) == (["开始值守", "结束值守"], ["开始值守"])
    assert told["tags"] == ["扬善教育", "家乡", "unknown"]
    assert told["links"] == ["讲话轮值", "unit:class"]
    assert spoken(ROTA, titles)["rota"]["flag"] == {"title": "讲话轮值", "during": "应急值守", "joins": ["应急值守"]}
