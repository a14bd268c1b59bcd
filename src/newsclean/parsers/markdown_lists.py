"""Numbers that begin lines to those that count a list and those that are text ("30. Juni 2025")."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from markdown_it.token import Token


def lone_markers(tokens: Sequence[Token]) -> dict[int, str]:
    """Where an item opens whose number goes on with no neighbour's -> what its line begins with."""
    lone: list[int] = []
    lists: list[list[int]] = []
    for place, token in enumerate(tokens):
        if token.type in {"ordered_list_open", "bullet_list_open"}:
            lists.append([])
        elif token.type == "list_item_open" and token.info:
            lists[-1].append(place)
        elif token.type in {"ordered_list_close", "bullet_list_close"}:
            items = lists.pop()
            pairs = [
                pair for pair in pairwise(items) if int(tokens[pair[1]].info) - int(tokens[pair[0]].info) in {0, 1}
            ]
            lone.extend(set(items).difference(*pairs))
    return {place: f"{tokens[place].info}{tokens[place].markup} " for place in lone}
