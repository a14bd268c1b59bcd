"""Encoded rows to files that appear whole or not at all, and to standard output."""

from newsclean.writers.output import Output, open_output

__all__ = ["Output", "open_output"]
