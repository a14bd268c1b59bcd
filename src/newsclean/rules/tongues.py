"""The languages that a text may be in to the packs that speak in it: one language's weak words are prose in another."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

ALWAYS = ""  # the packs that speak in every text: English, the neutral one, and whatever a user adds
_SURE = 0.5  # how likely the likeliest tongue must be; in a text that nothing is known of, every one speaks
# Pack -> the codes that let it speak beside its own: what a guess confuses with it, and neighbours on the same pages.
_ALSO = {
    "af": "",
    "ar": "arz",
    "bg": "mk",
    "bn": "as bpy",
    "ca": "oc",
    "cs": "sk",
    "da": "no nn",
    "de": "als bar lb nds",
    "es": "ast gl",
    "et": "",
    "fa": "ckb mzn ps",
    "fi": "et",
    "fr": "br",
    "hi": "mr ne",
    "id": "jv min ms su",
    "is": "fo",
    "it": "lmo pms scn vec",
    "lt": "",
    "lv": "",
    "ms": "id",
    "nl": "fy li",
    "no": "da nn",
    "pt": "gl",
    "ru": "be uk",
    "sk": "cs",
    "sl": "",
    "sr": "bs hr sh sl",
    "sv": "",
    "sw": "",
    "ta": "",
    "tr": "az",
    "uk": "be ru",
    "ur": "pnb",
    "zh": "wuu yue",
} | dict.fromkeys("el he hu ja ko pl ro th vi".split(), "")
TONGUES = frozenset(_ALSO)
ORDER = {name: number for number, name in enumerate((ALWAYS, *sorted(TONGUES)))}  # in which their cues count
_PACKS = {
    code: frozenset(pack for pack, also in _ALSO.items() if code in {pack, *also.split()})
    for code in {*_ALSO, *" ".join(_ALSO.values()).split()}
}


def tongue_of(language: str) -> str:
    """The language of a cue if it speaks in texts of that language only, else `ALWAYS`."""
    return language if language in TONGUES else ALWAYS


def tongues_of(languages: Mapping[str, float]) -> frozenset[str]:
    """Which tongues, beside `ALWAYS`, speak in a text that may be in these languages, by how likely each is.

    What one tongue's codes share is no doubt about it: Serbian in Latin letters is a third Croatian to a guess.
    """
    likely: defaultdict[str, float] = defaultdict(float)
    for code, score in languages.items():
        for name in _PACKS.get(code, (code,)):
            likely[name] += score
    sure = max(likely.values(), default=0.0) >= _SURE
    return TONGUES & likely.keys() if sure else TONGUES
