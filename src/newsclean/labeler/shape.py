"""What a block looks like, whatever its language: length, sentences, case, digits, signs, how it begins and ends."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from newsclean.labeler.arrays import Bools, Columns, Floats, Ints
from newsclean.labeler.characters import (
    BRACKET,
    CLASSES,
    COLON,
    COMMA,
    DASH,
    DIGIT,
    LOWER,
    MARK,
    NEWLINE,
    QUOTE,
    SPACE,
    STOP,
    SYMBOL,
    UNCASED,
    UNSPACED,
    UPPER,
    Characters,
)  # fmt: skip

_ENDS = {COLON: "colon_end", COMMA: "comma_end", DIGIT: "digit_end"}
_STARTS = {
    UPPER: "first_upper",
    LOWER: "first_lower",
    DIGIT: "first_digit",
    QUOTE: "first_quote",
    BRACKET: "first_bracket",
}


class Shape(NamedTuple):
    """Columns of features, and by block: words (two unspaced characters are one), sentences, a stop at the end."""

    columns: Columns
    words: Floats
    sentences: Floats
    stopped: Bools


class _Events:
    """Every character but plain letters, with the one after it: three in four characters are never looked at again."""

    def __init__(self, characters: Characters) -> None:
        classes, starts = characters.classes, characters.starts
        place = np.flatnonzero((classes != LOWER) & (classes != UNCASED))
        self.bounds: Ints = np.append(np.searchsorted(place, starts - 1), len(place) - 1)
        count = len(place) - 1
        kinds = classes[place]
        self.now: npt.NDArray[np.uint8] = kinds[:count]
        self.next: npt.NDArray[np.uint8] = kinds[1:]
        self.letters: Ints = np.diff(place) - 1
        self.touches: Bools = self.letters == 0
        self.blank: Bools = (self.now == SPACE) | (self.now == NEWLINE)
        self.next_blank: Bools = (self.next == SPACE) | (self.next == NEWLINE)
        self.codes: npt.NDArray[np.int64] = characters.codes[place[:count]]
        block = np.repeat(np.arange(len(starts)), np.diff(self.bounds))
        counts = np.bincount(block * CLASSES + self.now, minlength=len(starts) * CLASSES)
        self.classes: Floats = counts.reshape(-1, CLASSES).astype(np.float32)

    def count(self, flags: Bools) -> Floats:
        """How many events of each block are flagged."""
        return np.add.reduceat(flags, self.bounds[:-1], dtype=np.float32)

    def after(self, flags: Bools, steps: int) -> Bools:
        """The flags of the events so many steps on."""
        moved = np.zeros(len(flags), bool)
        moved[:-steps] = flags[steps:]
        return moved


def shape_of(characters: Characters) -> Shape:
    """The shape of every text of a batch of at least one."""
    events = _Events(characters)
    lengths = np.maximum(characters.lengths, 1).astype(np.float32)
    spaced = events.count(events.blank & ~(events.touches & events.next_blank)) * (characters.lengths > 0)
    words = spaced + 0.5 * events.classes[:, UNSPACED]
    ends = _among(events.next, (SPACE, NEWLINE, QUOTE, BRACKET, UNSPACED))
    sentences = events.count((events.now == STOP) & events.touches & ends)
    columns: Columns = {
        "chars": np.log1p(characters.lengths),
        "words": np.log1p(words),
        "sentences": np.log1p(sentences),
        "mean_word": np.minimum((lengths - events.classes[:, SPACE]) / np.maximum(spaced, 1), 20) / 5,
        "sentence_length": np.minimum(words / (sentences + 1), 60) / 20,
    }
    columns |= _cases(events, np.maximum(spaced, 1), lengths)
    columns |= _signs(events, np.maximum(words, 1))
    columns |= _numbers(events)
    edges, stopped = _edges(characters)
    return Shape(columns | edges, words.astype(np.float32), sentences, stopped)


def _cases(events: _Events, words: Floats, lengths: Floats) -> Columns:
    """How words begin and how long they are; `short_lower` stands for the function words of any spaced language."""
    starts = events.blank
    known = events.classes.sum(axis=1) - 1
    letters = lengths - known + events.classes[:, UPPER] + events.classes[:, UNSPACED]
    return {
        "lower_start": events.count(starts & ~events.touches) / words,
        "title_start": events.count(starts & events.touches & (events.next == UPPER)) / words,
        "number_start": events.count(starts & events.touches & (events.next == DIGIT)) / words,
        "short_lower": events.count(starts & events.next_blank & (events.letters >= 1) & (events.letters < 4)) / words,
        "long_words": events.count(starts & (events.letters >= 10)) / words,
        "upper": events.classes[:, UPPER] / lengths,
        "capitals": events.count((events.now == UPPER) & events.touches & (events.next == UPPER)) / lengths,
        "unspaced": events.classes[:, UNSPACED] / lengths,
        "digits": events.classes[:, DIGIT] / lengths,
        "one_word": words <= 1,
        "no_letters": letters < 1,
        "no_lower": lengths == known,
    }


def _signs(events: _Events, words: Floats) -> Columns:
    by_class = events.classes
    return {
        "commas": by_class[:, COMMA] / words,
        "comma_count": np.log1p(by_class[:, COMMA]),
        "colon_count": np.minimum(by_class[:, COLON], 4),
        "quote_count": np.log1p(by_class[:, QUOTE]),
        "bracket_count": np.minimum(by_class[:, BRACKET], 6) / 2,
        "dashes": np.minimum(by_class[:, DASH] / words, 2),
        "dash_count": np.minimum(by_class[:, DASH], 6) / 2,
        "symbol_count": np.minimum(by_class[:, SYMBOL], 6) / 2,
        "mark_count": np.minimum(by_class[:, MARK], 6) / 2,
        "stop_count": np.log1p(by_class[:, STOP]),
        "dot_inside": np.minimum(events.count((events.now == STOP) & ~events.touches), 3),
    }


def _numbers(events: _Events) -> Columns:
    """Numbers, and those that look like a time of day, a date, a year."""
    digit, touches = events.now == DIGIT, events.touches
    run = digit & touches
    follows = np.zeros(len(digit), bool)
    follows[1:] = run[:-1]
    first = digit & ~follows
    parted = digit & touches & events.after(touches & (events.next == DIGIT), 1)
    one_or_two = (events.codes == ord("1")) | (events.codes == ord("2"))
    ends_third = events.after(digit & ~(touches & (events.next == DIGIT)), 3)
    four = first & run & events.after(run, 1) & events.after(run, 2) & ends_third
    return {
        "number_count": np.minimum(events.count(first), 6) / 2,
        "clock": np.minimum(events.count(parted & (events.next == COLON)), 2),
        "date": np.minimum(events.count(parted & _among(events.next, (STOP, DASH))), 4) / 2,
        "year": np.minimum(events.count(four & one_or_two), 2),
    }


def _edges(characters: Characters) -> tuple[Columns, Bools]:
    """How blocks begin and end, and whether with a full stop, be it inside quotes or brackets."""
    codes, classes, starts, lengths = characters
    last_place = starts + lengths - 1  # of an empty text: the newline before it
    first, last = classes[starts], classes[last_place]
    before = classes[np.maximum(last_place - 1, 0)]
    closed = (last == QUOTE) | (last == BRACKET)
    stopped = (last == STOP) | (closed & (before == STOP))
    sign = codes[last_place]
    columns: Columns = {
        "stop_end": stopped,
        "closed_end": closed,
        "letter_end": _among(last, (LOWER, UPPER, UNCASED, UNSPACED)),
        "mark_end": _among(last, (MARK, SYMBOL, DASH)),
        "dots_end": ((last == STOP) & (before == STOP)) | (sign == ord("…")),
        "question_end": (sign == ord("?")) | (sign == ord("？")),
        "call_end": (sign == ord("!")) | (sign == ord("！")),
        "first_mark": _among(first, (MARK, SYMBOL, DASH, COMMA, COLON, STOP)),
    }
    columns |= {name: last == value for value, name in _ENDS.items()}
    columns |= {name: first == value for value, name in _STARTS.items()}
    return columns, stopped


def _among(values: npt.NDArray[np.uint8], classes: tuple[int, ...]) -> Bools:
    """Which of the classes are among these few."""
    result: Bools = _table(classes).take(values)
    return result


@cache
def _table(classes: tuple[int, ...]) -> Bools:
    table = np.zeros(CLASSES, bool)
    table[list(classes)] = True
    return table
