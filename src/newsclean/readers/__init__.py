"""Files, folders, standard input, compressed or not, to raw documents that carry where they come from."""

from newsclean.readers.decode import decode, open_document
from newsclean.readers.files import expand, read
from newsclean.readers.pieces import Piece, gather, plan, read_piece, size_of, total_size
from newsclean.readers.raw import Input, Raw

__all__ = [
    "Input",
    "Piece",
    "Raw",
    "decode",
    "expand",
    "gather",
    "open_document",
    "plan",
    "read",
    "read_piece",
    "size_of",
    "total_size",
]
