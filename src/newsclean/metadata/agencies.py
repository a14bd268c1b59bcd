"""News agencies: which names in a byline, a dateline or a credit are theirs."""

from __future__ import annotations

import re
from functools import lru_cache

from newsclean.expressions import expression

# Usual name -> how bylines and credits write it, folded; the usual name itself counts too.
_AGENCIES: dict[str, tuple[str, ...]] = {
    "Reuters": ("thomson reuters", "reuters staff", "рейтер", "رويترز", "ロイター", "路透社", "路透", "로이터"),
    "AP": ("associated press", "the associated press", "ap news", "ap通信", "美联社"),
    "AFP": ("agence france-presse", "agence france presse", "afp news", "法新社", "فرانس برس", "أ ف ب"),
    "dpa": ("deutsche presse-agentur", "dpa-infocom", "dpa international", "dpa/tmn"),
    "APA": ("austria presse agentur", "apa.at"),
    "SDA": ("keystone-sda", "sda-ats", "schweizerische depeschenagentur", "sda/ats", "ats"),
    "SID": ("sport-informations-dienst",),
    "epd": ("evangelischer pressedienst",),
    "KNA": ("katholische nachrichten-agentur",),
    "Interfax": ("интерфакс", "interfax-ukraine", "интерфакс-украина"),
    "TASS": ("тасс", "itar-tass", "итар-тасс"),
    "RIA Novosti": ("риа новости", "ria novosti"),
    "Ukrinform": ("укринформ", "укрінформ"),
    "UNIAN": ("униан", "уніан"),
    "EFE": ("agencia efe", "efe news"),
    "Europa Press": (),
    "ANSA": ("agenzia ansa",),
    "AGI": ("agenzia italia",),
    "Adnkronos": (),
    "LaPresse": (),
    "Lusa": ("agência lusa", "lusa agency"),
    "Agência Brasil": (),
    "Xinhua": ("xinhua news agency", "新华社", "新華社"),
    "Kyodo": ("kyodo news", "共同通信", "共同"),
    "Jiji Press": ("時事通信", "jiji", "時事"),
    "Yonhap": ("yonhap news agency", "연합뉴스", "yonhap news"),
    "PTI": ("press trust of india",),
    "ANI": ("asian news international",),
    "IANS": ("indo-asian news service",),
    "UNI": ("united news of india",),
    "PA": ("press association", "pa media", "pa news agency"),
    "AAP": ("australian associated press",),
    "CP": ("the canadian press", "canadian press", "la presse canadienne"),
    "UPI": ("united press international",),
    "Bloomberg": ("bloomberg news",),
    "ANP": ("algemeen nederlands persbureau",),
    "Belga": ("agence belga", "belga news agency"),
    "TT": ("tidningarnas telegrambyrå",),
    "NTB": ("norsk telegrambyrå",),
    "Ritzau": (),
    "STT": ("suomen tietotoimisto", "stt-lehtikuva"),
    "PAP": ("polska agencja prasowa",),
    "ČTK": ("ctk", "česká tisková kancelář"),
    "TASR": (),
    "SITA": (),
    "MTI": ("magyar távirati iroda",),
    "Agerpres": (),
    "BTA": ("бта",),
    "Tanjug": ("танјуг",),
    "HINA": (),
    "Anadolu": ("anadolu agency", "anadolu ajansı", "aa"),
    "DHA": ("demirören haber ajansı",),
    "IHA": ("i̇ha", "ihlas haber ajansı"),
    "IRNA": ("ایرنا",),
    "ISNA": ("ایسنا",),
    "WAM": ("وام",),
    "SPA": ("واس", "saudi press agency"),
    "MENA": ("أ ش أ",),
    "Antara": ("antara news",),
    "Bernama": (),
    "TTXVN": ("thông tấn xã việt nam", "vietnam news agency", "vna"),
    "BELTA": ("белта",),
    "Trend": (),
    "Kazinform": ("казинформ",),
    "Prensa Latina": (),
    "Télam": ("telam",),
    "Notimex": (),
    "NAN": ("news agency of nigeria",),
    "GNA": ("ghana news agency",),
    "SAnews": (),
    "APO": ("african media agency", "apo group"),
    "IPS": ("inter press service",),
    "RFE/RL": ("radio free europe", "radio free europe/radio liberty"),
    "VOA": ("voice of america", "voa news"),
    "Newsroom": (),
}  # fmt: skip
# Names too common to be an agency's unless the byline says nothing else.
_SHY = frozenset({"aa", "ats", "trend", "newsroom", "sita", "spa", "uni", "mena", "hina", "vna", "共同", "時事"})
_KNOWN = {name: agency for agency, names in _AGENCIES.items() for name in (agency.lower(), *names)}
_EDGES = expression(r"^[\s(\[/]+|[\s)\]/.,]+$")


@lru_cache(maxsize=4096)
def agency_of(name: str) -> str:
    """The agency's usual name, or "" if the name is none's."""
    folded = _EDGES.sub("", " ".join(name.lower().split()))
    if folded in _SHY and not name.strip("() ").isupper() and name.isascii():
        return ""
    return _KNOWN.get(folded) or _KNOWN.get(folded.removeprefix("the "), "")


def agencies_in(text: str) -> list[str]:
    """The agencies of a list such as "AP/Reuters" or "dpa, AFP", if it names nothing else; else nothing."""
    parts = [
        part for part in re.split(r"\s*(?:[/,;|+&]|\sand\s|\sund\s|\set\s|\smit\s|\bwith\b)\s*", text) if part.strip()
    ]
    found = [agency_of(part) for part in parts]
    return list(dict.fromkeys(found)) if found and all(found) else []
