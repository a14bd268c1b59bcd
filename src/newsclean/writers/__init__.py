"""Encoded rows to files that appear whole or not at all, and to standard output."""

from newsclean.writers.compress import compress
from newsclean.writers.journal import Journal
from newsclean.writers.output import STDOUT, Output, open_output

__all__ = ["STDOUT", "Journal", "Output", "compress", "open_output"]
