"""Whether what stands behind a copyright sign tells of rights, rather than names who holds them."""

from __future__ import annotations

import re

from newsclean.expressions import expression

# How words of rights phrases begin: "All rights reserved", "© RIPRODUZIONE RISERVATA", "Nachdruck verboten". A holder's
# name that has one is not given either.
_WORDS = (
    "rights reserved reprint reproduc republi redistribut prohibit forbidden permission unauthori "
    "copying notice policy rechte vorbehalten nachdruck verboten untersagt vervielf weiterverbreitung "
    "droits réservé interdit derechos reservad prohibid direitos proibid "
    "riproduzione riservat diritti vietat drets prohibi drepturi rezervat reproducere interzis "
    "rechten voorbehouden overname verboden rättigheter förbehåll eftertryck förbjud "
    "rettigheder rettigheter forbehold eftertryk ettertrykk forbud oikeudet oikeuksi pidätet kiellett "
    "prawa zastrzeż kopiowanie przedruk zabronion práva vyhrazen vyhraden zakáz "
    "jogok fenntart tilos másolás prava zadržan pridržan zabranjen права задржан "
    "защищен защищён охраняются запрещ перепечат копирован захищен заборон передрук копіюван запазен забранен препечат "
    "hakları haklar saklı yasak izinsiz δικαιώματα δικαιωμάτων επιφύλα επιφυλά απαγορε αναδημοσ "
    "זכויות הזכויות שמורות אסור حقوق الحقوق محفوظ يمنع ممنوع يحظر अधिकार सर्वाधिकार सुरक्षित "
    "dilindungi dilarang quyền cấm"
)
_UNSPACED = "hak cipta|สงวน|ลิขสิทธิ์|ห้าม|無断|転載|転用|著作権|禁止|版权|版權|转载|轉載|保留|무단|전재|금지|저작권"
_PHRASE = expression(rf"\b(?:{'|'.join(_WORDS.split())})|{_UNSPACED}", re.IGNORECASE)


def is_rights(text: str) -> bool:
    """Whether a text that may be a holder's name is about rights, such as "Reproducción prohibida"."""
    return _PHRASE.search(text) is not None
