"""The path above a headline to the section: "Home › World › Europe" says World."""

from __future__ import annotations

import re

from newsclean.document import Document, Evidence
from newsclean.expressions import expression
from newsclean.metadata.layout import Layout

_ABOVE = 30  # blocks above the headline, or the body, among which the path stands
_LONGEST = 160  # characters of a path
_NAME = 30  # characters of a section's name
_STEPS, _STEP = 5, 40  # lines of a path that takes a line a step, and characters of each
_HOME_WORDS = (
    r"^\W{0,3}(?:1\.\s)?(?:home ?page|home|start|startseite|accueil|inicio|portada|início|strona główna|domů|forside|"
    r"hem|hjem|etusivu|anasayfa|beranda|trang chủ|αρχική|главная|головна|ホーム|トップ|首页|首頁|홈)"
)
_HOME = expression(rf"{_HOME_WORDS}\s*[>›»/|→·](?P<rest>.*)$", re.IGNORECASE)
_AT_HOME = expression(rf"{_HOME_WORDS}(?!\w)", re.IGNORECASE)
_SIGNS = expression(r"\s*[>›»|→·]\s*|\s/\s")
_LETTERS = expression(r"[^\W\d_]")


def note_section(document: Document, layout: Layout, headline: int | None) -> None:
    """Note the first step of a path behind its home."""
    last = layout.start if headline is None else headline
    for block in layout.blocks[max(0, last - _ABOVE) : last]:
        match = _HOME.match(block.text) if len(block.text) <= _LONGEST else None
        name = _SIGNS.split(match["rest"].strip(" >›»/|→·"))[0].strip() if match else ""
        if 2 < len(name) <= _NAME and _LETTERS.match(name):
            document.note(Evidence("section", name, "breadcrumbs", 0.45, block.start, block.end))
            return


def ends_path(layout: Layout, number: int) -> bool:
    """Whether the lines right above a block are a path from the site's home, whose last step it then may be."""
    for block in reversed(layout.blocks[max(0, number - _STEPS) : number]):
        if len(block.text) > _STEP:
            return False
        if _AT_HOME.match(block.text):
            return True
    return False
