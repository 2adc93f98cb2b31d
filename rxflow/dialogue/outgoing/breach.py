"""Whether a message breaks a rule of speech, once disclaimers and advice to ask first are set aside."""

import re
from collections.abc import Mapping

from rxflow.dialogue.expression import Expression
from rxflow.dialogue.outgoing.clauses import lay_out
from rxflow.dialogue.outgoing.english import ENGLISH
from rxflow.dialogue.outgoing.rules import Act, Row, SpeechRule
from rxflow.dialogue.outgoing.spanish import SPANISH

_ROWS: tuple[Row, ...] = tuple(sorted((*ENGLISH, *SPANISH), key=lambda row: list(SpeechRule).index(row.rule)))
_ROWS_BY_WORD: Mapping[str, tuple[int, ...]] = {
    word: tuple(number for number, row in enumerate(_ROWS) if word in row.keys)
    for word in frozenset().union(*(row.keys for row in _ROWS))
}
_WORD = Expression(r"[a-z0-9][a-z0-9-]*")
_LONGEST_REACH = 300
"""Characters of a clause that are read before and after what was found, so that no message takes long."""
_CLAIMS = frozenset(
    {
        SpeechRule.SAFETY_CLAIM,
        SpeechRule.DIAGNOSIS,
        SpeechRule.LAB_INTERPRETATION,
        SpeechRule.EQUIVALENCE,
        SpeechRule.ASSURANCE,
        SpeechRule.IMPERSONATION,
        SpeechRule.UNDONE_ACT,
    }
)
"""Rules about what is asserted: a question asserts nothing."""

_DISCLAIMED = Expression(
    r"\b(?:i|we|assistant|chat|here|one|nobody|anyone|service|and|or)\b(?: \w+){0,2}? "
    r"(?:(?:can|could|am|are|do|may|must|will|would|"
    r"should|is|have|has) (?:not|never)|never)(?: \w+){0,3}? (?:tell|say|know(?! of)|guess|"
    r"advise|recommend|suggest|confirm|promise|"
    r"guarantee|decide|judge|determine|diagnose|interpret|give|offer|allowed|able|sure|"
    r"certain|help|talk|discuss|answer|"
    r"assess|claim|mean|speak|explain|declare|comment|assure|predict|speculate|qualified|rule|"
    r"see (?:if|whether)|check|find out|evaluate|"
    r"authorized|provide|make|verify|declare|qualify|permitted|call|present)\b"
    r"|\b(?:does|do|would) not (?:\w+ )?(?:mean|say|prove|show|tell|guarantee|imply)\b|"
    r"\bunable to\b|\bno (?:one|body)\b[^|\n]{0,20} can\b"
    r"|\bnot able to\b|\bno way (?:for me )?to (?:tell|know)|\bnot (?:for me|my place|"
    r"something i|a promise)\b|\bnever (?:say|tell|promise)"
    r"|\b(?:beyond|outside) what i\b|\brather than (?:guess|tell|say)"
    r"|\bno (?:le |les |lo |la |se lo )?(?:puedo|podemos|debo|podria|sabemos|me corresponde|"
    r"me toca|tengo (?:forma|manera)|significa|quiere decir|estoy (?:segur|autoriz)\w+|"
    r"soy quien|me es posible|es posible (?:decir|saber)|prueba|implica)\b|\bno se (?:\w+ "
    r"){0,2}?(?:si|cual|cuanto|que|puede (?:decir|saber|prometer|garantizar))\b|\b(?:ni|"
    r"tampoco) (?:le )?puedo\b|\bnadie (?:le )?puede\b"
)
_ASKED = Expression(
    r"\bwhether\b|\bquestions? (?:about|on|of|for|is|are)\b|\bdepends on\b"
    r"|\b(?:ask\w*|talk|speak|check|consult|contact|call|discuss|decides?|let|"
    r"review)\b[^|\n]{0,60}?\b(?:if|before|about|how|when|what|which|why)\b"
    r"|\b(?:tell|tells|told|knows?|say|says|explain\w*|see|confirm\w*|sure|find out|look|"
    r"decide|answer)\b[^|\n]{0,40}?\b(?:if|about)\b"
    r"|\b(?:pregunt\w+|consult\w+|habl\w+|llam\w+|decid\w+|comuni\w+)\b[^|\n]{0,60}?\b(?:si|"
    r"antes|sobre|cuando|como|cual|que)\b"
    r"|\b(?:decir\w*|dira|dice|sabe\w*|confirm\w+|explic\w+|revis\w+|avis\w+|"
    r"ver)\b[^|\n]{0,40}?\b(?:si|sobre|acerca)\b"
    r"|\bpreguntas? (?:sobre|de|para)\b|\bdepende de\b"
)
_NO_USE = Expression(
    r"\b(?:does|do|will|would) not (?:change|help|work|alter|make)\b|\bno (?:lo |la "
    r")?(?:cambia|ayuda|sirve|funciona)\b"
)
_LEFT_TO_OTHERS = Expression(
    r"^ ?(?:si|whether|que|how|what|if)\b[^|\n]*\b(?:es una pregunta|is (?:a question|"
    r"something|for|up to)|lo decide|depende|eso lo)\b"
)
_THIRD_PERSON = Expression(
    r"\b(?:pharmacist|doctor|prescriber|provider|plan|dr [a-z]+|farmaceutic[oa]|medic[oa]|"
    r"doctora?|seguro|they|pharmacy|farmacia)\b"
    r"[^|\n]{0,30}\b(?:can|may|will|could|must|should|has to|needs? to|decides?|would|puede|"
    r"debe|podria|decid\w+|tiene que|might)\b"
    r"|\b(?:we|let us|podemos|vamos)\b"
)
_ASK_AFTER = Expression(
    r"\b(?:without|before|until|unless)\b[^\n]{0,40}\b(?:ask|talk|speak|spoke|check|consult|"
    r"discuss|pharmacist|doctor|prescriber|provider|approv)"
    r"|\b(?:sin|antes de|hasta|a menos que)\b[^\n]{0,40}\b(?:pregunt|consult|habl|farmaceutic|"
    r"medico|medica\b|doctor)"
)
_IF = Expression(r"\b(?:if|when|in case|si|cuando|en caso)\b[^,]*$")
_RECORDED = Expression(
    r"\b(?:profile|record|records|list|lists|listed|label|leaflet|for|perfil|expediente|"
    r"registr\w+|lista|para|etiqueta)\b"
)
_CRISIS = Expression(r"\b(?:988|911|thoughts?|thinking|feel like|suicid\w+|piensa|pensamientos|morirse)\b")
_MODAL_ES = Expression(r"(?:puede|podria|debe|deberia|tiene que|necesita|tendria que)\b")
_CLINICIAN = Expression(r"\b(?:farmaceutic[oa]|medic[oa]|doctora?|dr|dra|prescriptor|plan|seguro)\b[^,]*$")
_NEGATION = Expression(r"\b(?:not|never|no|nunca|ni|avoid|evite)\b")
_AND = Expression(r"(?:and|or|y|o|e|u)\b")
_CONDITION = Expression(
    r"\b(?:once|when|if|after|until|till|before|unless|whether|as soon as|whenever|by the "
    r"time|would you like|do you want|shall|"
    r"should i|want me to|would like|si|cuando|una vez|en cuanto|hasta|antes|despues|solo "
    r"cuando|desea|quiere|a menos|tan pronto|"
    r"(?:i|we) (?:can|could|may) (?:\w+ )?(?:ask|have|get|arrange|request|open|send|call|"
    r"place)|(?:i|we) will ask|puedo|podria|pediree|nothing|nada|ningun\w*|nobody|no one|"
    r"neither|nadie)\b"
)
_NOT_DONE = Expression(
    r"\b(?:no|not|never|nothing|none|without|nada|ningun\w*|sin|nunca|tampoco|todavia no|aun "
    r"no)\b"
)
_DENIED = Expression(
    r"\b(?:not|never|nothing|no (?:\w+ )?(?:orders?|refills?|requests?|cases?|prescriptions?)|"
    r"no (?:ha|fue|se|esta|estan|han|quedo|fueron|he|hay)|nunca|ningun\w*|nada)\b"
)
_GENERAL_NEGATION = Expression(
    r"\b(?:(?:can|could|do|does|will|would|may|must|should) not(?! (?:check|look|report|see|"
    r"know|matter|apply|have|need|ask|verify|block|wait))|never|not possible|no (?:cambia|"
    r"puede|puedo|se puede|sirve|evita|permite)|against)\b"
)


def find_breach(text: str, done: frozenset[Act] = frozenset()) -> SpeechRule | None:
    """The first rule that an outgoing message breaks, or None.

    Args:
        text: The message, in English or Spanish, as any model wrote it.
        done: What the machine did, or found done when it looked up an order: claims of these acts are true.

    Returns:
        The rule, for the log; the message must not be sent. Source: DOMAIN.md §6.2 and §6.4.
    """
    sentences = lay_out(text).split("\n")
    candidates = {
        (number, sentence)
        for sentence in sentences
        for word in set(_WORD.findall(sentence))
        for number in _ROWS_BY_WORD.get(word, ())
    }
    for number, sentence in sorted(candidates):
        row = _ROWS[number]
        if row.act in done:
            continue
        if any(not _is_allowed(row, sentence, found) for found in row.pattern.finditer(sentence)):
            return row.rule
    return None


def _is_allowed(row: Row, sentence: str, found: re.Match[str]) -> bool:
    """Whether the sentence takes back, asks, or hands to a clinician what the pattern found."""
    first = found.start() + (found[0][:1] == "|")
    start = max(sentence.rfind("|", 0, first) + 1, first - _LONGEST_REACH)
    end = sentence.find("|", found.end(), found.end() + _LONGEST_REACH)
    clause = sentence[start : end if end >= 0 else found.end() + _LONGEST_REACH]
    before, claim = sentence[start:first], sentence[start : found.end()]
    if _DISCLAIMED.search(claim) or _ASKED.search(before) or _LEFT_TO_OTHERS.match(clause):
        return True
    if row.rule in _CLAIMS and clause.rstrip().endswith("?"):
        return True
    match row.rule:
        case SpeechRule.DOSE_CHANGE:
            asks_first = _NEGATION.search(claim) and _ASK_AFTER.search(sentence, start, found.end() + _LONGEST_REACH)
            is_another = _AND.match(found[0]) and _THIRD_PERSON.search(before)
            return bool(asks_first or is_another or (_MODAL_ES.match(found[0]) and _CLINICIAN.search(before)))
        case SpeechRule.UNDONE_ACT if row.is_future:
            return bool(_CONDITION.search(sentence, max(0, first - _LONGEST_REACH), found.end()))
        case SpeechRule.UNDONE_ACT:
            scope = before.rsplit(", ", 1)[-1]
            is_open = _CONDITION.search(scope) or _CONDITION.search(found[0][:25])
            return bool(is_open or _NOT_DONE.search(scope[-30:]) or _DENIED.search(found[0]))
        case SpeechRule.WORKAROUND:
            return bool(_GENERAL_NEGATION.search(claim.split(" so ")[0]) or _NO_USE.search(clause))
        case SpeechRule.DIAGNOSIS:
            return bool(_IF.search(claim) or _RECORDED.search(clause))
        case SpeechRule.DELAY:
            return bool(_IF.search(before))
        case SpeechRule.LETHALITY:
            return bool(_CRISIS.search(clause))
        case _:
            return False
