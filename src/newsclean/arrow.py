"""pyarrow on first use: an extra, since it is larger than all the rest."""

from __future__ import annotations

import importlib
from typing import Any

from newsclean.errors import UsageError

PARQUET = ".parquet"


def arrow(module: str = "") -> Any:
    """`pyarrow`, or one of its modules ("parquet", "json").

    Raises:
        UsageError: it isn't installed.
    """
    try:
        return importlib.import_module(f"pyarrow.{module}" if module else "pyarrow")
    except ModuleNotFoundError as error:
        raise UsageError(
            "reading and writing .parquet needs pyarrow: pip install 'newsclean[parquet]', or name a .jsonl file"
        ) from error
