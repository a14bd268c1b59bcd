"""The lines above an article to its headline, each weighed by what it looks like and by what the article says."""

from __future__ import annotations

import re
from collections import Counter

from newsclean.document import Block, Document
from newsclean.metadata.date_lines import read_line

SHORTEST, LONGEST = 8, 260  # characters; four are enough where a character is a word
_WORDS = re.compile(r"[^\W_]+")
_DENSE = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\u0e00-\u0e7f]")
_LEVEL = re.compile(r"#{1,6}(?=\s)")


def is_candidate(block: Block) -> bool:
    text = block.text
    if not (SHORTEST <= len(text) <= LONGEST or (len(text) >= 4 and _DENSE.search(text))):
        return False
    if block.cut and block.cut.kind not in {"title", "residue", "related", "nav"}:
        return False
    return any(c.isalpha() for c in text) and block.kind not in ("code", "caption")


def words_of(text: str) -> list[str]:
    low = text.lower()
    if _DENSE.search(low):
        low = "".join(_WORDS.findall(low))
        return [low[i : i + 2] for i in range(len(low) - 1)]
    return [w for w in _WORDS.findall(low) if len(w) > 3]


def level(document: Document, block: Block) -> int:
    if block.kind != "heading":
        return 0
    if document.format == "markdown":
        m = _LEVEL.match(document.source, block.start)
        return len(m[0]) if m else 2
    m = re.search(r"(?<!\w)h([1-6])(?!\w)", block.hint)
    return int(m[1]) if m else 2


_CREDIT = re.compile(
    r"(?:foto|photo|bild|image|credit|getty|reuters|afp|picture|via|courtesy|/ ?[A-Z]|\\(c\\)|©)", re.IGNORECASE
)
_SEPS = re.compile(r"\s[|–—·»-]\s|\|")


def prepare(document, layout):
    """Candidate -> features."""
    blocks = layout.blocks
    stop = min(len(blocks), layout.start + 4)
    cands = [n for n in range(stop) if is_candidate(blocks[n])]
    counts = Counter(b.text.lower() for b in blocks)
    tops = [b.text.lower() for b in blocks[:12]]
    over = {}
    for n in cands:
        ws = words_of(blocks[n].text)
        hits = sum(w in layout.body for w in ws)
        over[n] = (hits / len(ws) if ws else 0.0, hits)
    dated = {
        n
        for n in range(max(0, layout.start - 80), min(len(blocks), layout.start + 8))
        if any(c.isdecimal() for c in blocks[n].text) and read_line(blocks[n].text)
    }
    good = [
        n
        for n in cands
        if over[n][0] >= 0.4 and over[n][1] >= 2 and len(blocks[n].text) > 24 and blocks[n].kind != "item"
    ]
    out = {}
    anyh1 = any(level(document, blocks[n]) == 1 for n in cands)
    for n in cands:
        out[n] = features(document, layout, n, counts, tops, over[n], dated, good, anyh1)
    return out


def features(document, layout, number, counts, tops, over, dated, good, anyh1) -> dict[str, float]:
    block = layout.blocks[number]
    text = block.text
    ratio, hits = over
    lev = level(document, block)
    dense = bool(_DENSE.search(text))
    size = len(text) * (2.5 if dense else 1)
    linked = sum(len(l.text) for l in block.links if not l.image)
    dist = layout.start - number
    nxt = layout.blocks[number + 1 : number + 7]
    prev = layout.blocks[number - 1].text if number else ""
    after = [n for n in good if n > number]
    before = [n for n in good if n < number and n > number - 8]
    return {
        "overlap": ratio,
        "hits": min(hits, 8) / 8,
        "h1": float(lev == 1),
        "h2": float(lev == 2),
        "h3": float(lev >= 3),
        "nonh1": float(anyh1 and lev != 1),
        "dist": min(abs(dist), 60) / 60,
        "far": float(dist > 60),
        "near": float(0 < dist <= 8),
        "below": float(dist <= 0),
        "repeat": float(counts[text.lower()] > 1),
        "top": float(any(text.lower() in t and t != text.lower() for t in tops)),
        "short": float(size < 25),
        "vshort": float(size < 15),
        "long": float(size > 110),
        "vlong": float(size > 160),
        "few": float(not dense and len(text.split()) < 4),
        "period": float(text.rstrip()[-1] in ".。"),
        "colon": float(text.rstrip()[-1] in ":："),
        "item": float(block.kind in ("item", "row")),
        "linked": float(linked * 5 > len(text) * 4),
        "lower": float(text[:1].islower()),
        "date": float(number in dated),
        "nextdate": float(any(number + k in dated for k in range(1, 9))),
        "prevdate": float(any(number - k in dated for k in range(1, 4))),
        "nextprose": float(any(len(b.text) > 60 for b in nxt[:2])),
        "nexttitle": float(bool(after) and after[0] <= number + 3),
        "prevtitle": float(bool(before) and before[-1] >= number - 3),
        "nafter": min(len(after), 5) / 5,
        "nbefore": min(len(before), 5) / 5,
        "first": float(number <= 2),
        "cut": float(block.cut is not None),
        "sep": float(bool(_SEPS.search(text))),
        "credit": float(bool(_CREDIT.search(text))),
        "prevshort": float(0 < len(prev) < 30),
        "caps": float(text.isupper()),
        "main0": float(layout.start <= 6 and number == 0),
        "mainn": float(layout.start <= 6 and number > 0),
        "quoteends": float(text[-1:] in "”\"»'’"),
        "question": float(text[-1:] in "?!"),
        "plain": float(lev == 0 and document.format != "text"),
        "wordcount": min(len(text.split()), 12) / 12,
        "gapb": float(document.source[layout.blocks[number - 1].end : block.start].count("\n") > 1) if number else 1.0,
        "gapa": float(document.source[block.end : layout.blocks[number + 1].start].count("\n") > 1)
        if number + 1 < len(layout.blocks)
        else 1.0,
        "lead": sum(w in layout.body[:900] for w in words_of(text)) / max(1, len(words_of(text))),
        "neigh": sum(
            20 < len(b.text) < 120 and b.kind != "heading" for b in layout.blocks[max(0, number - 3) : number + 4]
        )
        / 7,
        "between": min(sum(len(b.text) for b in layout.blocks[number + 1 : layout.start][:60]), 2000) / 2000
        if dist > 0
        else 0.0,
        "betw0": float(dist > 0 and sum(len(b.text) for b in layout.blocks[number + 1 : layout.start][:60]) < 250),
        "nextstart": float(dist == 1),
        "rest": float(hits == 0),
        "unique1": float(counts[text.lower()] > 3),
        "verblike": float(text.count(" ") >= 4 and not text.istitle()),
    }
