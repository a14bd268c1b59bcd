"""Numbers that begin lines to those that count a list and those that are text ("30. Juni 2025")."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from markdown_it.token import Token


def lone_markers(tokens: Sequence[Token]) -> dict[int, str]:
    """Where an item opens whose number goes on with no neighbour's -> what its line begins with."""
    found: dict[int, str] = {}
    lists: list[list[tuple[int, str]]] = []
    for place, token in enumerate(tokens):
        if token.type in {"ordered_list_open", "bullet_list_open"}:
            lists.append([])
        elif token.type == "list_item_open" and token.info:
            lists[-1].append((place, f"{token.info}{token.markup} "))
        elif token.type in {"ordered_list_close", "bullet_list_close"}:
            found.update(_lone(tokens, lists.pop()))
    return found


def _lone(tokens: Sequence[Token], items: list[tuple[int, str]]) -> dict[int, str]:
    numbers = [int(tokens[place].info) for place, _ in items]
    counted = {
        side
        for number, (before, after) in enumerate(pairwise(numbers))
        if after - before in {0, 1}
        for side in (number, number + 1)
    }
    return {place: marker for number, (place, marker) in enumerate(items) if number not in counted}
