"""The program's version, which the package's metadata take from here: to ask them costs as much as to load click."""

VERSION = "0.1.0"
