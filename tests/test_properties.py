"""What holds for any text at all."""

from __future__ import annotations

import os
import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

import orjson
from hypothesis import example, given, settings
from hypothesis import strategies as st

import strategies
from newsclean import Cleaner, Document
from newsclean.characters import Symptoms, clean_code, clean_text
from newsclean.detect import detect
from newsclean.document import Block, Format
from newsclean.errors import RuleError
from newsclean.parsers import lifter, parse
from newsclean.readers import Raw, decode
from newsclean.record import audit_rows
from newsclean.rules.candidate import prepare
from newsclean.rules.pack import parse_pack
from newsclean.sentences import split_sentences

# Derandomized: a run of the suite finds what any other run finds. tests/fuzz.py asks for more, and for other ones.
MORE = int(os.environ.get("FUZZ_EXAMPLES", "0"))
often = settings(max_examples=MORE or 250, derandomize=not MORE, deadline=None)
seldom = settings(max_examples=MORE or 120, derandomize=not MORE, deadline=None)

INVISIBLE = re.compile(r"[\x00-\x20\x7f-\xa0\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\s]*")
# What may stand between blocks beside white space: definitions, comments, scripts and tags.
DEFINITION = re.compile(r"(?:^|\r)\s*\[[^\]\n]+\]:[^\r\n]*", re.MULTILINE)  # a lone \r ends a line, too
# What a browser's tokenizer takes for markup. A quote is one only where a value begins; if none closes it, the tag goes
# on to the end. "<İ" opens no tag.
VALUE = r"""(?:"[^"]*(?:"|\Z)|'[^']*(?:'|\Z)|[^\s>"'][^\s>]*)"""
HIDDEN = re.compile(
    r"<!--.*?(?:-->|\Z)|<(?:[!?]|/[^a-z])[^>]*(?:>|\Z)|<script\b.*?(?:</script\s*>|\Z)"
    rf"|</?[a-z][^\s/>]*(?:[\s/]+|[^\s/>][^\s/>=]*(?:\s*=\s*{VALUE}?)?)*>?",
    re.IGNORECASE | re.DOTALL | re.ASCII,
)
WORD = re.compile(r"[^\W_]")


@cache
def cleaner(format_: Format | None = None) -> Cleaner:
    return Cleaner(format=format_ or "")


def cleaned(source: str, format_: Format | None = None) -> Document:
    return cleaner(format_).document(source, id="any")


def gaps(document: Document) -> Iterator[str]:
    """The source before, between and after the blocks."""
    bounds = [(0, 0), *((block.start, block.end) for block in document.blocks), (len(document.source),) * 2]
    for (_, before), (after, _) in pairwise(bounds):
        yield document.source[before:after]


@often
@given(strategies.anything, st.sampled_from(["text", "markdown", "html", None]))
def test_no_text_crashes_and_its_blocks_stand_in_order(source: str, format_: Format | None) -> None:
    document = cleaned(source, format_)
    assert document.reject == ""
    assert all(0 <= block.start < block.end <= len(source) for block in document.blocks)
    assert all(before.end <= after.start for before, after in pairwise(document.blocks))


@often
@given(strategies.anything)
def test_between_the_blocks_of_a_text_stands_nothing_that_can_be_seen(source: str) -> None:
    assert [gap for gap in gaps(cleaned(source, "text")) if not INVISIBLE.fullmatch(gap)] == []


@often
@given(strategies.markdown)
@example("***\r[ref]: https://lume.example/x\n")
def test_between_the_blocks_of_markdown_stand_no_words(source: str) -> None:
    assert [
        gap for gap in gaps(cleaned(source, "markdown")) if WORD.search(HIDDEN.sub("", DEFINITION.sub("", gap)))
    ] == []


@often
@given(strategies.html)
@example("<İstanbul'da\n<unknown attr=\"'>\nRain fell on the harbour.\n")
@example("<unknown attr=\"'>\n" * 3 + "Rain fell on the harbour.\n")
@example("<unknown attr=\"'>\n" * 2 + "Rain fell on the harbour.\n<unknown attr=\"'>\n")
def test_between_the_blocks_of_html_stand_no_words(source: str) -> None:
    document = cleaned(source, "html")
    whole = HIDDEN.sub(lambda tag: " " * len(tag[0]), source)
    bare = Document("bare", whole, blocks=document.blocks)
    assert [gap for gap in gaps(bare) if WORD.search(re.sub(r"&#?\w+;", "", gap))] == []


@often
@given(strategies.plain)
def test_a_text_without_markup_keeps_every_character_in_some_block(source: str) -> None:
    document = Document("any", source.replace("<", " ").replace("&", " "))
    parse(document)
    said = "".join("".join(block.text.split()) for block in document.blocks)
    assert said == "".join(document.source.split())


@often
@given(strategies.anything)
@example("Â\xa00\n")
def test_every_block_of_a_text_says_what_its_source_says(source: str) -> None:
    document = cleaned(source, "text")
    lift = lifter(document)
    pieces = [source[block.start : block.end] for block in document.blocks]
    symptoms = Symptoms.of("\n".join(block.text for block in parsed(source)))
    for piece, block in zip(pieces, document.blocks, strict=True):
        # What needs no lifting is not lifted: mojibake of a blank is still mended then.
        said = {"".join(clean_text(text, symptoms).split()) for text in (piece, lift(piece))}
        assert "".join(block.text.split()) in said


def parsed(source: str) -> list[Block]:
    """The blocks of a plain text as they are before anything is cleaned."""
    document = Document("any", source)
    parse(document)
    return document.blocks


@seldom
@given(strategies.anything, st.sampled_from(["text", "markdown", "html", None]))
def test_the_audit_slices_the_source(source: str, format_: Format | None) -> None:
    document = cleaned(source, format_)
    rows = list(audit_rows(document))
    assert [row["text"] for row in rows] == [source[row["start"] : row["end"]] for row in rows]
    assert len(rows) == cleaner(format_).engine.record(document).metadata["blocks_cut"]


@seldom
@given(strategies.anything)
def test_cleaning_a_record_again_gives_the_same_bytes(source: str) -> None:
    engine = cleaner().engine
    once = orjson.dumps(engine.record(cleaned(source)))
    (document,) = engine.documents([Raw("stdin", "-", 1, once, is_row=True)])
    assert document.reject == ""
    assert orjson.dumps(engine.record(document)) == once


@seldom
@given(strategies.anything)
@example("<p>\n<p>\n<pre>\n  code\n</pre>\n")
@example("Rain fell on the harbour.\n```\n\x0b\nRain fell on the harbour.\n")
def test_the_text_of_a_record_is_normalized(source: str) -> None:
    text = cleaner().clean(source).text
    assert unicodedata.is_normalized("NFC", text)
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u200b\u2028\u2029\ufeff]", text)
    assert text == text.strip()


@often
@given(strategies.anything)
@example("Ã©İ  \n")
def test_normalizing_twice_changes_nothing_more(source: str) -> None:
    assert clean_text(clean_text(source)) == clean_text(source)
    assert clean_code(clean_code(source)) == clean_code(source)


@often
@given(strategies.anything)
def test_sentences_hold_everything_but_white_space(source: str) -> None:
    spans = split_sentences(source)
    assert "".join("".join(source[start:end].split()) for start, end in spans) == "".join(source.split())
    assert all(before[1] <= after[0] for before, after in pairwise(spans))


@seldom
@given(strategies.anything)
def test_what_patterns_see_is_as_long_as_what_was_written(source: str) -> None:
    assert len(prepare(source)) == len(source)


@seldom
@given(strategies.anything)
def test_every_text_has_a_format(source: str) -> None:
    found = detect(source)
    assert found.format in {"text", "markdown", "html"}
    assert 0 <= found.confidence <= 1


@seldom
@given(st.one_of(st.binary(max_size=400), strategies.anything.map(lambda text: text.encode("utf-16-le")[:-1])))
def test_any_bytes_are_a_text_or_say_why_not(data: bytes) -> None:
    try:
        assert isinstance(decode(data), str)
    except ValueError as error:
        assert str(error)  # noqa: PT017 - some bytes are a text, some are not


@seldom
@given(
    st.one_of(
        st.text(max_size=60),
        st.dictionaries(st.sampled_from(["pack", "cue", "x"]), st.integers()).map(
            lambda found: "\n".join(f"{key} = {value}" for key, value in found.items())
        ),
    )
)
def test_any_file_is_a_pack_or_says_why_not(text: str) -> None:
    try:
        assert parse_pack(text, "any.toml", "any").cues
    except RuleError as error:
        assert str(error).startswith("any.toml: ")  # noqa: PT017 - some texts are a pack, most are not
