"""HTML becomes blocks with spans of the page's source, however broken the page."""

from __future__ import annotations

from pathlib import Path

import pytest

from cases import golden
from newsclean.parsers.html import lift
from parsed import expected, parsed, read, shape


@pytest.mark.parametrize(("source", "blocks"), golden("parsers/html"))
def test_html_becomes_its_blocks(source: Path, blocks: Path) -> None:
    assert shape(parsed(read(source), "html")) == expected(blocks)


@pytest.mark.parametrize(("source", "blocks"), golden("parsers/html"))
def test_every_block_begins_and_ends_in_its_own_words(source: Path, blocks: Path) -> None:
    document = parsed(read(source), "html")
    assert len(document.blocks) == len(expected(blocks))
    for block in document.blocks:
        lifted, words = lift(document.source[block.start : block.end]), block.text.split()
        assert lifted.startswith(words[0])
        assert lifted.endswith(words[-1])


@pytest.mark.parametrize(
    "hidden",
    [
        "<p hidden>No.</p>",
        "<p style='color:red;display:none'>No.</p>",
        "<div style='visibility: hidden'><p>No.</p></div>",
        "<script>document.write('<p>No.</p>')</script>",
        "<style>p::before { content: 'No.' }</style>",
        "<noscript><p>No.</p></noscript>",
        "<template><p>No.</p></template>",
        "<!-- <p>No.</p> -->",
        "<iframe src='/ad'>No.</iframe>",
        "<svg><text>No.</text></svg>",
        "<select><option>No.</option></select>",
        "<textarea>No.</textarea>",
    ],
)
def test_what_a_reader_cannot_see_is_no_text(hidden: str) -> None:
    document = parsed(f"<html><body><p>Yes.</p>{hidden}<p>Yes, too.</p></body></html>", "html")
    assert [block.text for block in document.blocks] == ["Yes.", "Yes, too."]


def test_the_head_is_evidence_and_not_text() -> None:
    page = (
        "<html lang='de'><head><title>Titel</title><meta property='og:title' content='Die Fähre &amp; die Brücke'>"
        "<meta property='article:published_time' content='2023-10-17T09:30:00+02:00'>"
        '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Die Fähre", "author": '
        '[{"name": "Carla Linde"}, {"name": "Jens Ahrends"}], "publisher": {"name": "Anzeiger"}}</script>'
        "<script type='application/ld+json'>{broken</script></head><body><p>Text.</p></body></html>"
    )
    document = parsed(page, "html")
    assert [block.text for block in document.blocks] == ["Text."]
    assert document.value("authors") == "Carla Linde; Jens Ahrends"
    assert document.value("publisher") == "Anzeiger"
    assert document.value("date").startswith("2023-10-17")
    assert "Die Fähre & die Brücke" in {one.value for one in document.evidence}


def test_marks_of_our_own_in_a_page_do_no_harm() -> None:
    document = parsed("<p>One \ue0f0123\ue0f1 two</p><p>Three</p>", "html")
    assert [document.source[block.start : block.end] for block in document.blocks][1] == "Three"


def test_a_deep_page_does_not_crash() -> None:
    document = parsed("<div>" * 3000 + "deep" + "</div>" * 3000, "html")
    assert [block.text for block in document.blocks] in (["deep"], [])


_PAID = "".join(
    f"<p>{word} the bridge over the harbour opened on Monday, a month before the day that was named.</p>"
    for word in ("When", "Since", "After")
)


@pytest.mark.parametrize(
    ("page", "shown"),
    [
        (f"<article><p>Free.</p><div class='paywall' hidden>{_PAID}</div></article>", True),
        (f"<main><p>Free.</p><div style='display:none'>{_PAID}</div></main>", True),
        (f"<main><p>Free.</p></main><div id='consent' hidden>{_PAID}</div>", False),
        ("<article><p>Free.</p><div hidden><p>Share</p><p>Close</p><p>More</p></div></article>", False),
    ],
    ids=["behind a paywall", "unfolded by a script", "a banner", "a menu of the article"],
)
def test_a_hidden_part_is_shown_if_it_is_the_article_s_text(page: str, *, shown: bool) -> None:
    text = " ".join(block.text for block in parsed(f"<html><body>{page}</body></html>", "html").blocks)
    assert ("the bridge" in text) == shown
    assert "Share" not in text
