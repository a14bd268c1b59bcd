"""What can go wrong, each with the exit code it ends a run with."""

from __future__ import annotations


class NewscleanError(Exception):
    """Anything a user can mend; its message says what, where and what to do next."""

    exit_code = 2


class UsageError(NewscleanError):
    """A path, option or setting that can't be meant."""


class RuleError(NewscleanError):
    """A rule pack that can't be used; names file, cue and position."""


class OutputError(NewscleanError):
    """A result that could not be written; nothing stands in its place."""


class ReaderLeftError(NewscleanError):
    """Whoever read our standard output has enough: the run ends without a word."""

    exit_code = 0
