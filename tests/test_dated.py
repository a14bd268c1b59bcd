"""Headlines that stand in a list, each with its time, go; those with a story under them stay."""

from __future__ import annotations

from newsclean import Cleaner
from newsclean.stages.residue import DATED

STORY = """The bridge over the harbour opened on Monday, a month before the day that the builders had named in spring.

The ferry made its last crossing at noon, and its men have been offered work on the dredgers further out.
"""
HEADLINES = ["Mayor says school stays", "Rain until Friday", "Ferry men look for work", "Church bell cracked"]
TIMES = ["2 hours ago", "3 hours ago", "1 day ago", "2 days ago"]


def _dated(*parts: str, ignore: tuple[str, ...] = ()) -> list[str]:
    document = Cleaner(ignore=ignore).document("\n\n".join(parts))
    return [block.text for block in document.blocks if block.cut and block.cut.cue == DATED]


def test_a_list_of_headlines_and_times_goes() -> None:
    pairs = [f"{headline}\n{time}" for headline, time in zip(HEADLINES, TIMES, strict=True)]
    assert _dated(STORY, *pairs) == HEADLINES


def test_two_are_no_list() -> None:
    assert not _dated(STORY, HEADLINES[0], TIMES[0], HEADLINES[1], TIMES[1])


def test_entries_of_a_live_blog_stay() -> None:
    entries = [f"{headline}\n{time}\n{STORY}" for headline, time in zip(HEADLINES, TIMES, strict=True)]
    assert not _dated(*entries)


def test_sentences_before_times_stay() -> None:
    assert not _dated(STORY, *(f"{headline}.\n{time}" for headline, time in zip(HEADLINES, TIMES, strict=True)))


def test_the_user_may_keep_them() -> None:
    pairs = [f"{headline}\n{time}" for headline, time in zip(HEADLINES, TIMES, strict=True)]
    assert not _dated(STORY, *pairs, ignore=(DATED,))
