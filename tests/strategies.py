"""Documents of every sort for hypothesis: prose, markup, cue phrases and odd characters, mixed without sense."""

from __future__ import annotations

import os

from hypothesis import strategies as st

PROSE = [
    "Rain fell on the harbour all night, and the boats stayed in.",
    "“Nobody sailed,” said Mira Falk.",
    "Dr. J. Marsh paid $3.50 in 2019. Nobody minded!",
    "Паром вернулся в порт на рассвете.",
    "湖で漁が再開されることになった。漁業協同組合が5日、発表した。",
    "عادت العبارة إلى البحر بعد غياب طويل.",
    "İstanbul'da IŞIK söndü ve ıssız kaldı.",
    "The ferry sailed at dawn with 212 passengers and a brass band on board. Nobody waved. " * 4,
]
CUES = [
    "A Message from The Quarry Post:",
    "Dear readers,",
    "Please support our independent journalism from just $2 a month.",
    "Remind me later.",
    "Read more: Snow on Tuesday",
    "Related articles",
    "Sign up for our free weekly newsletter, delivered to your inbox.",
    "© 2021 Quarry Post. All rights reserved.",
    "(Reporting by Ann Field; Editing by Ben Stone)",
    "Photo: Jan Feld / AFP",
    "By Reuters",
    "September 9, 2019",
    "Original url:",
    "https://www.quarrypost.example/2019/09/09/a-67209?utm_source=x",
    "Bitte unterstützen Sie unseren Journalismus mit einer Spende.",
    "Читайте также: Почему не ходят электрички",
    "Share on Facebook",
]
MARKDOWN = [
    "# A Title",
    "## Part *two*",
    "**Related article:** [Ferry](#)",
    "![alt](/i.png)",
    "- item",
    "1. one",
    "> quoted",
    "```",
    "    indented",
    "| a | b |",
    "|---|---|",
    "[ref]: https://lume.example/x",
    "[unclosed](https://lume.example/",
    "a\\*b_c_d`e`",
    "***",
    "<https://lume.example/>",
    "Title\n=====",
]
HTML = [
    "<p>",
    "</p>",
    "<p class='x'>Rain <b>fell</b>.</p>",
    "<div><article>",
    "</article></div>",
    "<br>",
    "<br/>",
    "<a href=\"https://lume.example/?a=1&amp;b='2'>\">link</a>",
    "<ul><li>one<li>two</ul>",
    "<table><tr><td>a</td><th>b</th></tr></table>",
    "<h1>A Title</h1>",
    "<!-- a comment -->",
    "<script>if (a < b) { c() }</script>",
    "<pre>\n  code\n</pre>",
    "&amp; &lt;b&gt; &shy; &nbsp; &#x301; &#0; &bogus;",
    "<",
    ">",
    "<unknown attr=\"'>",
    "</span>",
]
ODD = [
    "İ", "ß", "ﬁ", "e\u0301", "\u0301", "\u200b", "\u200d", "\ufeff", "\u202e", "\u00ad", "\x00", "\x0b", "\x1c",
    "\x85", "\u2028", "\u3000", "\u1112\u1161\u11ab", "👩\u200d🚀", "🏴\U000e0067\U000e007f", "שלום", "Ã©", "â€œ", "Ð°",
    "\ue0f012\ue0f1", "\ufffd", "\U0010ffff", "\u0300" * 40, "⟦", "\x1a",
]  # fmt: skip

_ANY = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
_LETTERS = st.text(st.characters(categories=["L", "M", "N", "P", "Z"]), max_size=20)
_PARTS = 40 if "FUZZ_EXAMPLES" in os.environ else 14
_GLUE = st.sampled_from(["\n", "\n\n", " ", "", "\r\n", "\r", "\t", "  \n", "\n\n\n"])


def _mixed(*parts: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """Parts in any order, with anything between them that may part lines."""
    return st.lists(st.tuples(st.one_of(*parts), _GLUE), max_size=_PARTS).map(
        lambda found: "".join(part + glue for part, glue in found)
    )


_WORDS = (st.sampled_from(PROSE), st.sampled_from(CUES))
_STRANGE = (st.sampled_from(ODD), _ANY, _LETTERS)
plain = _mixed(*_WORDS, *_STRANGE)
markdown = _mixed(*_WORDS, st.sampled_from(MARKDOWN), *_STRANGE)
html = _mixed(*_WORDS, st.sampled_from(HTML), *_STRANGE)
anything = st.one_of(plain, markdown, html, _mixed(*map(st.sampled_from, (PROSE, CUES, MARKDOWN, HTML, ODD)), _ANY))
