"""Where a paragraph's sentences end, in any script: only a guess, so that wrong splits must be harmless."""

from __future__ import annotations

from newsclean.expressions import expression

# An end mark and closing quotes, then white space; East Asian marks need none. The mark comes first, so that the
# engine skips from mark to mark. Single initials and common titles don't end a sentence.
_END = expression(
    r"""[.!?…؟।۔](?<![\s(.][A-ZА-ЯЁ]\.)(?<!\b[MD]r\.)(?<!\bMrs\.)(?<!\bSt\.)(?<!\bvs\.)(?<!\bNo\.)(?<!\bGov\.)(?<!\bSen\.)"""
    r"""(?<!\bRep\.)(?<!\bGen\.)(?<!\bNr\.)["'”’»“)\]]*\s+(?=["'“”„«(\[¿¡–—-]?\s?[^\Wa-zа-яё_])"""
    r"""|[。！？]["'”’」』）]*\s*(?!$)"""
)


def split_sentences(text: str) -> list[tuple[int, int]]:
    """Half-open spans of the sentences of `text`, white space between them left out; they never overlap."""
    spans, start = [], 0
    for match in _END.finditer(text):
        spans.append((start, start + len(text[start : match.end()].rstrip())))
        start = match.end()
    if text[start:].strip():
        spans.append((start, start + len(text[start:].rstrip())))
    return spans
