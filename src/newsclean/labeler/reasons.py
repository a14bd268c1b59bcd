"""What drove a judgement, in words: the groups of features without which a block would most likely have been kept."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from newsclean.document import Document
from newsclean.labeler.features import features_of
from newsclean.labeler.model import Model
from newsclean.labeler.net import Matrix

# Group in words -> what the names of its features begin with; a feature belongs to the first group that fits.
GROUPS = {
    "the page around it": ("doc_",),
    "little prose nearby": (
        "prose_within",
        "prose_share",
        "prose_last",
        "prose_next",
        "prose_of_most",
        "block_length",
        "since_",
        "until_",
    ),
    "where it stands": ("position", "from_", "words_before", "prose_before", "prose_words"),
    "words that boilerplate uses": ("body_words", "meta_words"),
    "few words in common with the article": ("coherence", "repeated_words", "content_words", "same_"),
    "links and markup": ("link", "all_link", "image", "heading", "item", "quote", "caption", "row", "hint_", "html"),
    "how it is set off": ("lines_before", "glued", "indent", "joined"),
    "said more than once": ("repeats",),
    "cues beside it": ("cue",),
    "how it ends and begins": ("first_", "stop_end", "closed_end", "letter_end", "mark_end", "dots_end", "colon_end"),
    "its length and sentences": ("chars", "words", "sentence", "prose", "strong", "stop_count", "comma", "one_word"),
    "numbers and dates": ("number", "clock", "date", "year", "digit"),
    "its signs and capitals": ("",),
}
_LEAST = 0.3  # change of log odds below which a group is no reason
_SHOWN = 2


def reasons(model: Model, document: Document, numbers: Iterable[int]) -> dict[int, str]:
    """For each of these blocks the groups that spoke most against it, strongest first; "" where none stands out."""
    features = model.complete(features_of([document]))
    groups = np.array([_group(name) for name in features.names])
    before = _odds(model.chances(features))
    names = list(GROUPS)
    gains = np.empty((len(names), len(before)), np.float32)
    for number in range(len(names)):
        # The mean of a feature says nothing for or against.
        muted = np.where(groups == number, model.mean, features.matrix)
        gains[number] = _odds(model.chances(features._replace(matrix=muted))) - before
    found = {}
    for block in numbers:
        order = np.argsort(-gains[:, block], kind="stable")[:_SHOWN]
        found[block] = ", ".join(names[number] for number in order if gains[number, block] >= _LEAST)
    return found


def _group(name: str) -> int:
    return next(number for number, starts in enumerate(GROUPS.values()) if name.startswith(starts))


def _odds(chances: Matrix) -> Matrix:
    body = np.clip(chances[:, 0], 1e-6, 1 - 1e-6)
    result: Matrix = np.log(body / (1 - body))
    return result
