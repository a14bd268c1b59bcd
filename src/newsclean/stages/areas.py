"""HTML's own areas to cuts: what a page puts into its navigation, header, footer or buttons is not the article."""

from __future__ import annotations

from newsclean.document import Block, Cut, Document
from newsclean.pipeline import Config, Stage, each
from newsclean.stages import AREA


def areas(config: Config) -> Stage:
    """The stage that cuts a page's navigation, header, footer and buttons; only HTML has them."""

    def mark(document: Document) -> None:
        if document.format != "html":
            return
        for block in document.blocks:
            if not block.cut and _is_outside(block):
                block.cut = Cut("nav", AREA, 0.95, "areas")

    return each(mark if config.cuts("nav", AREA) else lambda _: None)


def _is_outside(block: Block) -> bool:
    """Whether tags say so; a header or footer within an article is the article's own, and so is a heading."""
    hint = block.hint
    if "<nav>" in hint or "<button>" in hint:
        return True
    if "<article>" in hint or "<main>" in hint or "<blockquote>" in hint:
        return False
    return "<footer>" in hint or ("<header>" in hint and block.kind != "heading")
