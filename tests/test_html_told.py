"""The article's text in a page's own data keeps its paragraphs, and what stands behind its end goes."""

from __future__ import annotations

import json

import pytest

from newsclean import Cleaner
from newsclean.document import Document
from newsclean.parsers.html import parse

STORY = [
    f"{who} of the harbour board said on {day} that the wall would be rebuilt in spring, and that nobody had asked why."
    for who, day in (
        ("The chair", "Monday"),
        ("The clerk", "Tuesday"),
        ("A diver", "Friday"),
        ("The owner", "Sunday"),
        ("A surveyor", "Monday again"),
        ("The youngest member", "Thursday"),
    )
] + ["The wall is forty years old, two metres thick and lower than the tide of last November, which went over it."]
TALK = "I walked over that wall every day as a child, and it was old then already, so who is surprised that it leaks?"


def page(data: str, behind: str = f'<div class="talk"><p>{TALK}</p></div>') -> str:
    paragraphs = "".join(f'<p class="text">{one}</p>' for one in STORY)
    script = f'<script type="application/ld+json">{data}</script>'
    return f"<!doctype html><html><head>{script}</head><body><article>{paragraphs}</article>{behind}</body></html>"


def data(text: str) -> str:
    return json.dumps({"@type": "NewsArticle", "headline": "The wall", "articleBody": text})


def told(source: str) -> list[str]:
    document = Document(id="", source=source, format="html")
    parse(document)
    return [block.told for block in document.blocks]


@pytest.mark.parametrize(
    "written",
    [
        data("\n".join(STORY)),
        data("".join(f"<p>{one}</p>" for one in STORY).replace("forty", "<b>forty</b>")),
        data("\n".join(STORY)).replace("\\n", "\n"),
        f"//<![CDATA[\n{data(' '.join(STORY))}\n//]]>",
        data(" ".join(STORY)) + ";",
    ],
    ids=["plain", "with tags", "with line breaks that JSON has not", "in CDATA", "with a sign behind it"],
)
def test_data_tells_the_text_and_what_is_behind_it(written: str) -> None:
    assert told(page(written)) == ["body"] * len(STORY) + ["behind"]


@pytest.mark.parametrize(
    ("source", "marks"),
    [
        (page(data(" ".join(STORY[:-1]) + " The wall is forty years old, two metres")), ["body"] * 6 + ["", ""]),
        (page(data(" ".join(STORY) + " …")), ["body"] * 7 + [""]),
        (page(data(" ".join(STORY)), f'<article><p class="text">{TALK}</p></article>'), ["body"] * 7 + [""]),
        (page(data(" ".join(reversed(STORY * 2)) + TALK * 9), ""), [""] * 7),
        (page(data(STORY[0])), [""] * 8),
        (page(f"[{data(' '.join(STORY))}, {data(' '.join([*STORY, TALK]))}]"), [""] * 8),
        (page('{"@type": "NewsArticle", "articleBody": '), [""] * 8),
    ],
    ids=[
        "cut off in a paragraph",
        "cut off with dots",
        "paragraphs like its own go on",
        "another text than the page's",
        "a text too short to compare",
        "two texts",
        "broken data",
    ],
)
def test_what_data_cannot_tell_stays_open(source: str, marks: list[str]) -> None:
    assert told(source) == marks


def test_the_text_stays_and_what_is_behind_it_goes() -> None:
    cleaner = Cleaner()
    document = cleaner.document(page(data("\n".join(STORY))))
    assert cleaner.engine.record(document).text.split("\n\n") == STORY
    assert [(block.cut.kind, block.cut.cue) for block in document.blocks if block.cut] == [("residue", "html.behind")]


def test_what_is_behind_stays_if_the_user_ignores_the_cue() -> None:
    cleaner = Cleaner(without=("residue",), ignore=("html.behind",))
    assert cleaner.clean(page(data("\n".join(STORY)))).text.endswith(TALK)


@pytest.mark.parametrize(
    ("name", "marks"),
    [
        ('class="entry-content"', [""] * 7 + ["behind"]),
        ('itemprop="articleBody"', [""] * 7 + ["behind"]),
        ('class="column"', [""] * 8),
        ('class="entry-content"><div' + ' class="a b c d e f g h"><div' * 6, [""] * 8),
    ],
    ids=["a class", "a property", "no name of a text", "nested too deep to tell"],
)
def test_what_is_behind_the_part_named_for_the_text_is_told(name: str, marks: list[str]) -> None:
    paragraphs = "".join(f"<p>{one}</p>" for one in STORY)
    behind = f'<div class="talk">{"<div class=x>" * (24 * (name.count("<div") > 0))}<p>{TALK}</p></div>'
    assert told(f"<!doctype html><html><body><div {name}>{paragraphs}</div>{behind}</body></html>") == marks


def test_a_part_of_few_paragraphs_tells_nothing() -> None:
    lead = f'<div class="entry-content"><p>{STORY[0]}</p><p>{STORY[1]}</p></div>'
    assert told(f"<!doctype html><html><body>{lead}<div><p>{TALK}</p></div></body></html>") == [""] * 3
