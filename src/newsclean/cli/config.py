"""`newsclean config`: which value holds, and where it comes from."""

from __future__ import annotations

from typing import Any

import click
from click.core import ParameterSource

from newsclean.cli.options import cleaning_options

_ORIGINS = {
    ParameterSource.COMMANDLINE: "command line",
    ParameterSource.ENVIRONMENT: "environment",
    ParameterSource.DEFAULT: "default",
}


@click.group(short_help="Show the settings that hold.")
def config() -> None:
    """Settings come from flags, then NEWSCLEAN_... variables, then --config or newsclean.toml or pyproject.toml."""


@config.command()
@cleaning_options
@click.pass_context
def show(ctx: click.Context, /, **options: Any) -> None:
    """Print every setting, its value and its origin."""
    place = ctx.meta["newsclean.config"]
    if not place:
        click.echo("no configuration file (newsclean.toml, or [tool.newsclean] in pyproject.toml)", err=True)
    for key, value in sorted(options.items()):
        origin = ctx.get_parameter_source(key)
        where = (
            place
            if origin is ParameterSource.DEFAULT_MAP
            else _ORIGINS.get(origin or ParameterSource.DEFAULT, "default")
        )
        if origin is ParameterSource.ENVIRONMENT:
            where = f"environment, NEWSCLEAN_{key.upper()}"
        click.echo(f"{key} = {_shown(value)}\t({where})")


def _shown(value: object) -> str:
    if isinstance(value, tuple | list):
        return "[" + ", ".join(f'"{one}"' for one in value) + "]"
    return f'"{value or ""}"' if value is None or isinstance(value, str) else str(value)
