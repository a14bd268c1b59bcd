"""HTML to blocks: lxml repairs the page, block elements become blocks, hidden parts are gone, the head is evidence."""

from __future__ import annotations

import html
import re
import warnings
from collections.abc import Iterator

from bs4 import BeautifulSoup, MarkupResemblesLocatorWarning, XMLParsedAsHTMLWarning
from bs4.element import CData, NavigableString, PreformattedString, Tag

from newsclean.document import Block, Document, Kind, Link
from newsclean.expressions import expression
from newsclean.parsers.html_head import note_head
from newsclean.parsers.html_told import PARAGRAPHS, PROSE, tell
from newsclean.parsers.lines import split_one_line, strip_span
from newsclean.parsers.tags import TAG

# Every run of text is given a mark with its offset before parsing, so that spans survive whatever lxml repairs.
_OPEN, _CLOSE = "\ue0f0", "\ue0f1"
_MARK = expression(f"{_OPEN}([0-9]+){_CLOSE}")
_RUNS = expression(
    r"(<!--.*?(?:-->|\Z)|<script\b.*?(?:</script\s*>|\Z)|<style\b.*?(?:</style\s*>|\Z)"
    r"|<[a-z/!?](?:[^<>=]++|=\s*+(?>\"[^\"]*\"|'[^']*')?+)*+>|<[a-z/!?][^<>]*>?)"  # a quote is one behind "=" only
    r"|([^<]+|<)",
    re.IGNORECASE | re.DOTALL | re.ASCII,  # "<İ" opens no tag
)

_SKIPPED = frozenset(
    (
        "head script style noscript template svg math iframe object embed canvas audio video map datalist select "
        "textarea progress meter"
    ).split()
)
_BLOCKS: dict[str, Kind] = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), "heading"),
    **dict.fromkeys(("li", "dt", "dd", "option"), "item"),
    **dict.fromkeys(("figcaption", "caption"), "caption"),
    "blockquote": "quote",
    "pre": "code",
    "tr": "row",
}
_BREAKS = frozenset(
    (
        "address article aside body br button center details dialog div dl fieldset figure footer form header hr html "
        "legend main menu nav ol p section summary table tbody tfoot thead ul td th"
    ).split()
) | set(_BLOCKS)
_HIDDEN = expression(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_AREAS = frozenset({"nav", "header", "footer", "aside", "article", "main", "form", "button", "figure"})
_HINT_WORDS = 48  # tag and class words a hint holds at most, innermost first


def lift(piece: str) -> str:
    """The text of a piece of HTML source, white space as single blanks."""
    return " ".join(html.unescape(TAG.sub("", piece)).split())


def parse(document: Document) -> None:
    """Set the blocks of an HTML document and note what its head says."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", XMLParsedAsHTMLWarning)
        warnings.simplefilter("ignore", MarkupResemblesLocatorWarning)
        soup = BeautifulSoup(_marked(document.source), "lxml")
    texts = note_head(document, soup)
    document.blocks = split_one_line(document.source, _Walk(document.source).blocks(soup))
    tell(document.blocks, map(lift, texts))


def _marked(source: str) -> str:
    """The source with every text run led by a mark of its offset; private-use look-alikes of a mark are blanked."""
    if _OPEN in source or _CLOSE in source:
        source = source.replace(_OPEN, " ").replace(_CLOSE, " ")

    def mark(match: re.Match[str]) -> str:
        text = match[2]
        if text is None or text.isspace():
            return match[0]
        said = "&lt;" if text == "<" else text  # lxml would take "<é" for a tag and swallow what follows
        return f"{_OPEN}{match.start()}{_CLOSE}{said}"

    return _RUNS.sub(mark, source)


class _Walk:
    """One pass over the tree that gathers text into blocks."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.found: list[Block] = []
        self.words: list[str] = []
        self.links: list[Link] = []
        self.spans: list[tuple[int, int]] = []
        self.kind: Kind = "paragraph"
        self.hint = ""

    def blocks(self, soup: BeautifulSoup) -> list[Block]:
        """The blocks of the page, in source order, without overlaps."""
        for event, node in _events(soup):
            if event == "text":
                self._text(node)
            elif isinstance(node, Tag):
                if event == "open":
                    self._open(node)
                else:
                    self._close(node)
        self._flush()
        return _ordered(self.found)

    def _open(self, tag: Tag) -> None:
        if tag.name in _BREAKS and tag.name not in {"td", "th"}:
            self._flush()
            self.kind = _BLOCKS.get(tag.name, self.kind if tag.name in {"br", "p", "div"} else "paragraph")
            self.hint = ""
        elif tag.name in {"td", "th"} and self.words:
            self.words.append(" | ")
        elif tag.name == "img" and tag.get("src"):
            self.links.append(Link(str(tag.get("alt") or ""), str(tag["src"]), image=True))

    def _close(self, tag: Tag) -> None:
        if tag.name == "a" and tag.get("href"):
            self.links.append(Link(_MARK.sub("", tag.get_text(" ", strip=True)), str(tag["href"])))
        elif tag.name in _BREAKS and tag.name not in {"td", "th"}:
            self._flush()
            if tag.name in _BLOCKS:
                self.kind = "paragraph"

    def _text(self, node: object) -> None:
        text = str(node)
        parts = _MARK.split(text)
        if len(parts) == 1:
            self.words.append(text)
            return
        self.words.append(parts[0])
        if not self.hint and isinstance(node, NavigableString) and node.parent:
            self.hint = _hint(node.parent)
        for offset, run in zip(parts[1::2], parts[2::2], strict=True):
            self.words.append(run)
            self.spans.append(self._run(int(offset)))

    def _run(self, start: int) -> tuple[int, int]:
        """The span of the text run at an offset: up to the next tag, white space stripped."""
        end = self.source.find("<", start + 1)
        return strip_span(self.source, start, len(self.source) if end < 0 else end)

    def _flush(self) -> None:
        text = "".join(self.words)
        text = text.strip("\n") if self.kind == "code" else " ".join(text.split())
        text = text.removesuffix(" |")
        if self.spans and text:
            start, end = min(self.spans)[0], max(span[1] for span in self.spans)
            self.found.append(Block(text, start, end, self.kind, tuple(self.links), hint=self.hint))
            self.links = []
        self.words, self.spans, self.hint = [], [], ""


def _events(soup: BeautifulSoup) -> Iterator[tuple[str, object]]:
    """("open" | "text" | "close", node) in document order, hidden parts passed over; no recursion, pages nest deep."""
    stack: list[tuple[str, object]] = [("open", soup)]
    while stack:
        event, node = stack.pop()
        if event == "open" and isinstance(node, Tag):
            if node.name in _SKIPPED or (_is_hidden(node) and not _is_article(node)):
                continue
            yield "open", node
            stack.append(("close", node))
            stack.extend(("open", child) for child in reversed(node.contents))
        elif isinstance(node, NavigableString):
            if isinstance(node, CData) or not isinstance(node, PreformattedString):
                yield "text", node
        else:
            yield event, node


def _is_hidden(tag: Tag) -> bool:
    attributes = tag.attrs
    if "hidden" in attributes:
        return True
    style = attributes.get("style")
    return bool(style) and _HIDDEN.search(str(style)) is not None


def _is_article(tag: Tag) -> bool:
    """Whether a hidden part is an article's text, which a script would show to those who have paid."""
    if not tag.find_parent(("article", "main")):
        return False
    texts = (_MARK.sub("", paragraph.get_text()).strip() for paragraph in tag.find_all("p"))
    return sum(len(text) >= PROSE for text in texts) >= PARAGRAPHS


def _hint(tag: Tag) -> str:
    """Tags, classes, ids and roles around a text, innermost first; the page's areas always, however deep it nests."""
    words: list[str] = []
    areas: list[str] = []
    node: Tag | None = tag
    while node is not None and node.name != "[document]":
        if node.name in _AREAS:
            areas.append(f"<{node.name}>")
        if len(words) < _HINT_WORDS:
            words.append(f"<{node.name}>")
            for key in ("class", "id", "role", "itemprop"):
                value = node.attrs.get(key)
                if value:
                    words.extend(value if isinstance(value, list) else str(value).split())
        node = node.parent
    return " ".join((*words[:_HINT_WORDS], *areas)).lower()


def _ordered(blocks: list[Block]) -> list[Block]:
    """Blocks by position; where a repaired page interleaves two, they are one."""
    blocks.sort(key=lambda block: (block.start, block.end))
    found: list[Block] = []
    for block in blocks:
        if found and block.start < found[-1].end:
            last = found[-1]
            last.text, last.end = f"{last.text} {block.text}", max(last.end, block.end)
            last.links += block.links
        else:
            found.append(block)
    return found
