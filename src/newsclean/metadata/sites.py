"""Addresses: a url without what only tracks its reader, its registered domain, and the day and section in its path."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlsplit, urlunsplit

from newsclean.document import Block
from newsclean.expressions import expression
from newsclean.metadata.calendars import iso_day
from newsclean.metadata.rights import is_rights

if TYPE_CHECKING:
    from tldextract import TLDExtract

_TRACKING = ("utm_", "at_", "pk_", "mtm_", "hsa_", "cm_", "wt_", "wtmc", "itm_", "_hs", "mc_", "fb_", "pd_rd")
_TRACKERS = frozenset(
    "fbclid gclid gclsrc dclid yclid ymclid msclkid twclid igshid igsh ref ref_src ref_url referrer "
    "source_ref smid smtyp cmpid cmp ito ocid ncid ns_campaign ns_mchannel ns_source ns_linkname xtor s_cid "
    "sr_share spm srsltid share shared ftag partner emc nl campaign_id instance_id segment_id user_id regi_id "
    "tpcc taid traffic_source sref rss cid_source mkt_tok trk icid ico".split()
)
_SHARE = expression(
    r"facebook\.com/(?:sharer|dialog|share)|(?:twitter|x)\.com/(?:intent|share|home)|linkedin\.com/share|whatsapp\.com/send|reddit\.com/submit|"
    r"t\.me/share|telegram\.me/share|pinterest\.[a-z.]+/pin/create|vk\.com/share|xing\.com/(?:spi|app)|getpocket\.com/|bsky\.app/intent|"
    r"tumblr\.com/|flipboard\.com|social-plugins\.line\.me|b\.hatena\.ne\.jp|mailto:|threads\.net/intent"
)
_SHARED = expression(r"https?://[^\s\"'<>|]+")
_TITLES = frozenset({"text", "title", "subject", "t", "su"})
_TITLED = expression(r"[?&;](?:text|title|subject|t|su)=", re.IGNORECASE)
_BEHIND = expression(r"\s(?:/?via\s)?(?:https?://|@\w)|^https?://")
_PATH_DAY = expression(
    r"[/_-](20\d\d|19\d\d)[/_-]?(0[1-9]|1[0-2]|[1-9](?=[/_-]))[/_-]?(0[1-9]|[12]\d|3[01]|[1-9](?=[/_-]))(?=[/_.-]|$)"
)
_SECTION = expression(r"[a-z][a-z-]{2,24}")
_NO_SECTION = frozenset(
    "article articles artikel story stories news index www amp post posts blog content archive archives html "
    "node item view page en de fr es it detail details nachrichten noticia noticias aktuell share category "
    "tag text print mobile id".split()
)
_COPYRIGHT = expression(
    r"(?:©|\(c\)|copyright)\s*(?:©|\(c\))?\s*(?:(?:19|20)\d\d\s*(?:[-–]\s*(?:19|20)\d\d)?)?\s*(?:by\s)?(?P<name>[^\W\d_][^|.,;:©–\n\d]{2,48}?)\s*"
    r"(?:(?:inc|ltd|llc|gmbh|ag|s\.?a|plc|se|co)\b\.?|all rights|alle rechte|tous droits|todos los|[|.,;:–]|$)",
    re.IGNORECASE,
)
_MOST_WORDS = 5  # words of a publisher's name
_COPYRIGHT_WORDS = expression(r"agency|getty|images|photo|foto|reuters|afp|\bap\b|dpa", re.IGNORECASE)


@cache
def _suffixes() -> TLDExtract:
    """The public-suffix list as tldextract ships it: no network, no cache on disk."""
    from tldextract import TLDExtract

    return TLDExtract(suffix_list_urls=(), cache_dir=None)


@cache
def site_of(url: str) -> str:
    """The registered domain of a url or host ("news.example.co.uk" has "example.co.uk"), "" if it has none."""
    return _suffixes()(url).top_domain_under_public_suffix.lower()


def region_of(site: str) -> str:
    """The last label of a site's domain, which mostly is its country's; "" for no site."""
    return site.rsplit(".", 1)[-1] if "." in site else ""


def clean_url(url: str) -> str:
    """The url without tracking parameters and fragment, "" if it is none of the web."""
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return ""
    if parts.scheme.lower() not in {"http", "https"} or "." not in parts.netloc:
        return ""
    query = "&".join(pair for pair in parts.query.split("&") if not _tracks(pair))
    return urlunsplit((parts.scheme.lower(), parts.netloc, parts.path, query, ""))


def _tracks(pair: str) -> bool:
    name = pair.split("=", maxsplit=1)[0].lower()
    return name in _TRACKERS or name.startswith(_TRACKING)


def day_in_path(url: str) -> str:
    """The day that a url's path names, ISO; "" if it names none."""
    try:
        path = urlsplit(url).path
    except ValueError:
        return ""
    match = _PATH_DAY.search(path)
    return iso_day(int(match[1]), int(match[2]), int(match[3])) if match else ""


def section_in_path(url: str) -> str:
    """The first folder of a url, where it looks like a section's name."""
    try:
        folders = [folder for folder in urlsplit(url).path.lower().split("/")[:-1] if folder]
    except ValueError:
        return ""
    first = folders[0] if folders else ""
    return first.replace("-", " ") if _SECTION.fullmatch(first) and first not in _NO_SECTION else ""


def _shares(url: str) -> bool:
    """Whether a link passes a page on to others."""
    return "?" in url and len(url) > 30 and _SHARE.search(url) is not None


def shared_url(blocks: Iterable[Block]) -> tuple[str, Block] | None:
    """The address that a page's share buttons pass on, and the block of the first; None where they don't agree."""
    found: dict[str, Block] = {}
    for block in blocks:
        for link in block.links:
            if _shares(link.url) and (url := _passed_on(link.url)):
                found.setdefault(url, block)
    return next(iter(found.items())) if len(found) == 1 else None


def _passed_on(share: str) -> str:
    """The article's address inside a share link's query."""
    try:
        query = parse_qs(urlsplit(share).query)
    except ValueError:
        return ""
    for values in query.values():
        match = _SHARED.search(values[0])
        if match and urlsplit(match[0]).path.strip("/"):
            return clean_url(match[0])
    return ""


def shared_titles(blocks: Iterable[Block]) -> list[str]:
    """The headlines that a page's share buttons pass on, without addresses and handles behind them."""
    found: dict[str, None] = {}
    for block in blocks:
        for link in block.links:
            if _TITLED.search(link.url) and _shares(link.url):
                found.update(dict.fromkeys(_titles_passed_on(link.url)))
    return list(found)


def _titles_passed_on(share: str) -> Iterator[str]:
    try:
        query = parse_qs(urlsplit(share.replace("&amp;", "&")).query)
    except ValueError:
        return
    for name in _TITLES & query.keys():
        text = _BEHIND.split(" ".join(query[name][0].split()))[0].rstrip(" -–—|:")
        if " " in text or not text.isascii():
            yield text


def linked_site(blocks: Iterable[Block]) -> str:
    """The site that most links of a page lead to, if it is most by far."""
    hosts: Counter[str] = Counter()
    for block in blocks:
        for link in block.links:
            if link.url.startswith("http"):
                hosts[link.url.split("/", 3)[2].lower()] += 1
    sites: Counter[str] = Counter()
    for host, count in hosts.most_common(20):
        sites[site_of(host)] += count
    if not sites:
        return ""
    site, count = sites.most_common(1)[0]
    return site if count >= 8 and count * 2 > sites.total() else ""


def publisher_in(text: str) -> str:
    """The name in a copyright line, such as The Quarry Post in "© 2019 The Quarry Post"."""
    match = _COPYRIGHT.search(text) if len(text) <= 200 else None
    name = " ".join(match["name"].split()).strip(" -") if match else ""
    if not name or not name[0].isupper() or len(name.split()) > _MOST_WORDS:
        return ""
    return "" if is_rights(name) or _COPYRIGHT_WORDS.search(name) else name
