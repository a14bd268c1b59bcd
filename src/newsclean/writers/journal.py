"""How far a run has come, kept beside its output, so that an interrupted one can go on where it was."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path
from typing import Any

import orjson

from newsclean.errors import OutputError, UsageError


class Journal:
    """The state of a run: pieces done, bytes that stand in each output, and what was counted.

    It is replaced as a whole after each piece, once the outputs hold it: killed at any moment, a run finds either the
    old state or the new.
    """

    def __init__(self, output: str, fingerprint: str) -> None:
        path = Path(output)
        self.path = path.with_name(f".{path.name}.journal")
        self.fingerprint = fingerprint

    def load(self) -> dict[str, Any]:
        """The state of the interrupted run, or {} if there is none.

        Raises:
            UsageError: the interrupted run had other inputs or settings.
        """
        try:
            state = orjson.loads(self.path.read_bytes())
        except (FileNotFoundError, orjson.JSONDecodeError):
            return {}
        if state.get("fingerprint") != self.fingerprint:
            raise UsageError(
                f"{self.path}: the interrupted run had other inputs or settings; "
                "give the same ones, or remove this file to start anew"
            )
        return dict(state)

    def save(self, *, pieces: int, sizes: dict[str, int], report: dict[str, Any]) -> None:
        """Replace the state."""
        state = {"fingerprint": self.fingerprint, "pieces": pieces, "sizes": sizes, "report": report}
        scratch = self.path.with_suffix(".new")
        try:
            scratch.write_bytes(orjson.dumps(state))
            os.replace(scratch, self.path)  # noqa: PTH105 - atomic, as the name says
        except OSError as error:
            raise OutputError(f"{self.path}: can't write: {error.strerror}") from error

    def remove(self) -> None:
        """Forget the run: it is whole."""
        with contextlib.suppress(OSError):
            self.path.unlink(missing_ok=True)
            self.path.with_suffix(".new").unlink(missing_ok=True)
