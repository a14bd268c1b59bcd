"""Files, folders, standard input, compressed or not, to raw documents that carry where they come from."""

from newsclean.readers.decode import decode, open_document
from newsclean.readers.files import Input, Raw, expand, read

__all__ = ["Input", "Raw", "decode", "expand", "open_document", "read"]
