"""The labeler: what it measures, that it learns what gold says, and that it leaves alone what nobody may touch."""

from __future__ import annotations

import dataclasses

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsclean import Cleaner
from newsclean.document import Block, Document
from newsclean.gold import GoldRow, examples_of
from newsclean.labeler import LABELS, load_model
from newsclean.labeler.align import Gold, labels_by_spans, labels_by_text
from newsclean.labeler.features import features_of
from newsclean.labeler.gradient import Noise, initial, step
from newsclean.labeler.net import Layout, forward, softmax
from newsclean.labeler.reasons import reasons
from newsclean.labeler.train import Plan, train
from newsclean.labeler.verdict import STRICTNESS, is_body, threshold

PROSE = (
    "The council of {0} voted on Monday to rebuild the harbour wall, which a storm had broken in two places.",
    "Work is to begin in May and will take about nine months, the mayor said, and the road along the shore stays open.",
    "Fishermen in {0} had asked for a lower wall, because a high one would keep the wind from their nets.",
    "The money comes from a fund that the province set up after the floods, and from a loan of twelve years.",
)
MENU = ("Home", "Weather", "Sport", "Tides", "Log in")
NOTE = "Tide table {0}: high water 06:12, low water 12:40"


def document(*lines: str) -> Document:
    blocks, start = [], 0
    for line in lines:
        blocks.append(Block(line, start, start + len(line)))
        start += len(line) + 1
    return Document("made", "\n".join(lines), blocks=blocks)


def rows(*, notes_are_body: bool) -> list[GoldRow]:
    found = []
    for number in range(24):
        town = f"Port {chr(65 + number)}ly"
        prose = [line.format(town) for line in PROSE]
        note = NOTE.format(number)
        body = [*prose, note] if notes_are_body else prose
        found.append(GoldRow(str(number), "\n".join([*MENU, *prose, note]), town, Gold(body)))
    return found


def chances_of_body(examples_say: bool) -> list[float]:  # noqa: FBT001 - the one thing that differs
    model = train(examples_of(rows(notes_are_body=examples_say)), Plan(rounds=30, nets=1, width=16, batch=8))
    judged = model.judge([document(*MENU, *(line.format("Nerton") for line in PROSE), NOTE.format(99))])[0]
    return [round(float(chance), 3) for chance in judged.chances[:, 0]]


def test_it_learns_what_the_gold_says_and_changes_its_mind_with_the_gold() -> None:
    kept, cut = chances_of_body(examples_say=True), chances_of_body(examples_say=False)
    print("chance that a tide table is body:", kept[-1], "where the gold keeps it,", cut[-1], "where not")
    assert kept[-1] > 0.5 > cut[-1]
    assert min(*kept[5:9], *cut[5:9]) > 0.5 > max(*kept[:5], *cut[:5])


def test_the_same_examples_give_the_same_bytes() -> None:
    plan = Plan(rounds=2, nets=2, width=8)
    examples = examples_of(rows(notes_are_body=True))
    assert train(examples, plan).dump() == train(examples, plan).dump()


def test_the_shipped_weights_are_small() -> None:
    data = load_model().dump()
    print(f"{len(data):,} bytes, {len(load_model().names)} features, {len(load_model().lexicon.hashes)} words")
    assert len(data) < 2_000_000


def test_gradients_are_those_of_the_loss() -> None:
    rng = np.random.default_rng(0)
    counts = np.array([7, 3, 20])
    matrix = rng.standard_normal((30, 12), np.float32)
    layout = Layout.of(counts, rng.random(30, np.float32) * 30)
    weights = initial(rng, 12, 8, len(LABELS))
    for name in weights:  # away from the kinks, which biases of zero invite
        weights[name] += np.float32(0.1) * rng.standard_normal(weights[name].shape, np.float32)
    target = rng.integers(0, len(LABELS), 30), rng.random(30, np.float32)
    still = Noise(0, 0, 0, 0)
    loss, gradient = step(weights, matrix, layout, target, still, rng)
    chances = softmax(forward(weights, matrix, layout))
    assert loss == pytest.approx(float(-(np.log(chances[np.arange(30), target[0]]) * target[1]).sum()), rel=1e-4)
    for name, weight in weights.items():
        direction = rng.standard_normal(weight.shape, np.float32)
        weights[name] = weight + np.float32(2e-4) * direction
        after = step(weights, matrix, layout, target, still, rng)[0]
        weights[name] = weight - np.float32(2e-4) * direction
        before = step(weights, matrix, layout, target, still, rng)[0]
        weights[name] = weight
        assert (after - before) / 4e-4 == pytest.approx(float((gradient[name] * direction).sum()), rel=0.1, abs=0.1)


@given(st.lists(st.lists(st.text(max_size=60), max_size=6), min_size=1, max_size=4))
@settings(deadline=None, max_examples=60)
def test_any_text_gets_chances_that_sum_to_one_and_stand_by_themselves(pages: list[list[str]]) -> None:
    documents = [document(*(line.replace("\n", " ") for line in page)) for page in pages]
    judged = load_model().judge(documents)
    for one, judgement in zip(documents, judged, strict=True):
        alone = load_model().judge([one])[0]
        assert judgement.chances.shape == (len(one.blocks), len(LABELS))
        np.testing.assert_allclose(judgement.chances.sum(axis=1), 1, atol=1e-5)
        np.testing.assert_allclose(judgement.chances, alone.chances, atol=1e-5)


def test_features_are_what_their_names_say() -> None:
    text = "On 12.05.2024 at 18:30 he said: “It rained.”"
    found = features_of([document(text, "ALL CAPS", "春の海がとても静かだった。", "Home", "Home")])
    column = {name: found.matrix[:, number].tolist() for number, name in enumerate(found.names)}
    assert column["stop_end"] == [1, 0, 1, 0, 0]
    assert column["closed_end"] == [1, 0, 0, 0, 0]
    assert (column["clock"][0], column["year"][0], column["date"][0]) == (1, 1, 1)
    assert column["capitals"][1] > 0.5 > column["capitals"][0]
    assert column["unspaced"][2] > 0.8
    assert column["repeats_earlier"] == [0, 0, 0, 0, 1]


def test_labels_follow_the_gold_by_span_and_by_text() -> None:
    one = document("Harbour wall", "By Ada Moss", PROSE[0].format("Alby"), "Home", "A wall in Alby, seen from the sea")
    gold = Gold([PROSE[0].format("Alby")], "Harbour wall", ["Ada Moss"], ["A wall in Alby, seen from the sea"])
    wanted = [LABELS.index(name) for name in ("title", "byline", "body", "boilerplate", "caption")]
    assert labels_by_text(one, gold).tolist() == wanted
    spans = [(block.start, block.end, LABELS[label]) for block, label in zip(one.blocks, wanted, strict=True)]
    assert labels_by_spans(one, spans).tolist() == wanted
    assert labels_by_spans(one, spans[:2]).tolist() == [*wanted[:2], -1, -1, -1]


def test_a_stricter_mode_cuts_no_less() -> None:
    chances = np.array([[0.97, 0.03], [0.6, 0.4], [0.3, 0.7], [0.02, 0.98]], np.float32)
    words = np.array([40, 30, 20, 10], np.float32)
    thresholds = [threshold(chances, words, mode) for mode in STRICTNESS]
    assert thresholds == sorted(thresholds)
    assert is_body(chances[1:3], words[1:3], "recall").all()  # sure of nothing: nothing goes


def test_cues_come_first_and_a_cue_that_is_switched_off_protects_its_blocks() -> None:
    lines = [
        *MENU,
        *(line.format("Alby") for line in PROSE),
        "© 2024 Alby Herald. All rights reserved.",
        "Terms of use",
    ]
    text = "\n".join(lines)
    by_default = {block.text: block.cut for block in Cleaner().document(text).blocks}
    notice = by_default["© 2024 Alby Herald. All rights reserved."]
    assert notice
    assert notice.cue != "model"
    ignored = Cleaner(ignore=("copyright",)).document(text)
    assert "© 2024 Alby Herald. All rights reserved." in [block.text for block in ignored.kept()]


def test_a_model_cut_can_say_what_drove_it() -> None:
    one = document(*MENU, *(line.format("Alby") for line in PROSE))
    found = reasons(load_model(), one, range(5))
    print(found)
    assert all(found.values())


def test_prose_alone_stays_whole() -> None:
    one = document(*(line.format("Alby") for line in PROSE))
    judged = load_model().judge([one, dataclasses.replace(one, blocks=[])])
    assert is_body(judged[0].chances, judged[0].words, "recall").all()
    assert judged[1].chances.shape == (0, len(LABELS))
