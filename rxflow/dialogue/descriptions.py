"""Medicines that are meant without a name: by what they are for, and by form, strength or directions."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence

from rapidfuzz.distance import OSA

from rxflow.dialogue.strengths import strengths_said
from rxflow.dialogue.text import words_of
from rxflow.dialogue.vocabulary import ORDINARY_WORDS
from rxflow.domain.prescription import Prescription

Fits = Callable[[Prescription], object]

_MIN_MISSPELT = 6
_MIN_PLURAL = 5
_TERSE = 5
_SHORT = 6
_VACCINE = re.compile(r"\b(?:flu|covid|booster|vaccin\w+|tetanus|shingles)\b")
_LAY_USES = tuple(
    (re.compile(rf"\b(?:{said})\b"), use)
    for said, use in (
        (r"pee|peeing|fluid pills?|diuretics?", "water pill"),
        (r"happy pills?", "depression"),
        (r"skinny shots?", "weight loss"),
        (r"puffers?", "inhaler"),
        (r"bp", "blood pressure"),
        (r"sleepers?", "sleep"),
        (r"statins?", "cholesterol"),
        (r"triptans?", "migraine"),
        (r"scratch|itchy?", "itching"),
        (r"pulmon(?:es)?", "epoc"),
        (r"stomach", "acid reflux"),
        (r"clot(?:s|ting)?|coagul\w+", "blood thinner"),
        (
            r"(?<!blood )pressure (?:ones?|pills?|tablets?|meds?|medicines?|medication)|for (?:my |the )?pressure",
            "blood pressure",
        ),
        (r"atencion", "deficit de atencion"),
    )
)
"""What is said of a use in everyday words, and the words that uses are listed by."""

_KIND = (
    r"(?:antibiotics?|blood thinners?|muscle relax(?:er|ant)s?|(?:water|fluid|sleeping) pills?"
    r"|(?:rescue )?inhalers?|statins?|diuretics?"
    r"|pain ?killers?|antidepressants?|anti-inflammator(?:y|ies)|antibioticos?|anticoagulantes?"
    r"|inhalador(?:es)?|diureticos?)"
)
_BY_EFFECT = (
    r"(?:whatever|the (?:one|stuff|thing|medicine)|something|what|lo|la|el)(?: \w+){0,2} "
    r"(?:makes? me|helps? (?:me|with)|keeps? (?:me|my|the)|(?:i )?take (?:for|to)|"
    r"(?:me|te) (?:hace|ayuda|quita|baja|controla))"
)
_ILL = (
    r"(?:tiroides|presion|azucar|colesterol|diabetes|asma|ansiedad|depresion|alergias?|corazon|prostata|gota|reflujo"
    r"|migranas?)"
)
_USE_POINTER = re.compile(
    r"\b(?:my|mi|mis|her|his|the \w+(?: \w+)? (?:ones?|pills?|meds?|medicines?)"
    r"|(?:la|el|las|los|lo) (?:\w+ )?(?:de|para|del)"
    r"|(?:pills?|meds?|medicines?|ones?|something|medicinas?|pastillas?) (?:for|para)"
    rf"|(?:the|an?|another|el|la|un|[a-z]+'s) {_KIND}|{_BY_EFFECT}"
    rf"|(?:queda\w*|tom\w+|olvid\w+|resurt\w+|acab\w+|termin\w+|falt\w+)(?: \w+){{0,2}} (?:de )?(?:la|el|del) {_ILL})\b"
)
_THING = r"(?:ones?|pills?|tablets?|caps(?:ules?)?|meds?|medicines?|shots?|pastillas?|tabletas?|medicinas?|capsulas?)"
_MEDICINE = re.compile(rf"\b(?:that|those|blood thinner|anticoagulante|{_THING[3:-1]})\b")
_DIRECTIONS = tuple(
    (re.compile(rf"\b(?:{said})\b"), re.compile(sig))
    for said, sig in (
        (r"bed ?time|night(?:ly)?|(?:para|de) (?:la )?noche|para dormir", r"bedtime|evening"),
        (r"mornings?|de (?:la )?manana", r"morning|breakfast"),
        (r"evenings?", r"evening"),
        (r"weekly|once a week|semanal", r"weekly"),
        (r"twice (?:a day|daily)|2 ?x (?:a day|daily)|dos veces al dia", r"twice daily"),
        (r"three times (?:a day|daily)|3 ?x (?:a day|daily)|tres veces al dia", r"three times daily"),
        (r"empty stomach|en ayunas", r"empty stomach"),
        (r"(?:with|before) breakfast", r"breakfast"),
    )
)
_POINTED_DIRECTIONS = re.compile(
    rf"\b(?:the|my)(?: \w+)? (?:bed ?time|night(?:ly|time)?|morning|evening|weekly) {_THING}\b"
    r"(?! ?(?:box|case|planner|organi[sz]er|counter))"
    rf"|\b(?:the|my) (?:\w+ )?{_THING} (?:for|at|in the|with) "
    r"(?:bed|bedtime|night(?:[ -]?time)?|morning|evening|breakfast)\b"
    r"|\b(?:la|el|las|los) (?:pastillas? )?de la (?:noche|manana)\b"
)

_ONLY_TOLD = re.compile(
    r"\b(?:new allerg\w+|allerg\w+ (?:to|on file|list|info\w*)|alergi\w+ (?:al?|nueva)|nueva alergia"
    r"|(?:add|list|update|put down|note|have|got|any|what|which|tengo|que) (?:\w+ ){0,3}(?:allerg(?:y|ies)|alergias?)"
    r"|(?:stopped|quit|not|no longer) (?:taking|using)|dej\w+ de (?:tomar|usar)"
    r"|ya no (?:me )?(?:la |lo )?(?:tomo|uso))\b"
)
"""What a patient tells of an allergy or of a medicine that is no longer taken, which asks for no medicine by itself."""

_BODY_PART = re.compile(r"\b(?:for|para) (?:my|mi|el|la|los|las) (\w+)\b")
_ASKS_FOR_IT = re.compile(
    r"\b(?:re ?fill\w*|renew\w*|re ?order\w*|need|send|more|resurt\w*|surt\w*|necesito|ocupo|quiero|mand\w+)\b"
)
_NOUN_OF_USE = re.compile(r"^(?:pastilla|medicina) (?:para|de) (?:el |la )?| (?:pill|medicine|medication)$")

_POINTER = (
    r"\b(?:[a-z]+'s|my|the|both|her|his|mi|mis|el|la|los|las|del|un|una|otro|otra|another|an?|more)\b(?: \w+){0,2} "
)
_FORMS: tuple[tuple[re.Pattern[str], re.Pattern[str]], ...] = tuple(
    (re.compile(rf"(?P<pointer>{_POINTER})?\b(?:{said})\b"), re.compile(form))
    for said, form in (
        (r"inhalers?|puffers?|inhalador(?:es)?|se inhalan?", r"inhal"),
        (r"(?:nasal|nose|nostril) ?spray|spray|espray|atomizador", r"spray"),
        (r"pens?(?! ?needles?)|plumas?|autoinjectors?", r"\bpen\b|autoinjector"),
        (r"shots?|injections?|injectables?|inyeccion(?:es)?", r"inject|\bpen\b|vial|syringe"),
        (r"creams?|ointments?|crema|pomada|unguento", r"cream|ointment"),
        (r"patch(?:es)?|parches?", r"patch"),
        (r"drops|gotas", r"drops"),
        (r"syrup|liquid|jarabe", r"solution|suspension|syrup|elixir"),
        (r"dissolv\w+|dissolves|melts?|se (?:disuelve|deshace)", r"disintegrating"),
        (r"chewables?|masticables?", r"chewable"),
        (r"capsules?|capsulas?|capsulitas?", r"capsule"),
    )
)


def by_use(
    words: Sequence[str], prescriptions: Sequence[Prescription], uses_of: Callable[[Prescription], frozenset[str]]
) -> tuple[str, ...]:
    """The Rx numbers of the prescriptions whose longest use is said in a text, narrowed by form and directions.

    A use that is one word, such as pain, also means the prescriptions that are for some kind of it.

    Args:
        words: What was said of one medicine, as `text.words_of` gives it.
        prescriptions: The patient's own.
        uses_of: What a prescription is for, as `spoken_use` gives it.
    """
    uses = {item.rx_number: uses_of(item) for item in prescriptions}
    said = _said(words, uses.values())
    known = frozenset().union(*uses.values())
    longest = {
        rx: max((_core(use, known) for use in of if f" {use} " in said), key=len, default="") for rx, of in uses.items()
    }
    best = max(longest.values(), key=len, default="")
    if not best:
        return _narrowed(words, _for_body_part(words, prescriptions))
    fitting = [
        item
        for item in prescriptions
        if len(longest[item.rx_number]) == len(best) or (" " not in best and best in _spoken(item.indication).split())
    ]
    return _narrowed(words, fitting)


def _core(use: str, known: frozenset[str]) -> str:
    """A use without the noun that adds nothing, so that `migraine medicine` counts as `migraine`."""
    core = _NOUN_OF_USE.sub("", use)
    return core if core in known else use


def _for_body_part(words: Sequence[str], prescriptions: Sequence[Prescription]) -> list[Prescription]:
    """Those with the part of the body in their indication that is said: `what I take for my back`."""
    parts = set(map(singular, _BODY_PART.findall(" ".join(words))))
    return [
        item
        for item in prescriptions
        if not parts.isdisjoint((*spoken_use(item.indication).split(), *spoken_use(item.indication_es).split()))
    ]


def by_look(words: Sequence[str], prescriptions: Sequence[Prescription]) -> tuple[str, ...]:
    """The Rx numbers of the prescriptions of the form, strength or directions that words point at."""
    spoken = " ".join(words)
    if _VACCINE.search(spoken):
        return ()
    terse = spoken.count(" ") < _TERSE
    forms = [form for said, form in _FORMS if (found := said.search(spoken)) and (found["pointer"] or terse)]
    strengths = [said.amount for said in strengths_said(words) if said.unit]
    fitting = [
        item
        for item in prescriptions
        if any(form.search(_form_of(item)) for form in forms) or any(_has(item, amount) for amount in strengths)
    ]
    if not fitting and _POINTED_DIRECTIONS.search(spoken):
        fitting = [item for item in prescriptions if _directed(spoken, item)]
    return _narrowed(words, fitting)


def points_at_form(words: Sequence[str]) -> bool:
    """Whether words mean a medicine by its form: `my inhaler`, `the cream`."""
    spoken = " ".join(words)
    return any((found := said.search(spoken)) and found["pointer"] for said, _ in _FORMS)


def means_medicine(words: Sequence[str]) -> bool:
    """Whether a use among words may stand for a medicine: `I have a heart attack` asks for none."""
    return len(words) <= _SHORT or points_at_use(words) or bool(_MEDICINE.search(" ".join(words)))


def is_only_told(words: Sequence[str], text: str) -> bool:
    """Whether words tell an allergy or a medicine given up, in a message that asks for nothing.

    Args:
        words: The words of one part of the message.
        text: The message, plain.
    """
    return bool(_ONLY_TOLD.search(" ".join(words))) and not _ASKS_FOR_IT.search(text)


def points_at_use(words: Sequence[str]) -> bool:
    """Whether words speak of a medicine, and not only of what one is for: `my water pill`, `la de la tiroides`."""
    return bool(_USE_POINTER.search(" ".join(words)))


def singular(word: str) -> str:
    """A word without a plural s, as uses are compared."""
    return word[:-1] if len(word) >= _MIN_PLURAL and word.endswith("s") and not word.endswith("ss") else word


def spoken_use(use: str) -> str:
    """A use as it is compared: plain words without a plural s."""
    return " ".join(map(singular, words_of(use)))


_spoken = spoken_use


def _narrowed(words: Sequence[str], fitting: Sequence[Prescription]) -> tuple[str, ...]:
    """Those of several that also have the form, the strength or the directions that are said."""
    if len(fitting) < 2:
        return tuple(item.rx_number for item in fitting)
    spoken = " ".join(words)
    amounts = [said.amount for said in strengths_said(words) if said.unit]
    forms = [form for said, form in _FORMS if said.search(spoken)]
    tests: tuple[Fits, ...] = (
        lambda item: any(_has(item, amount) for amount in amounts),
        lambda item: any(form.search(_form_of(item)) for form in forms),
        lambda item: _directed(spoken, item),
    )
    for test in tests:
        if len(fitting) > 1:
            fitting = [item for item in fitting if test(item)] or fitting
    return tuple(item.rx_number for item in fitting)


def _form_of(item: Prescription) -> str:
    return f"{item.dosage_form} {item.quantity_unit}"


def _has(item: Prescription, amount: str) -> bool:
    return amount in words_of(item.strength)


def _directed(spoken: str, item: Prescription) -> bool:
    sig = item.sig.lower()
    return any(said.search(spoken) and told.search(sig) for said, told in _DIRECTIONS)


def _said(words: Sequence[str], uses: Iterable[frozenset[str]]) -> str:
    """Words as uses are found in them: without plural s, misspelt words of uses mended, everyday words explained."""
    spoken = " ".join(words)
    words = [singular(word) for word in words]
    known: defaultdict[str, set[str]] = defaultdict(set)
    for word in (word for of in uses for use in of for word in use.split() if len(word) >= _MIN_MISSPELT):
        known[word[0]].add(word)
    mended = [_mended(word, known) for word in words]
    lay = [use for pattern, use in _LAY_USES if pattern.search(spoken)]
    return f" {' | '.join((' '.join(mended), *map(_spoken, lay)))} "


def _mended(word: str, known: Mapping[str, set[str]]) -> str:
    """A misspelt word of a use: `cholestrol`, `presure`; its first letter is right."""
    if len(word) < _MIN_MISSPELT or word in ORDINARY_WORDS:
        return word
    near = (use for use in known.get(word[0], ()) if OSA.distance(word, use, score_cutoff=1) <= 1)
    return next(near, word)
