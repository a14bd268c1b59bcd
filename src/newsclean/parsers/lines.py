"""Lines of source to paragraphs: which lines are hard-wrapped and belong together, and where one long line parts."""

from __future__ import annotations

from newsclean.document import Block
from newsclean.expressions import expression
from newsclean.sentences import split_sentences

Span = tuple[int, int]

# Plain-text mail and old archives wrap at 50 to 100 columns.
_NARROWEST, _WIDEST = 50, 100
_ENDS = expression(r"""[.!?…:;。！？।؟۔]["'”’»)\]]*$""")
_ITEM = expression(r"^(?:[-*+•–—▪●◦‣]\s|\(?\d{1,2}[.)]\s)")
ONE_LINE = 240  # characters from which a document without line structure is split into sentences


def strip_span(source: str, start: int, end: int) -> Span:
    """The span without the white space at its ends."""
    while start < end and source[start].isspace():
        start += 1
    while end > start and source[end - 1].isspace():
        end -= 1
    return start, end


def line_spans(source: str) -> list[list[Span]]:
    """Spans of the lines that say something, white space stripped, grouped by the blank lines between them."""
    groups: list[list[Span]] = []
    group: list[Span] = []
    offset = 0
    for line in source.splitlines(keepends=True):
        text = line.strip()
        if text:
            start = offset if line[0] == text[0] else offset + line.index(text[0])
            group.append((start, start + len(text)))
        elif group:
            groups.append(group)
            group = []
        offset += len(line)
    return [*groups, group] if group else groups


def is_wrapped(lines: list[str]) -> bool:
    """Whether a run of lines is one paragraph, broken by a fixed width and not by its writer."""
    if len(lines) < 2:
        return False
    full = [len(line) for line in lines[:-1]]
    widest = max(full)
    if not _NARROWEST <= widest <= _WIDEST or len(lines[-1]) > widest + 2 or min(full) < widest * 0.7:
        return False
    if any(is_item(line) for line in lines[1:]):
        return False
    broken = sum(1 for line in lines[:-1] if not _ENDS.search(line))
    continued = sum(1 for line in lines[1:] if line[:1].islower() or not line[:1].isalpha())
    return broken * 2 > len(full) and (continued * 3 >= len(full) or _varies_little(full))


def _varies_little(lengths: list[int]) -> bool:
    """Whether the standard deviation is under 4; `statistics` would load four modules for it."""
    count = len(lengths)
    return count * sum(length * length for length in lengths) - sum(lengths) ** 2 < 16 * count * count


def is_item(text: str) -> bool:
    """Whether a line begins as a list's item does."""
    return not text[:1].isalpha() and _ITEM.match(text) is not None


def split_one_line(source: str, blocks: list[Block]) -> list[Block]:
    """The blocks of a document; if it is one long line, that one's sentences."""
    if len(blocks) != 1 or len(blocks[0].text) < ONE_LINE:
        return blocks
    only = blocks[0]
    return split_block(only) if only.text == source[only.start : only.end] else blocks


def split_block(block: Block) -> list[Block]:
    """A block whose text is its source, as sentences that go on with each other; the block itself if it is one."""
    spans = split_sentences(block.text)
    if len(spans) < 2:
        return [block]
    return [
        Block(
            block.text[start:end],
            block.start + start,
            block.start + end,
            block.kind,
            joined=bool(number) or block.joined,
        )
        for number, (start, end) in enumerate(spans)
    ]
