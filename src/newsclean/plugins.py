"""Stages and rule packs by name, built in or installed, to the pipeline that a run's settings ask for."""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Iterable
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from newsclean.errors import RuleError, UsageError
from newsclean.pipeline import Config, Pipeline, StageFactory
from newsclean.rules import KINDS, Pack, RuleSet, builtin_packs, load_pack
from newsclean.settings import Settings
from newsclean.stages import BUILTIN, FOUND_CUES, FOUND_KINDS
from newsclean.version import VERSION

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

STAGES, PACKS = "newsclean.stages", "newsclean.rules"


class StageInfo(NamedTuple):
    """A stage that can be run: its name, who brings it, in which version, and where its factory is ("module:name")."""

    name: str
    origin: str
    version: str
    place: str


@cache
def stage_infos() -> tuple[StageInfo, ...]:
    """Every stage in running order: the built-in ones, then plug-ins by name, before the metadata is taken."""
    builtin = [StageInfo(name, "newsclean", VERSION, place) for name, place in BUILTIN.items()]
    installed = [
        StageInfo(one.name, one.dist.name if one.dist else "?", one.dist.version if one.dist else "?", one.value)
        for one in _installed(STAGES)
    ]
    for info in installed:
        if info.name in BUILTIN:
            raise UsageError(
                f"plug-in {info.origin} names its stage {info.name!r}, which is built in; it needs another name"
            )
    return (*builtin[:-1], *installed, builtin[-1])


def load_rules(settings: Settings, *, examples: bool = False) -> RuleSet:
    """The cues of a run: built-in packs, installed ones, then the files given; `language` leaves out other languages.

    The built-in cues hold their examples only if those are asked for.

    Raises:
        RuleError: a pack can't be used.
        UsageError: no pack is of a language that is asked for.
    """
    known = (*builtin_packs(examples=examples), *_installed_packs())
    own = [load_pack(Path(path)) for path in settings.rules]
    wanted = settings.languages
    if unknown := sorted(wanted - (codes := {pack.language.lower() for pack in (*known, *own)})):
        raise UsageError(
            f"unknown language {unknown[0]!r}; the languages with rule packs are {', '.join(sorted(codes))}"
        )
    packs = [pack for pack in known if not wanted or pack.language.lower() in {"und", *wanted}]
    return RuleSet((*packs, *own))


@cache
def _installed_packs() -> tuple[Pack, ...]:
    """Packs that other distributions bring: an entry point names a package, its TOML files are the packs."""
    from importlib import resources

    found: list[Pack] = []
    for entry in _installed(PACKS):
        files = sorted((one for one in resources.files(entry.value).iterdir() if one.name.endswith(".toml")), key=str)
        if not files:
            raise RuleError(f"rule packs {entry.name!r}: the package {entry.value} holds no .toml file")
        found.extend(load_pack(Path(str(one))) for one in files)
    return tuple(found)


def _installed(group: str) -> list[EntryPoint]:
    """The entry points of a group by name; without importlib.metadata, a tenth of a start, where there can be none."""
    if not any(_has_plugins(Path(folder)) for folder in sys.path):
        return []
    from importlib.metadata import entry_points

    return sorted(entry_points(group=group), key=lambda entry: entry.name)


@cache
def _has_plugins(folder: Path) -> bool:
    """Whether a place on the path may hold a distribution that speaks of newsclean; only folders can be looked into."""
    if folder.suffix in {".egg", ".zip"}:
        return folder.exists()
    return any(b"[newsclean." in path.read_bytes() for path in folder.glob("*-info/entry_points.txt"))


def make_config(settings: Settings) -> Config:
    """What the stages' factories get to know.

    Raises:
        UsageError: a kind, cue or language is unknown, or another setting can't be meant.
        RuleError: a rule pack can't be used.
    """
    settings.check()
    rules = load_rules(settings)
    own = {*KINDS, *FOUND_KINDS, *FOUND_CUES}
    asked = sorted({*settings.select, *settings.ignore} - own - {"*"})
    if asked:  # only for these is every pack read
        known = {*own, *(cue.kind for cue in rules.cues), *(cue.id for cue in rules.cues)}
        for name in asked:
            if name not in known:
                raise UsageError(f"unknown kind or cue {name!r}{_near(name, known)}; `newsclean rules list` shows them")
    ignore = frozenset(settings.ignore) | ({"correction-box"} - set(settings.select))
    return Config(
        rules=rules,
        mode=settings.mode,
        select=frozenset(settings.select) or frozenset({"*"}),
        ignore=ignore,
        language=",".join(sorted(settings.languages)),
        model=settings.model,
        options={"crawled_at": settings.crawled_at, "why": "yes" if settings.why else ""},
    )


def make_pipeline(settings: Settings) -> Pipeline:
    """The stages that the settings ask for, built and in order.

    Raises:
        UsageError: a stage's name is unknown.
    """
    infos = stage_infos()
    names = [info.name for info in infos]
    if "parse" in settings.without:
        raise UsageError("stage 'parse' can't be left out: without it there are no blocks")
    for name in settings.without:
        if name not in names:
            raise UsageError(f"unknown stage {name!r}{_near(name, names)}; the stages are {', '.join(names)}")
    config = make_config(settings)
    chosen = [info for info in infos if info.name not in settings.without]
    return Pipeline(tuple((info.name, _factory(info)(config)) for info in chosen), settings.timeout)


def rules_version(settings: Settings) -> str:
    """Twelve hex digits that change with anything that decides what is cut: cues, model, mode, selection, stages."""
    model = Path(settings.model).read_bytes() if settings.model else b""
    choices = (
        load_rules(settings).version,
        settings.mode,
        sorted(settings.select),
        sorted(settings.ignore),
        sorted(settings.without),
        [(info.name, info.version) for info in stage_infos()],
        settings.text_format,
        bool(settings.languages),  # packs named speak in every text
        hashlib.sha256(model).hexdigest(),
    )
    return hashlib.sha256(repr(choices).encode()).hexdigest()[:12]


def _factory(info: StageInfo) -> StageFactory:
    try:
        module, _, name = info.place.partition(":")
        factory: StageFactory = getattr(import_module(module), name)
    except (ImportError, AttributeError) as error:
        raise UsageError(f"stage {info.name!r} of {info.origin} {info.version} can't be loaded: {error}") from error
    return factory


def _near(name: str, known: Iterable[str]) -> str:
    import difflib

    close = difflib.get_close_matches(name, list(known), 1)
    return f" (did you mean {close[0]!r}?)" if close else ""
