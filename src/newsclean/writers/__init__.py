"""Encoded rows to files that appear whole or not at all, to folders of shards, and to standard output."""

from newsclean.writers.compress import compress
from newsclean.writers.journal import Journal
from newsclean.writers.output import STDOUT, Output, is_stream
from newsclean.writers.place import is_folder, open_output
from newsclean.writers.shards import Sharding

__all__ = ["STDOUT", "Journal", "Output", "Sharding", "compress", "is_folder", "is_stream", "open_output"]
