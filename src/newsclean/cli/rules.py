"""`newsclean rules`: the cues that hold, one of them in full, and the proof of a pack."""

from __future__ import annotations

from pathlib import Path

import click

from newsclean.cli.options import setting
from newsclean.document import Document
from newsclean.errors import UsageError
from newsclean.parsers import parse
from newsclean.pipeline import Config, Pipeline
from newsclean.plugins import load_rules
from newsclean.rules import Cue, Pack, RuleSet, load_pack
from newsclean.rules.proof import examples, failure
from newsclean.settings import Settings
from newsclean.stages.cues import cues as cues_stage
from newsclean.stages.normalize import normalize

_RULES = setting(
    "--rules", "rules_files", multiple=True, type=click.Path(dir_okay=False), metavar="FILE", help="Add a rule pack."
)


@click.group(short_help="List, show and prove the cues.")
def rules() -> None:
    """The cues: short rules, as data, that each prove themselves by examples."""


@rules.command("list")
@click.option("--kind", metavar="KIND", default="", help="Only this kind.")
@click.option("--language", metavar="CODE", default="", help="Only this language's pack.")
@_RULES
def list_rules(kind: str, language: str, rules_files: tuple[str, ...]) -> None:
    """One line a cue: id, kind, role, zone."""
    loaded = load_rules(Settings(rules=rules_files))
    shown = 0
    for pack in loaded.packs:
        for cue in pack.cues:
            if (not kind or cue.kind == kind) and (not language or pack.language == language.lower()):
                click.echo(f"{cue.id}\t{cue.kind}\t{cue.role}\t{cue.zone}")
                shown += 1
    click.echo(f"{shown} cues in {len(loaded.packs)} packs; rules {loaded.version}", err=True)


@rules.command()
@click.argument("cue_id", metavar="CUE")
@_RULES
def show(cue_id: str, rules_files: tuple[str, ...]) -> None:
    """One cue in full."""
    known = load_rules(Settings(rules=rules_files), examples=True).cues
    cue = next((one for one in known if one.id == cue_id), None)
    if not cue:
        raise UsageError(f"no cue {cue_id!r}; `newsclean rules list` shows them")
    for line in _described(cue):
        click.echo(line)


@rules.command()
@click.argument("files", nargs=-1, type=click.Path(dir_okay=False), metavar="[FILE]...")
def test(files: tuple[str, ...]) -> int:
    """Prove packs by their examples: the files given, or all that are built in or installed."""
    packs = [load_pack(Path(name)) for name in files] or list(load_rules(Settings(), examples=True).packs)
    proved = failed = 0
    for pack in packs:
        for cue_id, reason in prove(pack):
            if reason:
                click.echo(f"{pack.name}: {cue_id}: {reason}")
                failed += 1
            proved += 1
    click.echo(f"{proved} examples of {len(packs)} packs, {failed} failed", err=True)
    return 1 if failed else 0


def prove(pack: Pack) -> list[tuple[str, str]]:
    """(cue id, reason of failure or "") for every example of a pack."""
    config = Config(rules=RuleSet((pack,)), ignore=frozenset(), language=pack.language)
    pipeline = Pipeline((("normalize", normalize(config)), ("cues", cues_stage(config))))

    def clean(text: str) -> Document:
        document = Document("example", text)
        parse(document)
        pipeline([document])
        return document

    return [(example.cue.id, failure(example, clean)) for example in examples(pack)]


def _described(cue: Cue) -> list[str]:
    lines = [f"id         {cue.id}", f"kind       {cue.kind}", f"role       {cue.role}", f"zone       {cue.zone}"]
    lines += [f"max_chars  {cue.max_chars}", f"takes_list {str(cue.takes_list).lower()}"]
    lines += [f"triggers   {', '.join(cue.triggers)}", f"pattern    {cue.pattern}"]
    lines += [f"also       {pattern}" for pattern in cue.also]
    lines += [f"unless     {pattern}" for pattern in cue.unless]
    lines += [f"cuts       {text}" for text in cue.cuts]
    return lines + [f"keeps      {text}" for text in cue.keeps]
