"""Addresses: a url without what only tracks its reader, and the registered domain that it belongs to."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING
from urllib.parse import urlsplit, urlunsplit

if TYPE_CHECKING:
    from tldextract import TLDExtract

_TRACKING = ("utm_", "at_", "pk_", "mtm_", "hsa_")
_TRACKERS = frozenset(
    [
        "fbclid",
        "gclid",
        "yclid",
        "msclkid",
        "igshid",
        "mc_cid",
        "mc_eid",
        "ref",
        "ref_src",
        "smid",
        "cmpid",
        "ito",
        "ocid",
    ]
)


@cache
def _suffixes() -> TLDExtract:
    """The public-suffix list as tldextract ships it: no network, no cache on disk."""
    from tldextract import TLDExtract

    return TLDExtract(suffix_list_urls=(), cache_dir=None)


def site_of(url: str) -> str:
    """The registered domain of a url ("themoscowtimes.com"), "" if it has none."""
    return _suffixes()(url).top_domain_under_public_suffix.lower()


def clean_url(url: str) -> str:
    """The url without tracking parameters and fragment."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return ""
    query = "&".join(
        pair
        for pair in parts.query.split("&")
        if not pair.lower().startswith(_TRACKING) and pair.split("=")[0].lower() not in _TRACKERS
    )
    return urlunsplit((parts.scheme, parts.netloc, parts.path, query, ""))
