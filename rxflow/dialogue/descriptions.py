"""Medicines that are meant without a name: by what they are for, and by form, strength or directions."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache

from rapidfuzz.distance import OSA

from rxflow.dialogue.expression import Expression
from rxflow.dialogue.strengths import strengths_said
from rxflow.dialogue.text import holds, words_of
from rxflow.dialogue.vocabulary import ORDINARY_WORDS
from rxflow.domain.prescription import Prescription

Fits = Callable[[Prescription], object]

_MIN_MISSPELT = 6
_MIN_PLURAL = 5
_TERSE = 5
_SHORT = 6
_USES_KEPT = 2048
_VACCINE = Expression(r"\b(?:flu|covid|booster|vaccin\w+|tetanus|shingles)\b")
_LAY_USES = tuple(
    (tuple(marks.split()), Expression(rf"\b(?:{said})\b"), use)
    for marks, said, use in (
        ("pee fluid diuretic", r"pee|peeing|fluid pills?|diuretics?", "water pill"),
        ("happy", r"happy pills?", "depression"),
        ("skinny", r"skinny shots?", "weight loss"),
        ("puffer", r"puffers?", "inhaler"),
        ("bp", r"bp", "blood pressure"),
        ("sleeper", r"sleepers?", "sleep"),
        ("statin", r"statins?", "cholesterol"),
        ("triptan", r"triptans?", "migraine"),
        ("scratch itch", r"scratch|itchy?", "itching"),
        ("pulmon", r"pulmon(?:es)?", "epoc"),
        ("stomach", r"stomach", "acid reflux"),
        ("clot coagul", r"clot(?:s|ting)?|coagul\w+", "blood thinner"),
        (
            "pressure",
            r"(?<!blood )pressure (?:ones?|pills?|tablets?|meds?|medicines?|medication)|for (?:my |the )?pressure",
            "blood pressure",
        ),
        ("atencion", r"atencion", "deficit de atencion"),
    )
)
"""What is said of a use in everyday words, and the words that uses are listed by.

An expression is only tried where one of the marks before it stands, for most messages have none.
"""

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
_USE_POINTER = Expression(
    r"\b(?:my|mi|mis|her|his|the \w+(?: \w+)? (?:ones?|pills?|meds?|medicines?)"
    r"|(?:la|el|las|los|lo) (?:\w+ )?(?:de|para|del)"
    r"|(?:pills?|meds?|medicines?|ones?|something|medicinas?|pastillas?) (?:for|para)"
    rf"|(?:the|an?|another|el|la|un|[a-z]+'s) {_KIND}|{_BY_EFFECT}"
    rf"|(?:queda\w*|tom\w+|olvid\w+|resurt\w+|acab\w+|termin\w+|falt\w+)(?: \w+){{0,2}} (?:de )?(?:la|el|del) {_ILL})\b"
)
_THING = r"(?:ones?|pills?|tablets?|caps(?:ules?)?|meds?|medicines?|shots?|pastillas?|tabletas?|medicinas?|capsulas?)"
_MEDICINE = Expression(rf"\b(?:that|those|blood thinner|anticoagulante|{_THING[3:-1]})\b")
_DIRECTIONS = tuple(
    (Expression(rf"\b(?:{said})\b"), Expression(sig))
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
_POINTED_DIRECTIONS = Expression(
    rf"\b(?:the|my)(?: \w+)? (?:bed ?time|night(?:ly|time)?|morning|evening|weekly) {_THING}\b"
    r"(?! ?(?:box|case|planner|organi[sz]er|counter))"
    rf"|\b(?:the|my) (?:\w+ )?{_THING} (?:for|at|in the|with) "
    r"(?:bed|bedtime|night(?:[ -]?time)?|morning|evening|breakfast)\b"
    r"|\b(?:la|el|las|los) (?:pastillas? )?de la (?:noche|manana)\b"
)

_ONLY_TOLD = Expression(
    r"\b(?:new allerg\w+|allerg\w+ (?:to|on file|list|info\w*)|alergi\w+ (?:al?|nueva)|nueva alergia"
    r"|(?:add|list|update|put down|note|have|got|any|what|which|tengo|que) (?:\w+ ){0,3}(?:allerg(?:y|ies)|alergias?)"
    r"|(?:stopped|quit|not|no longer) (?:taking|using)|dej\w+ de (?:tomar|usar)"
    r"|ya no (?:me )?(?:la |lo )?(?:tomo|uso))\b"
)
"""What a patient tells of an allergy or of a medicine that is no longer taken, which asks for no medicine by itself."""

_OF_VACCINES = ("flu", "covid", "booster", "vaccin", "tetanus", "shingles")
_OF_DIRECTIONS = ("bed", "night", "morning", "evening", "weekly", "breakfast", "noche", "manana")
_OF_TELLING = ("allerg", "alergi", "taking", "using", "dej", "ya no")
"""The marks without which these expressions are not met."""

_BODY_PART = Expression(r"\b(?:for|para) (?:my|mi|el|la|los|las) (\w+)\b")
_ASKS_FOR_IT = Expression(
    r"\b(?:re ?fill\w*|renew\w*|re ?order\w*|need|send|more|resurt\w*|surt\w*|necesito|ocupo|quiero|mand\w+)\b"
)
_NOUN_OF_USE = Expression(r"^(?:pastilla|medicina) (?:para|de) (?:el |la )?| (?:pill|medicine|medication)$")

_POINTER = (
    r"\b(?:[a-z]+'s|my|the|both|her|his|mi|mis|el|la|los|las|del|un|una|otro|otra|another|an?|more)\b(?: \w+){0,2} "
)
_FORMS = tuple(
    (tuple(marks.split()), Expression(rf"(?P<pointer>{_POINTER})?\b(?:{said})\b"), Expression(form))
    for marks, said, form in (
        ("inhal puffer", r"inhalers?|puffers?|inhalador(?:es)?|se inhalan?", r"inhal"),
        ("spray atomizador", r"(?:nasal|nose|nostril) ?spray|spray|espray|atomizador", r"spray"),
        ("pen pluma autoinjector", r"pens?(?! ?needles?)|plumas?|autoinjectors?", r"\bpen\b|autoinjector"),
        ("shot inject inyec", r"shots?|injections?|injectables?|inyeccion(?:es)?", r"inject|\bpen\b|vial|syringe"),
        ("cream ointment crema pomada unguento", r"creams?|ointments?|crema|pomada|unguento", r"cream|ointment"),
        ("patch parche", r"patch(?:es)?|parches?", r"patch"),
        ("drops gotas", r"drops|gotas", r"drops"),
        ("syrup liquid jarabe", r"syrup|liquid|jarabe", r"solution|suspension|syrup|elixir"),
        (
            "dissolv melt disuelve deshace",
            r"dissolv\w+|dissolves|melts?|se (?:disuelve|deshace)",
            r"disintegrating",
        ),
        ("chewable masticable", r"chewables?|masticables?", r"chewable"),
        ("capsul", r"capsules?|capsulas?|capsulitas?", r"capsule"),
    )
)
"""How forms are said, each with the marks without which it is not, and how they stand on labels."""


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
    known, by_letter = _words_of_uses(tuple(uses.values()))
    said = _said(words, by_letter)
    longest = {
        rx: max((_core(use, known) for use in of if use in said and f" {use} " in said), key=len, default="")
        for rx, of in uses.items()
    }
    best = max(longest.values(), key=len, default="")
    if not best:
        return _narrowed(words, _for_body_part(words, prescriptions))
    fitting = [
        item
        for item in prescriptions
        if len(longest[item.rx_number]) == len(best)
        or (" " not in best and best in spoken_use(item.indication).split())
    ]
    return _narrowed(words, fitting)


def _core(use: str, known: frozenset[str]) -> str:
    """A use without the noun that adds nothing, so that `migraine medicine` counts as `migraine`."""
    core = _NOUN_OF_USE.sub("", use)
    return core if core in known else use


def _for_body_part(words: Sequence[str], prescriptions: Sequence[Prescription]) -> list[Prescription]:
    """Those with the part of the body in their indication that is said: `what I take for my back`."""
    parts = set(map(singular, _BODY_PART.findall(" ".join(words))))
    if not parts:
        return []
    return [
        item
        for item in prescriptions
        if not parts.isdisjoint((*spoken_use(item.indication).split(), *spoken_use(item.indication_es).split()))
    ]


def by_look(words: Sequence[str], prescriptions: Sequence[Prescription]) -> tuple[str, ...]:
    """The Rx numbers of the prescriptions of the form, strength or directions that words point at."""
    spoken = " ".join(words)
    if holds(spoken, _OF_VACCINES) and _VACCINE.search(spoken):
        return ()
    terse = spoken.count(" ") < _TERSE
    forms = [form for pointed, form in _forms_said(spoken) if pointed or terse]
    strengths = [said.amount for said in strengths_said(words) if said.unit]
    fitting = [
        item
        for item in prescriptions
        if any(form.search(_form_of(item)) for form in forms) or any(_has(item, amount) for amount in strengths)
    ]
    if not fitting and holds(spoken, _OF_DIRECTIONS) and _POINTED_DIRECTIONS.search(spoken):
        fitting = [item for item in prescriptions if _directed(spoken, item)]
    return _narrowed(words, fitting)


def points_at_form(words: Sequence[str]) -> bool:
    """Whether words mean a medicine by its form: `my inhaler`, `the cream`."""
    return any(pointed for pointed, _ in _forms_said(" ".join(words)))


def _forms_said(spoken: str) -> Iterator[tuple[bool, Expression]]:
    """The forms that are said, each with whether it is pointed at, and how it stands on a label."""
    for marks, said, form in _FORMS:
        if holds(spoken, marks) and (found := said.search(spoken)):
            yield bool(found["pointer"]), form


def means_medicine(words: Sequence[str]) -> bool:
    """Whether a use among words may stand for a medicine: `I have a heart attack` asks for none."""
    return len(words) <= _SHORT or points_at_use(words) or bool(_MEDICINE.search(" ".join(words)))


def is_only_told(words: Sequence[str], text: str) -> bool:
    """Whether words tell an allergy or a medicine given up, in a message that asks for nothing.

    Args:
        words: The words of one part of the message.
        text: The message, plain.
    """
    spoken = " ".join(words)
    return holds(spoken, _OF_TELLING) and bool(_ONLY_TOLD.search(spoken)) and not _ASKS_FOR_IT.search(text)


def points_at_use(words: Sequence[str]) -> bool:
    """Whether words speak of a medicine, and not only of what one is for: `my water pill`, `la de la tiroides`."""
    return bool(_USE_POINTER.search(" ".join(words)))


def singular(word: str) -> str:
    """A word without a plural s, as uses are compared."""
    return word[:-1] if len(word) >= _MIN_PLURAL and word.endswith("s") and not word.endswith("ss") else word


@lru_cache(_USES_KEPT)
def spoken_use(use: str) -> str:
    """A use as it is compared: plain words without a plural s; uses are those of the data, and few."""
    return " ".join(map(singular, words_of(use)))


def _narrowed(words: Sequence[str], fitting: Sequence[Prescription]) -> tuple[str, ...]:
    """Those of several that also have the form, the strength or the directions that are said."""
    if len(fitting) < 2:
        return tuple(item.rx_number for item in fitting)
    spoken = " ".join(words)
    amounts = [said.amount for said in strengths_said(words) if said.unit]
    forms = [form for _, form in _forms_said(spoken)]
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


@lru_cache(_USES_KEPT)
def _words_of_uses(uses: tuple[frozenset[str], ...]) -> tuple[frozenset[str], Mapping[str, Sequence[str]]]:
    """All of some uses, and their longer words by their first letter."""
    known = frozenset().union(*uses)
    by_letter: defaultdict[str, list[str]] = defaultdict(list)
    for word in sorted({word for use in known for word in use.split() if len(word) >= _MIN_MISSPELT}):
        by_letter[word[0]].append(word)
    return known, by_letter


def _said(words: Sequence[str], known: Mapping[str, Sequence[str]]) -> str:
    """Words as uses are found in them: without plural s, misspelt words of uses mended, everyday words explained."""
    spoken = " ".join(words)
    mended = [_mended(singular(word), known) for word in words]
    lay = [use for marks, pattern, use in _LAY_USES if holds(spoken, marks) and pattern.search(spoken)]
    return f" {' | '.join((' '.join(mended), *map(spoken_use, lay)))} "


def _mended(word: str, known: Mapping[str, Sequence[str]]) -> str:
    """A misspelt word of a use: `cholestrol`, `presure`; its first letter is right."""
    if len(word) < _MIN_MISSPELT or word in ORDINARY_WORDS:
        return word
    listed = known.get(word[0], ())
    # `infection` is right where the Spanish `infeccion` is listed too.
    if word in listed:
        return word
    return next((use for use in listed if OSA.distance(word, use, score_cutoff=1) <= 1), word)
