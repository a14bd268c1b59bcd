"""A page's data and the names of its parts to blocks: which are the article's text, and which stand behind its end."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from newsclean.document import Block
from newsclean.expressions import expression

_GAP = expression(r"\W+")
_CUT_OFF = expression(r"(?:\.{3}|…)\W*$")
# Characters of a text worth comparing, the share of its letters that the page must show, and letters of a paragraph.
_WORTH, _SHOWN, _PARAGRAPH = 600, 0.8, 40
_TAIL = 30  # letters by which a text's end is told
PROSE, PARAGRAPHS = 80, 3  # characters of a paragraph, and how many, that make a part of a page an article's text
# What the part of a page is called that holds the article's text (schema.org, WordPress and others): on 67 of the
# bench's pages, 41 words of a text stand behind it and 827 of others.
_NAMES = frozenset(
    (
        "articlebody article-body article__body article_body article-body-content c-article-body article-content "
        "article__content articlecontent article-text articletext story-body story-content entry-content post-content "
        "post-body td-post-content body-content content-body"
    ).split()
)


def tell(blocks: Sequence[Block], texts: Iterable[str]) -> None:
    """Set what is `told` of blocks by what data gives as the article's text, else by the part that is named for it.

    `texts` hold no markup any more.
    """
    _tell_by_data(blocks, texts)
    if not any(block.told for block in blocks):
        _tell_by_name(blocks)


def _tell_by_data(blocks: Sequence[Block], texts: Iterable[str]) -> None:
    """Mark the paragraphs of a text, if data holds only one and the page shows it, and what stands behind its end.

    Behind it nothing is marked if the text may have been cut off: by its own end, or because blocks follow that look
    like its paragraphs.
    """
    found = {_letters(text): text for text in texts if len(text) >= _WORTH}
    if len(found) != 1:
        return
    letters, text = found.popitem()
    told = _shown(blocks, letters)
    for number in told:
        blocks[number].told = "body"
    if not told or _is_cut_off(blocks, text, letters):
        return
    hints = {blocks[number].hint for number in told}
    behind = blocks[told[-1] + 1 :]
    if not any(block.hint in hints and len(block.text) >= PROSE for block in behind):
        for block in behind:
            block.told = "behind"


def _tell_by_name(blocks: Sequence[Block]) -> None:
    """Mark what stands behind the part of the page that is named for the text, and surely outside of it."""
    within = [number for number, block in enumerate(blocks) if len(block.text) >= PROSE and _is_named(block)]
    if len(within) < PARAGRAPHS:
        return
    for block in blocks[within[-1] + 1 :]:
        if "<body>" in block.hint and not _is_named(block):  # a hint that ends before that knows too little
            block.told = "behind"


def _is_named(block: Block) -> bool:
    return not _NAMES.isdisjoint(block.hint.split())


def _shown(blocks: Sequence[Block], whole: str) -> list[int]:
    """Numbers of the blocks that the text holds one after another; nothing if they are too little of it."""
    found: list[int] = []
    place = shown = 0
    for number, block in enumerate(blocks):
        letters = _letters(block.text)
        at = whole.find(letters, place) if len(letters) >= _PARAGRAPH else -1
        if at >= 0:
            found.append(number)
            place = at + len(letters)
            shown += len(letters)
    return found if shown >= _SHOWN * len(whole) else []


def _is_cut_off(blocks: Sequence[Block], text: str, letters: str) -> bool:
    """Whether the text ends in dots, or within a paragraph."""
    tail = letters[-_TAIL:]
    ends = (_letters(block.text) for block in blocks)
    return _CUT_OFF.search(text) is not None or any(tail in end and not end.endswith(tail) for end in ends)


def _letters(text: str) -> str:
    return _GAP.sub("", text).lower()
