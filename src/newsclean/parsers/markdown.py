"""Markdown to blocks: markdown-it finds the blocks; inline markup is lifted only where a block holds any."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import accumulate

from markdown_it import MarkdownIt
from markdown_it.token import Token

from newsclean.document import Block, Document, Kind, Link
from newsclean.expressions import expression
from newsclean.parsers import markdown_plain
from newsclean.parsers.lines import is_wrapped, split_one_line, strip_span
from newsclean.parsers.markdown_links import close_links, mend
from newsclean.parsers.markdown_lists import lone_markers
from newsclean.parsers.markdown_plain import Piece, Said
from newsclean.parsers.markdown_rows import cell_spans, paragraph_spans
from newsclean.parsers.tags import TAG, said
from newsclean.parsers.text import lift as lift_text

_MARKUP = expression(r"[\\`*_\[\]!&<~]")
_OPENERS: dict[str, Kind] = {
    "heading_open": "heading",
    "list_item_open": "item",
    "blockquote_open": "quote",
    "tr_open": "row",
}
_CLOSERS = frozenset(name.replace("open", "close") for name in _OPENERS)
_DEFINITION = expression(r"^\s*\[[^\]\n]+\]:\s*\S")


@cache
def _engine() -> MarkdownIt:
    return MarkdownIt("commonmark", {"html": True}).enable("table").disable(["inline", "code"])


@cache
def _inline() -> MarkdownIt:
    engine = MarkdownIt("commonmark", {"html": True})
    engine.validateLink = _is_link  # type: ignore[assignment, method-assign]
    return engine


def _is_link(_url: str) -> bool:
    """Whatever it leads to, a script or data: nothing here is rendered."""
    return True


def lift(piece: str) -> str:
    """The text of a piece of inline markdown, white space as single blanks."""
    return " ".join(" ".join(line.text for line in _lines(piece, {})).split())


def parse(document: Document) -> None:
    """Set the blocks of a markdown document."""
    source = document.source
    starts = _line_starts(source)
    env: dict[str, object] = {}
    blocks: list[Block] = []
    told = markdown_plain.said(source)
    for kind, content, first, last in _said_by(_engine().parse(source, env)) if told is None else told:
        span = strip_span(source, starts[first], starts[min(last, len(starts) - 1)])
        blocks.extend(_blocks(source, kind, content, span, env))
    blocks = _outside(source, blocks)
    if any("](" in block.text for block in blocks):
        close_links(blocks)
    document.blocks = split_one_line(source, blocks)


def _line_starts(source: str) -> list[int]:
    """Offsets of the lines as markdown-it counts them (\\r\\n, \\r and \\n end one), and the end of the source."""
    if "\r" not in source:
        return [0, *accumulate([len(line) + 1 for line in source.split("\n")[:-1]]), len(source)]
    return [0, *(match.end() for match in re.finditer(r"\r\n|\r|\n", source)), len(source)]


def _said_by(tokens: Sequence[Token]) -> Iterable[Said]:
    """Everything that says something."""
    within: list[Kind] = []
    lone, marker = lone_markers(tokens), ""
    for place, token in enumerate(tokens):
        marker = lone.get(place, marker)
        kind = _OPENERS.get(token.type)
        if kind:
            within.append(kind)
            if kind == "row" and token.map:
                yield Said("row", "", token.map[0], token.map[1])
        elif token.type in _CLOSERS:
            within.pop()
            marker = ""  # an item without text of its own gives it to nobody
        elif token.type == "inline" and token.map and within[-1:] != ["row"]:
            yield Said(within[-1] if within else "paragraph", marker + token.content, token.map[0], token.map[1])
            marker = ""
        elif token.type == "fence" and token.map:
            yield Said("code", token.content, token.map[0], token.map[1])
        elif token.type == "html_block" and token.map:
            text = TAG.sub(lambda tag: tag[0] if said(tag[0]) == tag[0] else " ", token.content)
            yield Said("paragraph", html.unescape(text), token.map[0], token.map[1])


def _blocks(source: str, kind: Kind, content: str, span: tuple[int, int], env: dict[str, object]) -> list[Block]:
    """A block a line, if the lines are their writer's own; else one for them all."""
    start, end = span
    if start >= end:
        return []
    if kind == "code":
        return [Block(content.strip("\n"), start, end, kind)]
    if kind == "row":
        return _row(source, span, env)
    pieces = _lines(content, env)
    raw_lines = source[start:end].splitlines()
    if len(pieces) == 1 and len(raw_lines) == 1:
        return [Block(" ".join(pieces[0].text.split()), start, end, kind, pieces[0].links)]
    if len(pieces) != len(raw_lines) or is_wrapped([piece.text for piece in pieces]):
        text = " ".join(" ".join(piece.text for piece in pieces).split())
        return [Block(text, start, end, kind, tuple(link for piece in pieces for link in piece.links))]
    blocks, offset = [], start
    for piece, raw in zip(pieces, source[start:end].splitlines(keepends=True), strict=True):
        line = strip_span(source, offset, offset + len(raw))
        if line[0] < line[1]:
            blocks.append(Block(" ".join(piece.text.split()), *line, kind, piece.links))
        offset += len(raw)
    return blocks


def _row(source: str, span: tuple[int, int], env: dict[str, object]) -> list[Block]:
    """A row as a block, its cells a bar apart; the paragraphs of a table that lays out a page as a block each."""
    cells = cell_spans(source, *span)
    if paragraphs := paragraph_spans(source, cells):
        return [
            block
            for start, end in paragraphs
            for block in _blocks(source, "paragraph", source[start:end], (start, end), env)
        ]
    pieces = [piece for start, end in cells for piece in _lines(source[start:end], env)]
    text = " | ".join(filter(None, (" ".join(piece.text.split()) for piece in pieces)))
    return [Block(text, *span, "row", tuple(link for piece in pieces for link in piece.links))] if pieces else []


def _lines(content: str, env: dict[str, object]) -> list[Piece]:
    """Inline content as the lines it is written in, markup lifted off."""
    if not _MARKUP.search(content):
        return [Piece(line) for line in content.split("\n")]
    if not env.get("references") and (plain := markdown_plain.pieces(content)) is not None:
        return plain
    pieces: list[Piece] = []
    words: list[str] = []
    links: list[Link] = []
    open_: list[tuple[str, int]] = []
    for token in _inline().parseInline(mend(content), env)[0].children or ():
        if token.type in {"softbreak", "hardbreak"}:
            pieces.append(Piece("".join(words), tuple(links)))
            words, links = [], []
            open_ = [(url, 0) for url, _ in open_]
        elif token.type == "link_open":
            open_.append((str(token.attrGet("href") or ""), len(words)))
        elif token.type == "link_close" and open_:
            url, since = open_.pop()
            links.append(Link("".join(words[since:]).strip(), url))
        elif token.type == "image":
            links.append(Link(token.content, str(token.attrGet("src") or ""), image=True))
        elif token.type == "html_inline":
            words.append(said(token.content))
        else:
            words.append(token.content)
    return [*pieces, Piece("".join(words), tuple(links))]


def _outside(source: str, blocks: list[Block]) -> list[Block]:
    """The blocks, with blocks for what markdown takes for definitions or rules but a scraper may have left as text."""
    found: list[Block] = []
    position = 0
    for block in [*blocks, Block("", len(source), len(source))]:
        if block.start < position:  # a line that two tokens claim, as in a malformed table
            continue
        for match in re.finditer(r"[^\r\n]*[^\W_][^\r\n]*", source[position : block.start]):
            span = strip_span(source, position + match.start(), position + match.end())
            text = "" if _DEFINITION.match(match[0]) else lift_text(source[span[0] : span[1]])
            if text:
                found.append(Block(text, *span))
        if block.end > block.start:
            found.append(block)
        position = block.end
    return found
