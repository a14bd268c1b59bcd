"""Words that stand beside a date where it is an article's: published, updated, and what only fills the line."""

from __future__ import annotations

# Beginnings of words, lower case. Sought right before a date, or in a line that holds little else.
PUBLISHED = (
    "publish", "posted", "post date", "first publ", "date:", "dated", "released", "created", "issued", "uploaded",
    "veröffentlicht", "erstellt", "publiziert", "erschienen", "geschrieben", "eingestellt", "datum:", "publié",
    "paru", "mis en ligne", "posté", "créé", "publicado", "publicada", "creado", "publicat", "actualitat:",
    "pubblicat", "inserito", "creato", "data:", "gepubliceerd", "geplaatst", "verschenen", "опубликован",
    "размещен", "дата публикации", "дата:", "опубліковано", "розміщено", "дата публікації", "публикуван",
    "објављено", "opublikowan", "dodano", "dodany", "publikacja", "data publikacji", "utworzono", "publikován",
    "vydáno", "zveřejněn", "publikovan", "publikované", "zverejnen", "vydané", "publicer", "publisert", "udgivet",
    "offentliggjort", "lagt ut", "julkaist", "birt", "yayın", "eklenme", "giriş", "oluşturulma", "tarih:",
    "diterbitkan", "dipublikasikan", "terbit", "tayang", "ngày đăng", "đăng", "xuất bản", "δημοσι", "δημοσί",
    "ανάρτηση", "καταχώρηση", "megjelen", "közzétéve", "létrehozva", "postat", "objavljen", "objavl",
    "publikuota", "paskelbta", "publicēt", "avaldatud", "pubblikat", "نشر", "تاريخ النشر", "النشر", "منتشر",
    "انتشار", "تاریخ", "פורסם", "תאריך", "प्रकाशित", "प्रकाशन", "প্রকাশ", "প্রকাশিত", "公開", "掲載", "配信", "投稿",
    "発行", "등록", "입력", "게재", "승인", "작성", "송고", "发布", "發布", "发表", "發表", "时间", "刊登", "發佈",
    "เผยแพร่", "โพสต์",
    "ipinost", "imechapishwa", "gepubliseer", "ishicilelwe",
)  # fmt: skip
UPDATED = (
    "updat", "modified", "last changed", "edited", "revised", "last modif", "amended", "aktualisier", "zuletzt",
    "geändert", "bearbeitet", "mis à jour", "mise à jour", "modifié", "actualis", "màj", "actualiz", "actualitz",
    "modificado", "última mod", "aggiornat", "modifica", "modificat", "atualiz", "alterado", "bijgewerkt",
    "geüpdatet", "gewijzigd", "laatste update", "обновл", "изменен", "редактир", "оновлен", "змінено", "aktualiz",
    "zmodyfik", "upraveno", "změněno", "uppdater", "ändrad", "oppdatert", "endret", "sist", "opdater", "ændret",
    "päivitet", "muokat", "uppfært", "güncelle", "son düz", "diperbarui", "diupdate", "cập nhật", "sửa", "ενημέρ",
    "ενημερ", "τελευταία", "frissít", "módosít", "actualizat", "ažurir", "izmijen", "posodobl", "atnaujin",
    "redaguo", "atjaun", "uuendat", "muudet", "ажурир", "обновен", "تحديث", "التحديث", "به‌روز", "بروز", "ویرایش",
    "עודכן", "עדכון", "अपडेट", "अद्यतन", "আপডেট", "হালনাগাদ", "更新",
    "改訂", "最終更新", "수정", "최종", "업데이트", "修改", "編輯",
    "อัปเดต", "แก้ไข", "imesasishwa", "bygewerk",
)  # fmt: skip
# Words that say nothing beside a date: prepositions, clocks, reading times, counters.
FILLERS = frozenset(
    "at on the of in and to by from o'clock hrs hours hour am pm a.m p.m a p m noon midnight local time min "
    "mins minute minutes read reading listen comments comment views view share shares online print only first "
    "last ago since late years days weeks months share tweet save print email stand am um uhr h den der dem "
    "die und vom ab lesezeit minuten lesedauer kommentare minute(n) teilen drucken merken tagen le à a h la "
    "el las los de del y et les lecture temps min. durée il alle ore ora del dell' lettura minuti di tempo às "
    "as em e do da dos no na leitura tempo hs om uur de het leestijd minuten op в о во года год г г. г., час "
    "часов минут время чтения и у об року р р. год. на роки ч ч. o godz godz. godzina r r. roku w i dnia v ve "
    "do hod hod. kl kl. klo klockan den og och i d d. m. g. g min läsning lästid ca saat saati tarihi - pukul "
    "jam wib wita wit pada dan lúc giờ ngày tháng năm thứ phút đọc gmt utc στις ώρα και την το ημ h: ó. óra "
    "perc ora si la ob u sati ur val plkst kell في الساعة على و ص م ق آخر بـ ساعت در שעה ב ב- בשעה को बजे पर "
    "समय ist और মিনিট সময় সময 時 分 日 時点 "
    "오전 오후 최종 上午 下午 น. เวลา เมื่อ tz est edt et pt pst pdt ct cst cdt mt "
    "bst cet cest mez mesz msk мск jst kst sgt hkt aest aedt sast gst ict utc+1 utc+2 zulu z eat wat cat".split()
)
