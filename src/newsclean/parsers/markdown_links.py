"""Links as scrapers write them to links as markdown reads them: blanks in targets, quotes in titles, several blocks."""

from __future__ import annotations

import re
from collections.abc import Sequence

from newsclean.document import Block, Link
from newsclean.expressions import expression

# A target may hold blanks where it can't be a remark in brackets ("data:image/svg+xml,%3Csvg xmlns=…", "/a b.jpg").
# Nothing here is tried twice: a line of links without ends must cost no more than any other. (Python before 3.11.5
# gets possessive repeats of what looks ahead wrong, atomic groups of it not.)
_TARGET = (
    r"<?(?P<url>(?:data:(?:[^()\n<>\[\]]|\([^()\n<>\[\]]*+\))*+"
    r"|(?:[a-zA-Z][a-zA-Z0-9+.-]{0,20}+:|[/#])(?:[^()\n\"<>\[\]]|\([^()\n\"<>\[\]]*+\))*+)?)>?\s*+"
)
_TITLE = r'(?P<title>"(?>(?:(?!"\s{0,9}\))[^\n]){0,400})")?'
_LINK = expression(rf"\]\(\s*+{_TARGET}{_TITLE}\s*+\)")
# How far apart the ends of a link may be: a card of a story holds its picture, headline, lead and date.
_REACH, _WIDEST = 8, 400  # blocks, and characters of one between them


def mend(content: str) -> str:
    """Inline markdown whose targets markdown reads: those with blanks in angle brackets, without their titles."""
    return _LINK.sub(_mended, content) if "](" in content else content


def _mended(link: re.Match[str]) -> str:
    url, title = link["url"].strip(), link["title"] or ""
    if url and title.count('"') in {0, 2} and not any(blank in url for blank in " \t\xa0"):
        return link[0]
    return f"](<{url}>)" if url else "]()"


def close_links(blocks: Sequence[Block]) -> None:
    """Lift what is left of links: those around others, and those that open in one block and close in a later one."""
    opened: int | None = None
    for number, block in enumerate(blocks):
        while "](" in block.text and (end := _LINK.search(block.text)):
            if _opens(block.text[: end.start()]):
                _close([block], end)
            elif opened is not None:
                _close(blocks[opened : number + 1], end)
                opened = None
            else:
                break
        if "[" in block.text and _opens(block.text):
            opened = number
        elif opened is not None and (number - opened >= _REACH or len(block.text) > _WIDEST):
            opened = None


def _opens(text: str) -> bool:
    return text.rfind("[") > text.rfind("]")


def _close(blocks: Sequence[Block], end: re.Match[str]) -> None:
    """Give each block its part of a link that begins with the last bracket of the first and ends in the last."""
    first, last = blocks[0], blocks[-1]
    last.text, behind = end.string[: end.start()], end.string[end.end() :]
    at = first.text.rfind("[")
    before, first.text = first.text[:at], first.text[at + 1 :]
    for block in blocks:
        if text := block.text.strip():
            block.links = (*block.links, Link(text, end["url"].strip()))
    first.text = f"{before} {first.text}"
    last.text = f"{last.text} {behind}"
    for block in (first, last):
        block.text = " ".join(block.text.split())
