"""The two seed documents come out exactly as they must."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from cases import SHARED, rows
from conftest import Run, needs_seeds
from newsclean.rules import builtin_packs

pytestmark = needs_seeds
APPEAL, WIRE = "000_2e98e1a35789222d.txt", "003_b5dde23a3ed5c483.txt"


class Output(NamedTuple):
    """Records by id, and the rows of the side tables."""

    records: dict[str, dict[str, Any]]
    audit: list[dict[str, Any]]
    evidence: list[dict[str, Any]]
    links: list[dict[str, Any]]


@pytest.fixture(scope="module")
def output(run: Run, tmp_path_factory: pytest.TempPathFactory) -> Output:
    folder = tmp_path_factory.mktemp("seeds")
    places = {name: folder / f"{name}.jsonl" for name in ("audit", "evidence", "links")}
    tables = [word for name, place in places.items() for word in (f"--{name}", str(place))]
    ran = run("run", SHARED / "seeds", *tables)
    assert ran.code == 0, ran.err
    read = {name: rows(place.read_bytes()) for name, place in places.items()}
    return Output({row["id"]: row for row in rows(ran.out)}, **read)


def raw(name: str) -> str:
    return Path(SHARED / "seeds" / name).read_text(encoding="utf-8")


def lines(name: str) -> list[str]:
    return [line.strip() for line in raw(name).splitlines() if line.strip()]


def found(output: Output, name: str) -> dict[str, str]:
    """The metadata that was found, without the facts that are always known."""
    metadata = output.records[name]["metadata"]
    facts = ["format", "path", "newsclean_version", "rules_version", "cut_kinds", "raw_sha256"]
    return {key: value for key, value in metadata.items() if isinstance(value, str) and value and key not in facts}


def test_the_seeds_give_two_records(output: Output) -> None:
    assert list(output.records) == [APPEAL, WIRE]


def test_the_appeal_leaves_and_its_six_paragraphs_stay(output: Output) -> None:
    assert output.records[APPEAL]["text"] == "\n\n".join(lines(APPEAL)[:6])


def test_every_line_of_the_appeal_is_cut_as_appeal(output: Output) -> None:
    cuts = [row for row in output.audit if row["id"] == APPEAL]
    assert [(row["kind"], row["text"]) for row in cuts] == [("appeal", line) for line in lines(APPEAL)[6:]]
    assert [row["text"] for row in cuts] == [raw(APPEAL)[row["start"] : row["end"]] for row in cuts]
    assert output.records[APPEAL]["metadata"]["cut_kinds"] == "appeal:8"


def test_the_appeal_gives_its_publisher_away_and_nothing_else_is_invented(output: Output) -> None:
    assert found(output, APPEAL) == {"publisher": "The Moscow Times", "language": "en"}
    evidence = [row for row in output.evidence if row["id"] == APPEAL and row["key"] == "publisher" and row["used"]]
    assert [raw(APPEAL)[row["start"] : row["end"]] for row in evidence] == ["A Message from The Moscow Times:"]


def test_the_wire_story_is_markdown_though_its_name_ends_in_txt(output: Output) -> None:
    assert output.records[WIRE]["metadata"]["format"] == "markdown"


def test_the_wire_story_keeps_its_nine_paragraphs(output: Output) -> None:
    body = lines(WIRE)[4:-2]
    expected = [line for line in body if not line.startswith("**Related")]
    assert len(expected) == 9
    assert output.records[WIRE]["text"].split("\n\n") == expected


def test_the_wire_story_tells_who_wrote_it_when_and_where(output: Output) -> None:
    expected = {
        "title": "France Says EU and Russia Must Rebuild Trust But Too Early to End Sanctions",
        "authors": "Reuters",
        "agency": "Reuters",
        "date": "2019-09-09",
        "date_precision": "day",
        "url": lines(WIRE)[-1].strip("<>"),
        "site": "themoscowtimes.com",
        "language": "en",
    }
    values = found(output, WIRE)
    assert {key: values.get(key) for key in expected} == expected
    assert output.records[WIRE]["created"] == "2019-09-09T00:00:00.000Z"


def test_everything_around_the_wire_story_is_cut_each_with_its_kind(output: Output) -> None:
    cuts = [row["kind"] for row in output.audit if row["id"] == WIRE]
    assert cuts[:4] == ["title", "byline", "date", cuts[3]]
    assert cuts[3] in {"caption", "credit"}
    assert cuts[4:] == ["related", "related", "source-url", "source-url"]


def test_a_link_that_points_nowhere_is_not_reported(output: Output) -> None:
    assert [row["url"] for row in output.links if row["url"].startswith("#")] == []


def sentences(text: str) -> Iterator[str]:
    """Every run of seven words."""
    words = re.findall(r"\w+", text.lower())
    yield from (" ".join(words[at : at + 7]) for at in range(len(words) - 6))


def test_no_rule_names_the_seeds_or_quotes_them() -> None:
    quotable = {run for name in (APPEAL, WIRE) for run in sentences(raw(name))}
    for pack in builtin_packs(examples=True):
        for cue in pack.cues:
            said = " | ".join((cue.pattern, *cue.also, *cue.triggers, *cue.cuts, *cue.keeps))
            assert "moscow times" not in said.lower(), cue.id
            assert "themoscowtimes" not in said.lower(), cue.id
            assert quotable.isdisjoint(sentences(said)), cue.id


def test_the_side_tables_are_in_the_order_of_the_text(output: Output) -> None:
    for name in (APPEAL, WIRE):
        spans = [(row["start"], row["end"]) for row in output.audit if row["id"] == name]
        assert all(before[1] <= after[0] for before, after in pairwise(spans))
