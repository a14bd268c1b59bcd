"""`newsclean eval`: how well cleaning does on gold, as figures and as a gate."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import click

from newsclean.cli.options import cleaning_options, take_settings
from newsclean.engine import Engine
from newsclean.errors import UsageError
from newsclean.evaluation import Evaluation, Tally, evaluate
from newsclean.gold import read_gold

_ROWS = 20  # publishers and languages shown at most, those with most documents first


@click.command("eval", short_help="Measure cleaning on gold.")
@click.argument("gold", nargs=-1, required=True, type=click.Path(exists=True, dir_okay=False), metavar="GOLD...")
@click.option("--min-f1", type=click.FloatRange(0, 1), metavar="SHARE", help="End with 1 under this text F1.")
@click.option("--min-body-kept", type=click.FloatRange(0, 1), metavar="SHARE", help="End with 1 if less body is kept.")
@click.option(
    "--worst", type=click.IntRange(0), default=5, show_default=True, metavar="N", help="Show so many documents."
)
@cleaning_options
def evaluate_command(
    gold: tuple[str, ...], min_f1: float | None, min_body_kept: float | None, worst: int, **options: Any
) -> int:
    """Clean the documents of gold files and compare with what should have come out.

    GOLD is JSONL: `id`, `text` (the source) and `body` (its paragraphs), and, if known, `group` (the publisher),
    `title`, `authors`, `captions`. F1 is over word 4-grams; body kept, rest cut and precision count words.
    """
    found = evaluate(read_gold(gold), Engine(take_settings(options)))
    if not found.whole.scores:
        raise UsageError("no document to measure: the gold is empty, or all of it was rejected")
    _show(found, worst)
    failed = []
    if min_f1 is not None and found.whole.f1 < min_f1:
        failed.append(f"text F1 is {found.whole.f1:.3f}, under {min_f1}")
    if min_body_kept is not None and found.whole.body_kept < min_body_kept:
        failed.append(f"body kept is {found.whole.body_kept:.3f}, under {min_body_kept}")
    for line in failed:
        click.echo(f"gate: {line}", err=True)
    return 1 if failed else 0


def _show(found: Evaluation, worst: int) -> None:
    click.echo(f"{'':24} {'docs':>6} {'text F1':>8} {'body kept':>10} {'rest cut':>9}")
    _line("all", found.whole)
    _group("publisher", found.publishers)
    _group("language", found.languages)
    click.echo(f"\n{'cut as':24} {'words':>6} {'precision':>9}")
    kinds = sorted({kind for kind, _ in found.kinds}, key=lambda kind: -_words(found, kind))
    for kind in kinds:
        click.echo(f"{kind:24} {_words(found, kind):6} {found.kinds[kind, False] / _words(found, kind):9.3f}")
    if worst:
        click.echo("\nworst documents")
        for score in found.worst(worst):
            click.echo(f"{score.f1:.3f}  {score.id}")
    if found.rejected:
        click.echo(f"\n{found.rejected} documents rejected", err=True)


def _group(name: str, tallies: Mapping[str, Tally]) -> None:
    if len(tallies) < 2:
        return
    click.echo(f"\nby {name}")
    shown = sorted(tallies.items(), key=lambda one: (-len(one[1].scores), one[0]))
    for key, tally in shown[:_ROWS]:
        _line(key, tally)
    if len(shown) > _ROWS:
        click.echo(f"... and {len(shown) - _ROWS} more")


def _line(name: str, tally: Tally) -> None:
    figures = f"{len(tally.scores):6} {tally.f1:8.3f} {tally.body_kept:10.3f} {tally.rest_cut:9.3f}"
    click.echo(f"{name[:24]:24} {figures}")


def _words(found: Evaluation, kind: str) -> int:
    return found.kinds[kind, True] + found.kinds[kind, False]
