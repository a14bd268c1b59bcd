"""What leads, joins and dates a byline: the patterns by which its lines are told from others."""

from __future__ import annotations

import re

from newsclean.expressions import expression

# "By", alone or before names, in the languages of the packs; one language a line.
_LEADS = (
    (
        r"(?:(?:written|reported|posted|published|story|words|report|text|review|interview|analysis|opinion|"
        r"exclusive) )?by"
    ),
    (
        r"(?:(?:(?:ein |eine )?(?:kommentar|kolumne|gastbeitrag|interview|reportage|analyse|bericht|essay)|text|"
        r"geschrieben|aus \w+) )?von"
    ),
    r"(?:(?:texte|écrit|propos recueillis|article) )?par",
    r"(?:(?:texto|escrito) )?por",
    r"(?:(?:testo|articolo|scritto) )?di",
    r"(?:text )?av|(?:tekst )?af|(?:geschreven )?door",
    r"od|pisze|napsala?|napisała?",
    r"автор(?:ы|и)?|текст",
    r"oleh|penulis|yazan|haber|bởi|του|της|tekijä|szerző",
    r"auth?ors?(?: of the article)?|auteurs?|autore?[asi]?|autorin|autoři|autor(?:ka)?|reporter",
    r"作者|文|記者|记者|بقلم|كتبت?|مراسل|تقرير|نوشته|نویسنده|گزارش|خبرنگار|מאת|लेखक|रिपोर्ट|संवाददाता|द्वारा|প্রতিবেদক",
    r"words|opracowa(?:ł|ła)|rozmawia(?:ł|ła)|розмовля(?:в|ла)|беседова(?:л|ла)|laporan (?:wartawan|reporter)",
    r"γράφ(?:ει|ουν) (?:ο|η|οι)|ρεπορτάζ|συντάκτ(?:ης|ρια)",
)
BY = expression(rf"^\W{{0,4}}(?:{'|'.join(_LEADS)})(?P<colon>\s?[:：/-]\s?|\s+|$)", re.IGNORECASE)
# The first words of all these, for a cheap look before the costly one.
FIRST_WORD = expression(r"\W{0,4}([^\W\d_](?:[^\W\d_]|[\u0900-\u0963\u0966-\u0dff])*)")
LEAD_WORDS = frozenset(
    "by written reported posted published story words report text review interview analysis opinion ein "
    "eine kommentar kolumne gastbeitrag reportage analyse bericht essay geschrieben aus von texte écrit "
    "propos article par texto escrito por testo articolo scritto di av tekst af geschreven door od pisze "
    "napsal napsala napisał napisała автор авторы автори текст oleh penulis yazan haber bởi του της "
    "tekijä szerző author authors autor autors auteur auteurs autore autorea autores autori autora "
    "autorin autoři autorka auther reporter 作者 文 記者 记者 بقلم كتب كتبت مراسل تقرير نوشته نویسنده "
    "گزارش خبرنگار מאת लेखक रिपोर्ट संवाददाता द्वारा প্রতিবেদক exclusive opracował opracowała rozmawiał "
    "rozmawiała розмовляв розмовляла беседовал беседовала laporan γράφει γράφουν ρεπορτάζ συντάκτης συντάκτρια".split()
)
# Leads that are common words too: they need a colon.
NEEDS_COLON = frozenset(
    "haber reporter text tekst текст од od του της autor author autori di de 文 words تقرير گزارش "
    "रिपोर्ट ρεπορτάζ".split()
)
PREPOSITIONS = frozenset({"di", "od"})  # these lead names without one, if the line holds nothing else
SINGLES = frozenset({"von", "par", "por", "door", "av", "af"})  # behind these a single word may be who signs
JOINT = expression(
    r"\W*(?:and|und|et|y|e|и|і|та|och|og|en|i|a|ve|dan|with|mit|show authors|[&,;|·…]+)?\W*", re.IGNORECASE
)
LIST = expression(r"\s*(?:[/,;|+&]|\sand\s|\sund\s|\set\s|\smit\s|\bwith\b|\sy\s|\se\s|\si\s|\sи\s)\s*", re.IGNORECASE)
PARTS = expression(r"\s[|·•/–—]\s|[|·•]|\s-\s|\n|\t")
AUTHOR_PATH = expression(
    r"/(?:[\w-]*auth?ors?|auteurs?|autor(?:e[sn]?|i|in|innen)?|redaktion|redakteure?|redactie|journalist(?:e[ns]?|as?)?|"
    r"people|person|profiles?|by|staff|contributors?|reporters?|writers?|columnists?|correspondents?|firmas?|penulis|bio|"
    r"byline|skribent|team|experts?|persona|journalisten|signatures?|creator|avtor|byliner)s?(?:[/=?.-]|$)",
    re.IGNORECASE,
)
AGO = expression(
    r"\b\d+ (?:seconds?|minutes?|hours?|days?|weeks?|months?|years?) ago\b|\bvor \d+ \w+|\bil y a \d|\bhace \d",
    re.IGNORECASE,
)
_AGO_MARKS = ("ago", "vor", "il y a", "hace")  # a cheap look before the costly one
CLOCK = expression(r"(?<!\d)(?:[01]?\d|2[0-3])[:.][0-5]\d(?!\d)")
# How long it takes to read an article, alone behind its author.
MINUTES = expression(
    r"\d{1,2}[ -]?(?:min|minut\w*|λεπτά|мин\w*|хв\w*|دقائق|דקות)\b\.?(?: read| de lecture| de lectura)?\W*$",
    re.IGNORECASE,
)
# A picture's credit: who took it, or a name and an agency behind a slash.
CREDIT = expression(r"^\W{0,3}(?:foto|photo|bild|image|fot\.|credit|©|\(c\)|crédito|crédit)", re.IGNORECASE)
PICTURE = expression(r"\s?/\s?(?:ap|afp|dpa|reuters|efe|getty|epa|ansa|imago|apa|pa|tt|ntb|scanpix)\b", re.IGNORECASE)
CREDITS = expression(
    r"\((?P<inner>(?:(?:additional |original )?(?:reporting|writing|editing|edited|reported|written|compiled|"
    r"translat\w+|production|photograph\w+))\b[^()]{3,300})\)?\s*$",
    re.IGNORECASE,
)
_KOREAN_RANKS = "취재|사진|수습|인턴|선임|전문|객원|편집|시민|담당|대기|교열"
KOREAN = expression(
    f"(?!(?:{_KOREAN_RANKS})\\s?기자)([\uac00-\ud7af]{{2,4}})\\s?(?:{_KOREAN_RANKS})?\\s?기자(?![\uac00-\ud7af])"
)
ICON = expression(r"(?:chevron|arrow|caret|angle)-(?:right|left|up|down)$")  # an icon's name, glued to what it follows
PICTURE_FILE = expression(r"^.{1,60}?\.jpe?g\s+|\s+\S+\.jpe?g$")  # a portrait's name, where the portrait stood


def is_ago(text: str) -> bool:
    """Whether a line holds "3 hours ago" or the like."""
    low = text.lower()
    return any(mark in low for mark in _AGO_MARKS) and AGO.search(text) is not None
