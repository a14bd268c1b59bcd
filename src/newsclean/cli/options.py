"""The options that commands share, each also a key of the configuration file and an environment variable."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields
from typing import Any, TypeVar

import click

from newsclean.cli.config_file import configure
from newsclean.settings import Settings

Command = TypeVar("Command", bound=Callable[..., Any])


def setting(*names: str, **attributes: Any) -> Callable[[Command], Command]:
    """A click option that NEWSCLEAN_NAME sets too."""
    key = names[-1].lstrip("-").replace("-", "_")
    return click.option(*names, envvar=f"NEWSCLEAN_{key.upper()}", **attributes)


_SHARED = (
    setting("--mode", type=click.Choice(["precision", "balanced", "recall"]), default="balanced", show_default=True,
            help="How sure the labeler must be before it cuts."),
    setting("--select", multiple=True, metavar="KIND|CUE", help="Cut only these kinds or cues; may be repeated."),
    setting("--ignore", multiple=True, metavar="KIND|CUE", help="Never cut these kinds or cues; may be repeated."),
    setting("--without", multiple=True, metavar="STAGE", help="Leave out a stage; `newsclean stages` lists them."),
    setting("--rules", multiple=True, type=click.Path(dir_okay=False), metavar="FILE", help="Add a rule pack."),
    setting("--model", type=click.Path(dir_okay=False), default="", metavar="FILE",
            help="Weights of `newsclean train` instead of the shipped ones."),
    setting("--language", default="", metavar="CODE[,CODE]", help="Use only these languages' rule packs."),
    setting("--format", type=click.Choice(["text", "markdown", "html"]), default=None,
            help="Format of every document, instead of detecting it."),
    setting("--encoding", default="", metavar="NAME", help="Encoding of every file, instead of detecting it."),
    setting("--text-field", default="text", show_default=True, metavar="KEY", help="Where a JSON row holds its text."),
    setting("--source", default="", metavar="NAME", help="Name of the corpus in each record."),
    setting("--text-format", type=click.Choice(["plain", "markdown"]), default="plain", show_default=True,
            help="Whether the text keeps its markdown."),
    setting("--max-chars", type=click.IntRange(1), default=20_000_000, show_default=True, metavar="N",
            help="Reject longer documents."),
    setting("--timeout", type=click.FloatRange(0), default=30.0, show_default=True, metavar="SECONDS",
            help="Reject a document that takes longer; 0: never."),
    setting("--crawled-at", default="", metavar="TIME", help="When the documents were scraped, ISO 8601."),
    click.option("--config", type=click.Path(exists=True, dir_okay=False), is_eager=True, expose_value=False,
                 envvar="NEWSCLEAN_CONFIG", callback=lambda ctx, _, value: configure(ctx, value), metavar="FILE",
                 help="Configuration file (default: newsclean.toml, or [tool.newsclean] in pyproject.toml)."),
)  # fmt: skip


def cleaning_options(command: Command) -> Command:
    """Give a command the options that decide how documents are cleaned; it gets them as one `settings`."""
    for option in reversed(_SHARED):
        command = option(command)
    return command


def take_settings(options: dict[str, Any]) -> Settings:
    """The settings among a command's options, which are taken out of it."""
    values = {field.name: options.pop(field.name) for field in fields(Settings) if field.name in options}
    values["format"] = values.get("format") or ""
    return Settings(**values)
