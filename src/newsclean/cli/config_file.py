"""The configuration file: which one holds, and whether each of its values can be meant."""

from __future__ import annotations

from dataclasses import fields
from datetime import date
from pathlib import Path
from typing import Any

import click

from newsclean.errors import UsageError
from newsclean.settings import Settings

CONFIG_FILES = ("newsclean.toml", "pyproject.toml")

# Key -> a value of the type that it must have.
_KNOWN: dict[str, object] = {one.name: one.default for one in fields(Settings) if one.name != "why"} | {
    "jobs": 0,
    "audit": "",
    "evidence": "",
    "links": "",
    "rejects": "",
    "exit_zero": False,
}
# Type -> the types that may stand for it, what to call it, and how one looks.
_LOOKS: dict[type, tuple[tuple[type, ...], str, str]] = {
    str: ((str,), "a string", '"..."'),
    tuple: ((list,), "a list of strings", '["...", "..."]'),
    int: ((int,), "a whole number", "1000"),
    float: ((int, float), "a number", "30.0"),
    bool: ((bool,), "true or false", "true"),
}


def configure(ctx: click.Context, path: str | None) -> str | None:
    """Make the configuration file's values the defaults of this command."""
    place, values = config_values(path)
    if unknown := sorted(set(values) - set(_KNOWN)):
        raise UsageError(f"{place}: unknown key {unknown[0]!r}; the keys are {', '.join(sorted(_KNOWN))}")
    options = {one.name: one for one in ctx.command.params}
    for key, value in values.items():
        _check_type(place, key, value)
        try:
            options[key].type_cast_value(ctx, value) if key in options else None
        except click.BadParameter as error:
            raise UsageError(f"{place}: {key} = {_shown(value)}: {error.message}") from error
    ctx.default_map = {**(ctx.default_map or {}), **values}
    ctx.meta["newsclean.config"] = place
    return path


def config_values(path: str | None) -> tuple[str, dict[str, Any]]:
    """(file, values) of the configuration that holds: the file given, or the first found in the current folder.

    Raises:
        UsageError: the file is no TOML.
    """
    for name in [path] if path else CONFIG_FILES:
        place = Path(name)
        if not place.is_file():
            continue
        import tomllib

        try:
            data = tomllib.loads(place.read_text(encoding="utf-8"))
        except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
            raise UsageError(f"{place}: not a valid configuration: {error}") from error
        if place.name == "pyproject.toml":
            data = data.get("tool", {}).get("newsclean", {})
        if data:
            return str(place), {
                key.replace("-", "_"): value.isoformat() if isinstance(value, date) else value
                for key, value in data.items()
            }
    return "", {}


def _check_type(place: str, key: str, value: object) -> None:
    types, name, look = _LOOKS[type(_KNOWN[key])]
    fits = isinstance(value, types) and (bool in types or not isinstance(value, bool))
    if not fits or (isinstance(value, list) and not all(isinstance(one, str) for one in value)):
        raise UsageError(f"{place}: {key} = {_shown(value)}: it must be {name}, as {key} = {look}")


def _shown(value: object) -> str:
    """A value about as TOML writes it."""
    if isinstance(value, bool):
        return str(value).lower()
    return '"' + value + '"' if isinstance(value, str) else str(value)
