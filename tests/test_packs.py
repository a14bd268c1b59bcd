"""The packs' files: compiled, complete, every name and pattern as it should be; a broken one says what is wrong."""

from __future__ import annotations

import hashlib
import re
import tomllib
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from cases import cases
from newsclean.errors import RuleError
from newsclean.rules import KINDS, Pack, builtin_packs, load_pack
from newsclean.rules.builtin import DATA, compiled_heads
from newsclean.rules.pack import parse_pack

LANGUAGES = "ar cs da de en es fr hi id it ja ko nl no pl pt ru sv tr uk vi zh".split()
SAID_AGAIN = 200  # characters of a pattern said again from which it wants a name


def test_the_compiled_packs_are_what_the_files_say() -> None:
    compiled = {name: head["digest"] for name, head in compiled_heads().items()}
    assert compiled == {path.stem: hashlib.sha256(path.read_bytes()).hexdigest() for path in DATA.glob("*.toml")}


def test_every_language_promised_has_a_pack() -> None:
    assert {pack.language for pack in builtin_packs(examples=True)} >= {"und", *LANGUAGES}


def test_every_kind_has_a_cue_in_english_or_in_all_languages() -> None:
    assert {cue.kind for pack in builtin_packs() if pack.language in {"en", "und"} for cue in pack.cues} == set(KINDS)


@pytest.mark.parametrize("pack", [pytest.param(pack, id=pack.name) for pack in builtin_packs(examples=True)])
def test_ids_tell_language_and_kind_and_occur_once(pack: Pack) -> None:
    assert [cue.id for cue in pack.cues if not cue.id.startswith(f"{pack.name}.{cue.kind}.")] == []
    others = {cue.id for other in builtin_packs(examples=True) if other != pack for cue in other.cues}
    assert others.isdisjoint(cue.id for cue in pack.cues)


def test_no_cue_takes_every_letter_for_a_capital() -> None:
    """Without (?-i:…) RE2 folds \\p{Lu} and \\p{Ll} to any letter."""
    cased = re.compile(r"\(\?-i:(?:[^()\\]|\\.|\((?:[^()\\]|\\.|\((?:[^()\\]|\\.)*\))*\))*\)", re.DOTALL)
    patterns = [(cue.id, one) for pack in builtin_packs() for cue in pack.cues for one in cue.patterns]
    assert [name for name, one in patterns if re.search(r"\\p\{L[ul]\}", cased.sub("", one))] == []


@pytest.mark.parametrize("case", cases("broken_packs"))
def test_a_broken_pack_says_what_is_wrong_and_where(case: dict[str, Any]) -> None:
    with pytest.raises(RuleError) as raised:
        parse_pack(case["pack"], "packs/mine.toml", "mine")
    message = str(raised.value)
    assert message.startswith("packs/mine.toml: ")
    assert [part for part in case["says"] if part not in message] == []


def test_cues_share_patterns_by_name() -> None:
    pack = """
[pack]
unless = ["@asked"]
[patterns]
asked = "she asked"
ours = "our"
[[cue]]
id = "en.share.wave"
kind = "share"
triggers = ["wave"]
pattern = "^wave"
also = ["@ours", "[@]us"]
unless = ["@@us"]
cuts = ["Wave to our @us"]
keeps = ["A wave."]
"""
    (cue,) = parse_pack(pack, "packs/mine.toml", "mine").cues
    assert (cue.also, cue.unless) == (("our", "[@]us"), ("she asked", "@@us"))


@pytest.mark.parametrize("path", [pytest.param(path, id=path.stem) for path in sorted(DATA.glob("*.toml"))])
def test_what_several_cues_of_a_pack_share_has_a_name(path: Path) -> None:
    cues = tomllib.loads(path.read_text())["cue"]
    said = [one for cue in cues for one in {*cue.get("also", ()), *cue.get("unless", ())}]
    stands = Counter(one for one in said if not one.startswith("@"))
    assert [one for one, times in stands.items() if times > 2 and len(one) * (times - 1) > SAID_AGAIN] == []


@pytest.mark.parametrize("pack", [pytest.param(pack, id=pack.name) for pack in builtin_packs(examples=True)])
def test_a_list_of_a_cue_names_a_thing_once(pack: Pack) -> None:
    lists = [(cue, getattr(cue, name)) for cue in pack.cues for name in ("triggers", "also", "unless", "cuts", "keeps")]
    assert [cue.id for cue, one in lists if len(set(one)) < len(one)] == []


def test_a_pack_that_cannot_be_read_says_so(tmp_path: Path) -> None:
    with pytest.raises(RuleError, match=r"missing\.toml: can't read this rule pack"):
        load_pack(tmp_path / "missing.toml")
    (tmp_path / "latin.toml").write_bytes(b"# caf\xe9\n")
    with pytest.raises(RuleError, match=r"latin\.toml: can't read this rule pack"):
        load_pack(tmp_path / "latin.toml")
