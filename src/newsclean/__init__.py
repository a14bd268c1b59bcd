"""newsclean: cleans scraped news text; keeps the article, cuts the rest, and says why.

>>> import newsclean
>>> newsclean.clean("Rain fell on Monday.\\nRead more: Snow on Tuesday").text
'Rain fell on Monday.'
"""

from newsclean.api import Cleaner, clean
from newsclean.document import Block, Cut, Document, Evidence, Link
from newsclean.errors import NewscleanError
from newsclean.pipeline import Config, Pipeline, Stage, each
from newsclean.record import Record
from newsclean.settings import Settings

__all__ = [
    "Block",
    "Cleaner",
    "Config",
    "Cut",
    "Document",
    "Evidence",
    "Link",
    "NewscleanError",
    "Pipeline",
    "Record",
    "Settings",
    "Stage",
    "clean",
    "each",
]
