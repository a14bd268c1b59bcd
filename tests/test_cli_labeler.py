"""Gold teaches the labeler through the command line, measures it, and can fail a build."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from conftest import Run
from newsclean.errors import UsageError
from newsclean.gold import read_gold

STORY = [
    "The council of the harbour town voted on Monday to rebuild the wall that the January storm had broken.",
    "Work will begin in the spring and is expected to take two years, the mayor told the assembly in the evening.",
    "Fishermen had asked for a gate wide enough for their larger boats, and the engineers agreed to draw one.",
]
MENU = ["Home", "Politics", "Sport", "Harbour", "Weather"]


@pytest.fixture(scope="module")
def gold(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Forty small pages of four publishers: a menu, a story, a menu."""
    path = tmp_path_factory.mktemp("gold") / "gold.jsonl"
    with path.open("w", encoding="utf-8") as out:
        for number in range(40):
            body = [f"{paragraph} That was day {number}." for paragraph in STORY[number % 2 :]]
            text = "\n\n".join([*MENU, *body, *reversed(MENU)])
            out.write(
                json.dumps({"id": f"p{number}", "text": text, "body": body, "group": f"paper {number % 4}"}) + "\n"
            )
    return path


def test_a_trained_model_cleans_and_the_same_gold_gives_the_same_bytes(run: Run, gold: Path, tmp_path: Path) -> None:
    for name in ("one.npz", "two.npz"):
        done = run("train", gold, "-o", tmp_path / name, "--rounds", "6", "--nets", "1")
        assert done.code == 0, done.err
    assert (tmp_path / "one.npz").read_bytes() == (tmp_path / "two.npz").read_bytes()

    done = run(
        "eval", gold, "--model", tmp_path / "one.npz", "--min-f1", "0.8", "--min-body-kept", "0.9", "--worst", "2"
    )
    assert done.code == 0, done.out.decode() + done.err
    shown = done.out.decode()
    assert "all" in shown
    assert "paper 3" in shown
    assert "worst documents" in shown


def test_a_gate_that_is_not_reached_ends_with_1(run: Run, gold: Path) -> None:
    done = run("eval", gold, "--without", "residue", "--min-f1", "0.999")
    assert done.code == 1
    assert "gate: text F1 is" in done.err


@pytest.mark.parametrize(
    ("row", "says"),
    [
        ({"text": "Rain fell."}, "it has no 'body'"),
        ({"text": "Rain fell.", "body": "Rain fell."}, "`body` is no list of strings"),
        ({"text": "Rain fell.", "body": [3]}, "`body` is no list of strings"),
        ({"text": "Rain fell.", "body": []}, "`body` is empty"),
        ({"text": "Rain fell.", "body": ["", " "]}, "`body` is empty"),
        ({"text": "Rain fell.", "body": ["The sun shone on the quay."]}, "nothing of `body` stands in `text`"),
        ({"text": 3, "body": ["Rain fell."]}, "`text` is no string"),
        ({"text": "Rain fell.", "body": ["Rain fell."], "authors": "A B"}, "`authors` is no list of strings"),
        ([], "it is no JSON object"),
    ],
)
def test_what_is_no_gold_is_an_error_that_names_the_line(row: object, says: str, run: Run, tmp_path: Path) -> None:
    path = tmp_path / "bad.jsonl"
    path.write_text(f'{{"id": "a", "text": "Rain fell.", "body": ["Rain fell."]}}\n{json.dumps(row)}\n')
    with pytest.raises(UsageError, match=r"bad\.jsonl:2") as raised:
        list(read_gold([str(path)]))
    assert says in str(raised.value)
    if isinstance(row, dict) and "body" not in row:  # the commands say the same of all
        for done in (run("eval", path), run("train", path, "-o", tmp_path / "m.npz")):
            assert (done.code, says in done.err) == (2, True)
        assert [one.name for one in tmp_path.iterdir()] == ["bad.jsonl"]


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("<p>The <b>old</b> caf&eacute; on the quay</p>", "The old café on the quay"),
        ("The **old** [ferry](https://lume.example/) sailed at dawn today", "The old ferry sailed at dawn today"),
        ("鏡湖で来年一月から**十一年ぶり**に漁が再開される。", "鏡湖で来年一月から十一年ぶりに漁が再開される。"),
        ("Rain.", "Rain."),
    ],
)
def test_a_body_is_found_whatever_marks_stand_in_it(text: str, body: str, tmp_path: Path) -> None:
    (tmp_path / "gold.jsonl").write_text(json.dumps({"text": text, "body": [body]}))
    assert [list(row.gold.body) for row in read_gold([str(tmp_path / "gold.jsonl")])] == [[body]]


@pytest.mark.parametrize("output", ["no/such/m.npz", "."])
def test_a_place_that_takes_no_weights_shows_before_the_training(
    output: str, run: Run, gold: Path, tmp_path: Path
) -> None:
    done = run("train", gold, "-o", output, "--rounds", "999999", cwd=tmp_path)
    assert (done.code, output in done.err, list(tmp_path.iterdir())) == (2, True, [])


def test_an_unreadable_model_is_an_error(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "m.npz"
    path.write_bytes(b"no weights")
    done = run("run", "-", "--model", path, stdin=b"Rain fell on Monday.")
    assert done.code == 2
    assert "m.npz" in done.err
