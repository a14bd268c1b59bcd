"""What the document says of itself: title, authors, agency, date, url, site, language, each with its evidence."""

from __future__ import annotations

from newsclean.metadata.reading import read_metadata
from newsclean.pipeline import Config, Stage, each


def metadata(config: Config) -> Stage:
    """The stage that notes metadata and takes headline, byline and date out of the text.

    With `crawled_at` among the options, no date is later, and "3 hours ago" is one.
    """
    crawled_at = config.options.get("crawled_at", "")
    return each(lambda document: read_metadata(document, crawled_at))
