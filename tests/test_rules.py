"""Every cue proves itself, and a pack that can't be used says which cue is wrong and why."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from cases import FIXTURES
from newsclean import Cleaner, NewscleanError
from newsclean.cli.rules import prove
from newsclean.rules import Cue, Pack, RuleSet, builtin_packs
from newsclean.rules.pack import parse_pack
from newsclean.rules.patterns import compile_pattern
from newsclean.rules.proof import examples

CUES = [pytest.param(pack, cue, id=cue.id) for pack in builtin_packs(examples=True) for cue in pack.cues]
STAYS = [line.split("\t") for line in (FIXTURES / "stays.tsv").read_text(encoding="utf-8").splitlines()]

USER_PACK = """
[[cue]]
id = "mine.share.wave"
kind = "share"
triggers = ["wave to a friend"]
pattern = '^wave to a friend$'
cuts = ["Wave to a friend"]
keeps = ["She tried to wave to a friend across the square."]
"""


@cache
def proof(pack: Pack) -> list[tuple[str, str, str]]:
    """(cue id, "cuts" or "keeps", why it fails or "") of every example of a pack."""
    sides = [example.side for example in examples(pack)]
    return [(cue, side, reason) for side, (cue, reason) in zip(sides, prove(pack), strict=True)]


@pytest.fixture(scope="module")
def all_speaking() -> Cleaner:
    """A cleaner with every pack, whatever language a text is in."""
    return Cleaner(language=",".join(pack.language for pack in builtin_packs()))


def cut_by_cues(cleaner: Cleaner, texts: list[tuple[str, str]]) -> list[str]:
    """Everything that cues cut of (id, text) pairs, with the cue and the id."""
    return [
        f"{block.cut.cue} cuts of {document.id!r}: {block.text}"
        for document in cleaner.documents(texts)
        for block in document.blocks
        if block.cut and block.cut.stage == "cues"
    ]


@pytest.mark.parametrize(("pack", "cue"), CUES)
def test_the_cue_cuts_what_it_says_it_cuts(pack: Pack, cue: Cue) -> None:
    reasons = [reason for name, side, reason in proof(pack) if (name, side) == (cue.id, "cuts")]
    assert len(reasons) == len(cue.cuts) > 0
    assert [reason for reason in reasons if reason] == []


@pytest.mark.parametrize(("pack", "cue"), CUES)
def test_the_cue_keeps_what_nearly_matches(pack: Pack, cue: Cue) -> None:
    reasons = [reason for name, side, reason in proof(pack) if (name, side) == (cue.id, "keeps")]
    assert len(reasons) == len(cue.keeps) > 0
    assert [reason for reason in reasons if reason] == []


@pytest.mark.parametrize("pack", [pytest.param(pack, id=pack.name) for pack in builtin_packs(examples=True)])
def test_no_other_pack_cuts_what_this_one_keeps(pack: Pack, all_speaking: Cleaner) -> None:
    texts = [(cue.id, text) for cue in pack.cues for text in cue.keeps if cue.kind != "correction-box"]
    assert cut_by_cues(all_speaking, texts) == []


@pytest.mark.parametrize("language", sorted({language for language, _ in STAYS}))
def test_no_cue_cuts_a_line_of_news_that_looks_like_furniture(language: str, all_speaking: Cleaner) -> None:
    prose = "The council met on Monday to vote on the harbour wall, and nobody spoke against it."
    texts = [(line, f"{prose}\n\n{line}\n\n{prose} The vote was close.") for known, line in STAYS if known == language]
    assert cut_by_cues(all_speaking, texts) == []


def test_what_speaks_against_a_pack_speaks_against_its_cues(tmp_path: Path) -> None:
    path = tmp_path / "mine.toml"
    path.write_text(f"[pack]\nunless = [', he said']\n{USER_PACK.replace('friend$', 'friend')}", encoding="utf-8")
    texts = ["Wave to a friend!", "Wave to a friend, he said."]
    assert [Cleaner(rules=(str(path),), without=("residue",)).clean(text).text for text in texts] == ["", texts[1]]


def test_a_pack_of_the_user_is_added(tmp_path: Path) -> None:
    path = tmp_path / "mine.toml"
    path.write_text(USER_PACK, encoding="utf-8")
    text = "Rain fell on the harbour all night.\nWave to a friend\nThe boats stayed in."
    assert "Wave" in Cleaner().clean(text).text
    record = Cleaner(rules=(str(path),)).clean(text)
    assert "Wave" not in record.text
    assert record.metadata["cut_kinds"] == "share:1"


def test_a_later_cue_of_the_same_id_replaces_an_earlier_one() -> None:
    first = parse_pack(USER_PACK, "first", "first")
    second = parse_pack(USER_PACK.replace('kind = "share"', 'kind = "follow"'), "second", "second")
    assert [cue.kind for cue in RuleSet((first, second)).cues] == ["follow"]
    assert RuleSet((first, second)).version != RuleSet((first,)).version


def test_a_built_in_cue_is_overridden_by_id(tmp_path: Path) -> None:
    text = "Rain fell on the harbour all night, and the boats stayed in.\nRead more: Snow on Tuesday"
    cut = next(block.cut for block in Cleaner().document(text).blocks if block.cut)
    path = tmp_path / "mine.toml"
    path.write_text(USER_PACK.replace("mine.share.wave", cut.cue), encoding="utf-8")
    cues = [block.cut.cue for block in Cleaner(rules=(str(path),)).document(text).blocks if block.cut]
    assert cut.cue not in cues


def test_a_cue_is_switched_off_by_id_and_so_is_a_kind() -> None:
    text = "Rain fell on the harbour all night, and the boats stayed in.\nRead more: Snow on Tuesday"
    cut = next(block.cut for block in Cleaner().document(text).blocks if block.cut)
    off = Cleaner(ignore=(cut.cue,), without=without_model()).document(text)
    assert cut.cue not in [block.cut.cue for block in off.blocks if block.cut]
    off = Cleaner(ignore=(cut.kind,), without=without_model()).document(text)
    assert cut.kind not in [block.cut.kind for block in off.blocks if block.cut]


def test_selecting_one_kind_leaves_the_others_in() -> None:
    text = "Rain fell on the harbour all night.\nRead more: Snow on Tuesday\n© 2021 Quarry Post"
    kinds = [block.cut.kind for block in Cleaner(select=("copyright",)).document(text).blocks if block.cut]
    assert kinds == ["copyright"]


def test_a_correction_stays_unless_it_is_selected() -> None:
    pack = next(pack for pack in builtin_packs(examples=True) if pack.language == "en")
    example = next(cue.cuts[0] for cue in pack.cues if cue.kind == "correction-box" and cue.role == "block")
    text = f"Rain fell on the harbour all night, and the boats stayed in.\n{example}"
    kept = Cleaner().document(text)
    assert [block.cut for block in kept.blocks if block.cut] == []
    cut = Cleaner(select=("correction-box",)).document(text)
    assert [block.cut.kind for block in cut.blocks if block.cut] == ["correction-box"]


def test_a_language_leaves_out_the_packs_of_others() -> None:
    german = "Lesen Sie auch: Warum der Brunnen am Rathaus trocken bleibt"
    text = f"Der Regen fiel die ganze Nacht auf den Hafen, und die Boote blieben drin.\n{german}"
    assert german not in Cleaner(language="de", without=without_model()).clean(text).text
    assert german in Cleaner(language="en", without=without_model()).clean(text).text


def test_an_unknown_kind_or_cue_is_an_error_with_a_suggestion() -> None:
    with pytest.raises(NewscleanError, match=r"unknown kind or cue 'apeal' \(did you mean 'appeal'"):
        Cleaner(ignore=("apeal",))


def without_model() -> tuple[str, ...]:
    """The stages to leave out so that cues alone decide."""
    names = [name for name, _ in Cleaner().engine.pipeline.stages]
    return tuple(name for name in names if name not in {"parse", "normalize", "cues", "metadata"})


@pytest.mark.parametrize(
    ("pattern", "found", "missed"),
    [
        (r"^\pL+$", "Straße", "Stra-e"),
        (r"^\p{L}+$", "статья", "статья,"),
        (r"^[\pL-]+$", "vis-à-vis", "vis à vis"),
        (r"^[^\pL]+$", "12 – 30", "12 Uhr"),
        (r"\PLcd\PL", "[cd]", "abcde"),
        (r"^[]\pL]+$", "a]", "a["),
        (r"^[[:digit:]\pL]+$", "a1", "a-1"),
        (r"^[\]\pL]+\pL$", "a]b", "a]."),
        (r"^\PL$", "،", "ب"),
        (r"^\pL+$", "हिन्दी", "हिन्दी।"),
        (r"^\pN+$", "1२３½Ⅳ", "1x"),
        (r"^[\pN.]+$", "٣.١٤", "3,14"),
        (r"^\PN+$", "drei", "3"),
        (r"^(?-i:\p{Lu}\p{Ll}+)$", "Élan", "élan"),
        (r"^(?-i:\p{Lu}+)$", "ЖĐΩẾ", "жĐΩẾ"),
        (r"^(?-i:[\p{Ll}-]+)$", "мы-ß-ế", "мы-ß-Ế"),
        (r"^[^\pL\pM]+$", "12 – 30", "é"),
        (r"^[^\pL\pM]$", "/", "\u0301"),
    ],
)
def test_letters_are_what_unicode_calls_them(pattern: str, found: str, missed: str) -> None:
    compiled = compile_pattern(pattern, "any")
    assert compiled.search(found.encode())
    assert not compiled.search(missed.encode())
