"""News agencies: which names in a byline, a dateline or a credit are theirs."""

from __future__ import annotations

# Canonical name -> how bylines write it, folded.
_AGENCIES: dict[str, tuple[str, ...]] = {
    "Reuters": ("reuters", "thomson reuters", "reuters staff"),
    "AP": ("ap", "associated press", "the associated press"),
    "AFP": ("afp", "agence france-presse", "agence france presse"),
}
_KNOWN = {name: agency for agency, names in _AGENCIES.items() for name in names}


def agency_of(name: str) -> str:
    """The agency's usual name, or "" if the name is none's."""
    return _KNOWN.get(" ".join(name.lower().split()), "")
