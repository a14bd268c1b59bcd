"""`newsclean train`: gold to weights, so that a corpus's owner can teach the labeler their publishers."""

from __future__ import annotations

import click

from newsclean.errors import UsageError
from newsclean.gold import examples_of, read_gold
from newsclean.labeler.train import Plan, train
from newsclean.writers import Output, is_folder, is_stream
from newsclean.writers.output import Stream


@click.command("train", short_help="Teach the labeler your publishers.")
@click.argument("gold", nargs=-1, required=True, type=click.Path(exists=True, dir_okay=False), metavar="GOLD...")
@click.option("-o", "--output", required=True, metavar="MODEL", help="Where the weights go; whole or not at all.")
@click.option(
    "--rounds", type=click.IntRange(1), default=5, show_default=True, metavar="N", help="Times it sees the gold."
)
@click.option(
    "--nets",
    type=click.IntRange(1),
    default=2,
    show_default=True,
    metavar="N",
    help="Nets whose judgements are averaged.",
)
@click.option("--seed", type=int, default=1, show_default=True, metavar="N", help="Same gold and seed, same bytes.")
def train_command(gold: tuple[str, ...], output: str, rounds: int, nets: int, seed: int) -> None:
    """Train the labeler's weights from gold files, for `newsclean run --model MODEL`.

    GOLD is JSONL: `id`, `text` (the source as it was scraped) and `body` (a list of its paragraphs); `group` names
    the publisher; `title`, `authors` and `captions`, where known, teach what is metadata. A few hundred documents of
    many publishers are a beginning.
    """
    if is_folder(output):
        raise UsageError(f"{output}: a folder; name a file for the weights")
    with Stream(output) if is_stream(output) else Output(output) as out:  # a place that takes nothing shows at once
        examples = examples_of(read_gold(gold))
        plan = Plan(rounds=rounds, nets=nets, seed=seed, tell=lambda line: click.echo(line, err=True))
        try:
            model = train(examples, plan)
        except ValueError as error:
            raise UsageError(f"can't train: {error}") from error
        out.write(model.dump())
    click.echo(f"{output}: trained on {len(examples)} documents", err=True)
