"""The command line: options in, engine called, report printed; errors end with what, where and what to do next."""

from __future__ import annotations

import os
import sys

import click

from newsclean.cli.lazy import LazyGroup
from newsclean.errors import NewscleanError, ReaderLeftError
from newsclean.version import VERSION

COMMANDS = {
    "run": "newsclean.cli.run:run",
    "explain": "newsclean.cli.explain:explain",
    "diff": "newsclean.cli.diff:diff",
    "check": "newsclean.cli.check:check",
    "rules": "newsclean.cli.rules:rules",
    "stages": "newsclean.cli.stages:stages",
    "schema": "newsclean.cli.schema:schema",
    "config": "newsclean.cli.config:config",
    "train": "newsclean.cli.train:train_command",
    "eval": "newsclean.cli.evaluate:evaluate_command",
    "completion": "newsclean.cli.completion:completion",
}


@click.group(cls=LazyGroup, commands=COMMANDS, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(VERSION, "-V", "--version", prog_name="newsclean", message="%(prog)s %(version)s")
def cli() -> None:
    """Clean scraped news text: keep the article, cut the rest, say why.

    \b
    newsclean run seeds/ -o clean.jsonl      a folder to one clean JSON line a document
    cat page.md | newsclean run -            in a pipe
    newsclean explain page.md                what would be cut, and by which cue

    Options can be set in newsclean.toml, in [tool.newsclean] of pyproject.toml, or as NEWSCLEAN_... in the
    environment; `newsclean config show` tells which holds.
    """


def main() -> None:
    """Run the command line and exit: 0 clean, 1 rejects or a gate that failed, 2 wrong usage, 130 interrupted."""
    try:
        code = cli.main(prog_name="newsclean", standalone_mode=False)
        if sys.stdout:
            sys.stdout.flush()
    except ReaderLeftError as error:
        # Python would complain once more when it flushes at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = error.exit_code
    except NewscleanError as error:
        click.echo(f"newsclean: {error}", err=True)
        code = error.exit_code
    except click.ClickException as error:
        error.show()
        code = error.exit_code
    except OSError as error:  # standard output, mostly: a full disk
        click.echo(f"newsclean: can't go on: {error}", err=True)
        code = 2
    except (KeyboardInterrupt, click.Abort):
        click.echo("newsclean: interrupted; no output file was left half written", err=True)
        code = 130
    sys.exit(code if isinstance(code, int) else 0)
