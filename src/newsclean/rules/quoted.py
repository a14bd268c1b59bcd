"""Blocks to whether somebody else speaks in them than the site: what is quoted or answered is no plea of its own."""

from __future__ import annotations

from newsclean.document import Block
from newsclean.expressions import expression

# What stands before an interview's questions and answers, where no single capital does, and before a reader's letter.
_MARK = expression(r"\W{0,4}([^\s\d.:：,]{1,12}(?: [^\s\d.:：,]{1,12}){0,2})\s?([.:：,])[\s*_]")
_INITIAL = expression(r"\W{0,2}[^\W\d_]\.")  # "P. S.", "A. B. Novak"
_TURNS = frozenset(
    (
        "question answer pregunta respuesta resposta pergunta domanda risposta réponse frage antwort vraag antwoord "
        "fråga svar spørgsmål spørsmål kysymys vastaus pytanie odpowiedź otázka odpověď вопрос ответ питання запитання "
        "відповідь въпрос отговор pitanje odgovor питање одговор întrebare răspuns kérdés válasz soru cevap yanıt "
        "سؤال سوال جواب پرسش پاسخ שאלה תשובה प्रश्न उत्तर सवाल जवाब tanya jawab hỏi đáp 問 答 问 질문 답 "
        "ερώτηση απάντηση ถาม ตอบ"
    ).split()
)
_LETTERS = frozenset(
    (
        "to the editor|dear editor|dear sir|sir|madam|señor director|sr director|sehr geehrte redaktion|"
        "liebe redaktion|monsieur le directeur|monsieur le rédacteur|caro direttore|gentile direttore|"
        "senhor diretor|senhor director|geachte redactie|kære redaktion|kjære redaksjon|"
        "уважаемая редакция|szanowna redakcjo|vážená redakce|шановна редакціє"
    ).split("|")
)


def is_quoted(block: Block) -> bool:
    """Whether somebody else speaks: a quotation, a dialogue's dash, turn or letter; with a link it is a callout."""
    if block.links:
        return False
    return block.kind == "quote" or block.text.startswith(("– ", "— ")) or _is_turn(block.text)


def _is_turn(text: str) -> bool:
    """Whether a text begins as a question, an answer or a reader's letter does: "Q:", "R. ", "Antwort:"."""
    match = _MARK.match(text)
    if not match:
        return False
    mark = match[1].lower()
    if mark in _LETTERS:
        return True
    if match[2] == ",":
        return False
    return mark in _TURNS or (len(mark) == 1 and match[1].isupper() and _INITIAL.match(text, match.end()) is None)
