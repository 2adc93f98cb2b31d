"""How patients report a pregnancy, an allergy, a side effect, a medicine or missed doses: word lists and frames.

A frame is an expression in which `<NAME>` stands for a word list below; `<I>`, `<ME>` and the like depend on who is
the patient. Text is matched in lower case, without accents and with its contractions written out.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, cached_property
from itertools import chain

from rxflow.dialogue.anchored import Anchored, AnchoredText
from rxflow.dialogue.anchors import Anchor, AnchorReader
from rxflow.dialogue.expression import Expression
from rxflow.domain.report import ReportKind


class Reading(StrEnum):
    """Where a frame says its subject, and what it must be."""

    NONE = "none"
    SUBSTANCE = "substance"
    AVOIDED = "avoided"
    MEDICINE = "medicine"
    NAMED = "named medicine"
    MEDICINE_OR_IT = "medicine or it"
    BEFORE = "before"


@dataclass(frozen=True, slots=True)
class Frame:
    """One way of reporting; the group `of` or `of2` holds the words of the subject.

    `start` stands for an unsaid `I`, `sure` for what is a fact even inside a question, `past` for what may be over.
    """

    kind: ReportKind
    reading: Reading
    pattern: Expression
    spanish: bool = False


_CHILD = (
    r"(?:son|daughter|child|kid|baby|infant|toddler|teen|teenager|boy|girl|little one|newborn|[a-z0-9]+[- ]year[- ]old)"
)
_ADULT_WORDS = {
    "I": r"(?:i|we)",
    "AM": r"(?:i am|we are)",
    "HAVE": r"(?:i have|we have)",
    "HAD": r"(?:i |(?P<start>^|[,:(] ?|(?<![a-z])(?:and|but|also|btw|hi|hello|hey) ))(?:once |previously |always |actually |recently |already |just )?(?:have |have got |had |get |got |developed |am having |have had |have been having |now have |have now |also have |do have )",
    "ME": r"me",
    "MY": r"(?:my|our)",
    "SOY": r"soy",
    "ESTOY": r"(?:estoy|estamos|ando|sigo)",
    "ESTE": r"este",
    "TENGO": r"(?:tengo|padezco(?: de)?|sufro(?: de)?|tuve|me dio|me diagnosticaron|me detectaron|desarrolle)",
    "PUEDO": r"(?:puedo|debo)",
    "TOMO": r"(?:tomo|uso(?! de\b)|utilizo|consumo|me tomo|me pongo|me inyecto|me aplico)",
    "TOMANDO": r"(?:estoy|ando|sigo|he estado) (?:tomando|usando|inyectandome)",
    "EMPECE": r"(?:empece|comence|inicie|he empezado|he comenzado|acabo de empezar|acabo de comenzar)",
    "COMPRE": r"(?:compre|me compre)",
    "LE": r"me",
    "BAREIS": r"",
    "BARETAKES": r"(?!)",
    "GIVE": r"(?!)",
    "GAVE": r"(?:i|we)",
    "LLEVO": r"(?:llevo|tengo|voy para|estuve|pase|he estado|he pasado|ya voy|duro|dure)",
    "HE": r"he",
    "TOME": r"(?:tome|use|me tome|me puse|empece|tomo|uso|comence|inicie|me tomo)",
    "DEJE": r"deje",
    "SIENTO": r"(?:tengo|tuve|siento|me siento|me senti|traigo|amaneci|estoy|ando|me da|me dan|me dio|me dieron|he tenido|me ha dado|me pongo|me puse|amanezco)",
}
_THE_CHILD = rf"(?:(?:my|our) (?:[a-z0-9]+ ){{0,2}}{_CHILD}(?: (?!is\b|has\b)[a-z]+)?|she|he|they)"
_CHILD_WORDS = _ADULT_WORDS | {
    "I": _THE_CHILD,
    "AM": rf"(?:{_THE_CHILD} (?:is|are))",
    "HAVE": rf"(?:{_THE_CHILD} (?:has|have))",
    "HAD": rf"{_THE_CHILD} (?:once |previously |always |actually |recently |already |just )?(?:have |has |had |gets? |got |developed |is having |has had |now has |also has )",
    "ME": rf"(?:her|him|them|us|(?:my|our) (?:[a-z0-9]+ ){{0,2}}{_CHILD})",
    "MY": rf"(?:his|her|their|(?:my|our) (?:[a-z0-9]+ ){{0,2}}{_CHILD}(?:'?s)?)",
    "SOY": r"es",
    "ESTOY": r"(?:esta|anda|sigue)",
    "TENGO": r"(?:tiene|padece(?: de)?|sufre(?: de)?|tuvo|le dio|le diagnosticaron|le detectaron|desarrollo)",
    "PUEDO": r"(?:puede|debe)",
    "TOMO": r"(?:toma|usa(?! de\b)|utiliza|consume|se toma|se pone|se inyecta|le (?:doy|damos|pongo|aplico))",
    "TOMANDO": r"(?:esta|anda|sigue|ha estado) (?:tomando|usando)",
    "EMPECE": r"(?:empezo|comenzo|inicio|ha empezado|ha comenzado|acaba de empezar|acaba de comenzar)",
    "COMPRE": r"(?:le compr[eo]|le compramos)",
    "LE": r"les?",
    "GAVE": rf"(?:i|we|{_THE_CHILD})",
    "BAREIS": r"(?:is |has been )?",
    "BARETAKES": r"(?:takes|uses|is (?:on|taking|using))",
    "GIVE": rf"(?:i|we) (?:\w+ )?(?:give|are giving|am giving|started giving) (?:her|him|them|(?:my|our) (?:[a-z0-9]+ ){{0,2}}{_CHILD})",
    "LLEVO": r"(?:lleva|tiene|va para|estuvo|paso|ha estado|ha pasado|ya va)",
    "HE": r"ha",
    "TOME": r"(?:tom[oa]|us[oa]|se tom[oa]|le (?:di|doy|dimos|damos)|empezo|comenzo|inicio)",
    "DEJE": r"dejo",
    "SIENTO": (
        r"(?:trae|amanecio|tiene|tuvo|siente|se siente|esta|anda|le (?:da|dan|dio|dieron)|ha tenido|le ha dado|se (?:pone|puso)|amanece)"
    ),
}
_GUARDIAN_WORDS = {
    "I": rf"(?:i|we|{_THE_CHILD})",
    "AM": rf"(?:i am|we are|{_THE_CHILD} (?:is|are))",
    "HAVE": rf"(?:i have|we have|{_THE_CHILD} (?:has|have))",
    "MY": rf"(?:his|her|their|(?:my|our) (?:[a-z0-9]+ ){{0,2}}{_CHILD}(?:'?s)?)",
    "LE": r"(?:nos|les?)",
    "LLEVO": r"(?:llev[oa]|llevamos|tiene|va para|estuvo|paso|ha estado|ha pasado|ya va)",
}
"""Missed doses of a child are also told as the guardian's: `we ran out of her inhaler`."""

_DRUG_LIKE = (
    r"[a-z]{3,}(?:pril|sartan|olol|statina?|cillin|cilina|m[yi]cina?|codona?e?|azole?|formina?|oxetina?e?|triptilina|triptyline|c[yi]clina?e?|"
    r"floxacin[oa]?|gliptina?|gliflozina?|glutida?e?|azepam|azolam|dipin[oa]?e?|parin[ao]?|farin[ao]?|profen[oa]?|setrona?|tidina?e?|"
    r"thyroxine?|tiroxina|thiazide|tiazida)"
)

MEDICINE_NOUN = (
    rf"(?:{_DRUG_LIKE}|"
    r"pills?|tablets?|capsules?|medicines?|medications?|meds?|drugs?|antibiotics?|supplements?|vitamins?|inhalers?|"
    r"insulins?|shots?|injections?|patch(?:es)?|creams?|ointments?|drops|syrup|sprays?|blood thinners?|birth control|"
    r"painkillers?|steroids?|antidepressants?|statins?|st\.? ?john'?s? wort|saint john'?s wort|fish oil|omega[- ]?3s?|"
    r"turmeric|curcumin|ginkgo(?: biloba)?|ginseng|garlic pills|echinacea|ashwagandha|valerian|kava|cbd(?: oil)?|"
    r"kratom|herbal \w+|herbs|nsaids?|opioids?|sulfas?|penicillins?|codeine|multivitamins?|probiotics?|iron|calcium|"
    r"zinc|magnesium|potassium|vitamin [a-k]\d*|antacids?|tums|nyquil|dayquil|pepto(?: bismol)?|robitussin|"
    r"cold medicine|chemo(?:therapy)?|antihistamines?|laxatives?|diuretics?|beta blockers?|ace inhibitors?|biotin|"
    r"amphetamines?|buprenorphine|carbidopa|levodopa|tenofovir|emtricitabine|mycophenolate|sacubitril|salmeterol|trimethoprim|"
    r"valproic acid|triamterene|drospirenone|ethinyl \w+|ferrous \w+|folic acid|thyroid (?:pills?|medicine)|caffeine pills|"
    r"buprenorfina|anfetaminas?|acido folico|acido valproico|"
    r"red yeast rice|berberine|elderberry|coq10|doses?|"
    r"pastillas?|pildoras?|tabletas?|capsulas?|medicinas?|medicamentos?|antibioticos?|suplementos?|vitaminas?|"
    r"inhalador(?:es)?|insulinas?|inyeccion(?:es)?|parches?|cremas?|pomadas?|gotas|jarabes?|anticoagulantes?|"
    r"anticonceptiv[oa]s?|esteroides?|antidepresivos?|estatinas?|hierba de san juan|aceite de pescado|curcuma|"
    r"gingko|ajo|valeriana|hierbas|te de \w+|penicilinas?|codeina|multivitaminicos?|probioticos?|hierro|calcio|"
    r"potasio|magnesio|antiacidos?|remedios?|diureticos?|litio|tratamiento|quimioterapia|dosis)"
)

_SYMPTOM_NOUN = (
    r"(?:angio-?edema|rash(?:es)?|hives|welts|bumps|blisters|itch(?:ing|iness|es)?|swelling|cough(?:ing)?|nausea|vomiting|diarrhea|diarrhoea|"
    r"the runs|constipation|heartburn|(?:acid )?reflux|(?:stomach|belly|tummy|muscle|joint|leg|back|body|abdominal|chest) "
    r"(?:aches?|pains?|cramps?|upset|issues|problems|trouble)|stomachaches?|upset stomach|cramps|cramping|"
    r"(?:bad |splitting )?(?:headaches?|head aches?|migraines?)|dizziness|dizzy spells?|vertigo|drowsiness|sleepiness|fatigue|"
    r"insomnia|nightmares|bad dreams|vivid dreams|weird dreams|palpitations|heart palpitations|tremors?|shakes|the shakes|jitters|"
    r"anxiety|panic attacks|mood swings|brain fog|blurr(?:y|ed) vision|dry mouth|dry cough|weight gain|hot flashes|chills|"
    r"sweats|night sweats|hair loss|gas|bloating|burning|numbness|tingling|weakness|side effects?|bruis(?:es|ing)|"
    r"nose ?bleeds?|bleeding|ringing in my ears|metallic taste|bad taste|yeast infections?|low blood sugars?|"
    r"suicidal thoughts|seizures?|fever|breathing (?:problems|trouble)|trouble (?:breathing|sleeping|swallowing)|"
    r"muscle weakness|joint pain|sore muscles|sore throat|spots|redness|mouth sores|ulcers?|"
    r"low blood pressure|(?:high|low) (?:blood )?sugars?|loss of appetite|no appetite|acne|erectile dysfunction|runny nose|stuffy nose|(?:pain|aches?|cramps?) (?:in|on) (?:my|his|her) \w+|(?:bad |terrible |weird )?reactions?)"
)
_SYMPTOM_ADJECTIVE = (
    r"(?:dizzy|light ?headed|woozy|faint|nauseous|nauseated|queasy|sick|ill|drowsy|sleepy|groggy|foggy|tired|exhausted|"
    r"fatigued|weak|shaky|jittery|anxious|nervous|depressed|irritable|moody|confused|itchy|swollen|bloated|constipated|"
    r"gassy|short of breath|numb|tingly|unsteady|off balance|suicidal|hyper|wired|restless|awful|terrible|horrible|"
    r"weird|funny|lousy|crappy|loopy|spacey|flushed|like a zombie|worse|miserable|hungry|thirsty|forgetful|winded|breathless|congested|really bad|feverish|sweaty)"
)
_SYMPTOM_VERB = (
    r"(?:coughs?|itch(?:es)?|vomits?|throws? up|swells?(?: up)?|faints?|pass out|break out|breaks out|bruises?|bleeds?|"
    r"sweats?|shakes?|gains? weight|lose (?:my )?hair|puke|wheezes?|gag)"
)
_SYMPTOM_PAST = (
    r"(?:lost (?:my |all )?(?:appetite|weight|hair)|can not sleep|could not sleep|can hardly sleep|have no (?:energy|appetite)|threw up|thrown up|vomited|puked|broke out|broken out|swelled(?: up)?|swollen up|itched|coughed|fainted|passed out|"
    r"gained weight|gained \w+ pounds|bruised|(?:got|gotten|felt|been feeling|was|been|gets?|feels?) (?:\w+ ){0,2}?"
    rf"{_SYMPTOM_ADJECTIVE}|(?:got|developed|had|gotten|gets?) (?:\w+ ){{0,3}}?{_SYMPTOM_NOUN})"
)
_STATE = (
    r"(?:swell\w*|swollen|hurt\w*|ach\w+|itch\w*|burn\w*|cramp\w*|sore|numb|tingl\w+|racing|races|upset|dry|broke out|"
    r"breaking out|break out|red|worse|weak|spinning|spins|pounding|pounds|falling out|fall out|weird|funny|strange|"
    r"tight|tighten\w*|puff\w*|puffy|blurry|clos(?:ed?|es|ing)(?: up)?|blew up|killing me)"
)
_BODY = (
    r"(?:face|lips?|tongue|throat|eyes?|hands?|feet|foot|ankles?|legs?|arms?|skin|stomach|tummy|belly|chest|head|muscles?|"
    r"joints?|back|heart|mouth|knees?|body|fingers|hair|neck|ears?)"
)
_SINTOMA = (
    r"(?:angioedema|ronchas?|urticaria|sarpullidos?|salpullidos?|erupcion(?:es)?|granos|manchas|picazon|comezon|picor|hinchazon|tos|nauseas?|vomitos?|"
    r"diarreas?|estrenimiento|acidez|agruras|reflujo|gastritis|dolor(?:es)? (?:de|en|muscular(?:es)?)(?: (?:la|el|los|las|mi|mis))?(?: \w+)?|mareos?|vertigos?|"
    r"sueno|somnolencia|cansancio|fatiga|insomnio|pesadillas|palpitaciones|taquicardia|temblor(?:es)?|ansiedad|"
    r"resequedad|boca seca|calambres|escalofrios|sudor(?:es)?|gases|inflamacion|ardor|hormigueo|debilidad|"
    r"efectos? (?:secundarios?|adversos?)|moretones|sangrado|fiebre|asco|ganas de vomitar|migranas?|jaquecas?|depresion|"
    r"(?:mala |una )?reaccion(?:es)?(?! alergica)|falta de aire|vision borrosa|zumbido|bochornos|flojera|mal estomago)"
)
_SINTOMA_ADJETIVO = (
    r"(?:maread[oa]|cansad[oa]|debil|hinchad[oa]s?|con (?:mucha |mucho |un |una |unas |algo de )?(?:nauseas|sueno|tos|vomito|diarrea|ronchas|"
    r"comezon|mareos?|insomnio|fiebre|dolor\w*)|estrenid[oa]|nervios[oa]|ansios[oa]|deprimid[oa]|somnolient[oa]|"
    r"enferm[oa]|brotad[oa]|mal(?: del estomago)?|peor|confundid[oa]|temblando|vomitando|tosiendo)"
)
_CUERPO = r"(?:cara|labios?|lengua|garganta|ojos?|manos?|pies|tobillos?|piernas?|brazos?|piel|estomago|pecho|cabeza|cuerpo|musculos?|boca|panza|barriga)"

_NUMBER = (
    r"(?:[3-9]|[1-9]\d{1,2}|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fourteen|fifteen|twenty|thirty|"
    r"several|a few|few|many|a lot of)"
)
_ANY_NUMBER = r"(?:\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|several|a few|few|many|a couple(?: of)?|couple(?: of)?)"
_LONG = (
    r"(?:(?:over|more than|almost|nearly|about|around|like|at least|maybe|a good|the (?:past|last)|past|last|going on|roughly|"
    rf"for|close to|well over|now) ){{0,3}}(?:{_NUMBER}(?: ?(?:-|to|or) ?\w+)?(?: (?:whole|full|straight|solid|entire))? (?:days?|doses)|"
    rf"{_ANY_NUMBER}(?: ?(?:-|to|or) ?\w+)?(?: (?:whole|full|straight|solid|entire|good))? (?:weeks?|months?|fortnight)|"
    r"(?:72|96|120) ?(?:hours|hrs)|(?<!two )(?<!2 )(?<!of )(?<!couple )(?<!one )(?<!1 )days|weeks|months|(?:all|this whole|the whole|the entire) week|a (?:long )?while|ages|a long time|"
    r"(?:3|4|5|6|7|10|14)d|(?:a )?half a (?:week|month)|week|month)\b"
)
_SINCE = (
    r"(?:last (?:week|month|year|monday|tuesday|wednesday|thursday|friday|saturday|sunday|weekend)|"
    r"(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)|the (?:weekend|beginning|start|end) ?(?:of)?|"
    r"before|january|february|march|april|may|june|july|august|september|october|november|december|christmas|thanksgiving|"
    r"new year'?s?|easter|spring|summer|winter|fall)\b"
)
_NUMERO = r"(?:[3-9]|[1-9]\d{1,2}|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce|quince|veinte|treinta|varios|algunos|muchos|unos)"
_CUALQUIER = (
    r"(?:\d{1,3}|una?|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|varias|varios|algunas|muchas|unas|un par de)"
)
_LARGO = (
    r"(?:(?:mas de|casi|como|alrededor de|por lo menos|al menos|unos|aproximadamente|cerca de|ya|los ultimos|las ultimas|la ultima) ){0,3}"
    rf"(?:{_NUMERO}(?: (?:o|a|y) \w+)?(?: \w+)?? dias?|{_CUALQUIER}(?: (?:o|a|y) \w+)? (?:semanas?|mes(?:es)?|quincenas?)|"
    r"(?<!dos )(?<!2 )(?<!un )(?<!1 )(?<!de )dias|semanas|meses|(?:toda )?(?:la|esta|una) semana(?: entera| completa)?|mucho tiempo|un (?:buen )?rato|72 horas|semana)\b"
)
_DESDE = (
    r"(?:(?:el|este) (?:lunes|martes|miercoles|jueves|viernes|sabado|domingo|fin de semana|mes)|la semana pasada|el mes pasado|"
    r"enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre|navidad|ano nuevo)\b"
)

_SHARED_WORDS = {
    "START": r"(?P<start>^|[,:(-] ?|\b(?:and|but|also|so|btw|because|now|hi|hello|hey|fyi|just|y|pero|hola|oiga|porque|ademas)[ ,]+)",
    "ADV": (
        r"(?:(?:currently|now|also|about|almost|around|over|like|very|newly|likely|probably|possibly|maybe|actually|still|so|just|"
        r"already|only|really|definitely|recently|\w+ (?:and a half )?(?:weeks?|months?|wks?|mos?)|at least|pretty sure|"
        r"(?:highly|severely|deathly|very|extremely|mildly|slightly|terribly|badly|super|quite|a bit|a little|both|apparently|"
        r"un poco|muy|bastante|tambien|ahora|ya|todavia|aun|actualmente|casi|como|apenas|solo|recien|posiblemente|"
        r"probablemente|gravemente|severamente|super|algo)) ){0,4}"
    ),
    "ADJ": r"(?:(?:very|severe|serious|bad|mild|new|known|terrible|strong|slight|possible|drug|food|nueva?|fuerte|grave|severa|leve|gran|terrible|muy) ){0,3}",
    "OF": r"(?P<of>[^.;!?\n]{1,90})",
    "MED": r"(?P<of>[^.;!?\n,]{1,60}?)",
    "MED2": r"(?P<of2>[^.;!?\n,]{1,60}?)",
    "FILL": r"(?:[a-z']+ ){0,4}?",
    "FREQ": (
        r"(?:(?:do|also|only|just|still|currently|usually|always|sometimes|often|occasionally|already|regularly|mostly|"
        r"normally|now|have to|must|had to|mainly|both|really|actually|recently|typically|generally|already) ){0,3}"
    ),
    "DOCTOR": (
        r"(?:they|(?:(?:my|the|our|an?|his|her|their|another|other) )+(?:[a-z]+ ){0,2}?(?:doctors?|doc|dr|pcp|[a-z]+ologist|[a-z]+iatrist|"
        r"[a-z]+ician|nurse(?: practitioner)?|clinic|hospital|er|emergency room|urgent care|surgeon|specialist|provider|"
        r"dentist|va|midwife|np|ob|obgyn|gp)(?: (?!never\b|not\b)[a-z]+)??|doctor [a-z]+)"
    ),
    "DRINK": r"(?:alcohol|beers?|wine|liquor|whiske?y|vodka|tequila|grapefruits?(?: juice)?)",
    "BEBIDA": r"(?:alcohol|cervezas?|vino|licor|tequila|toronjas?|pomelos?)",
    "SIEMPRE": r"(?:(?:siempre|solo|nomas|solamente|a veces|diario|diariamente|actualmente) )",
    "TOMEAYER": r"(?:hoy|ayer|anoche|esta manana|hace un rato) (?:me )?tom[eo]",
    "NOUN": _SYMPTOM_NOUN,
    "ADJECTIVE": _SYMPTOM_ADJECTIVE,
    "VERB": _SYMPTOM_VERB,
    "PAST": _SYMPTOM_PAST,
    "BODY": _BODY,
    "STATE": _STATE,
    "SINTOMA": _SINTOMA,
    "ADJETIVO": _SINTOMA_ADJETIVO,
    "CUERPO": _CUERPO,
    "LONG": rf"(?:{_LONG})",
    "SINCE": rf"(?:since {_SINCE}|since (?:about |around |like )?{_LONG} ago|(?:in|for|over|within|during) {_LONG}|{_LONG})",
    "LARGO": rf"(?:{_LARGO})",
    "DESDE": rf"(?:desde {_DESDE}|(?:en|por|durante|desde hace|hace|desde) {_LARGO}|{_LARGO})",
    "TAKE": (
        r"(?:i )?(?:(?:first |just |have |had |last )?(?:started|start|began|begin|begun|take|takes|taking|took|taken|use|using|used|been on|been taking|"
        r"went on|got on|switched to|am on|was on|inject|injected|starting|gave (?:her|him)|give (?:her|him)|swallow(?:ed)?|had|increased)"
        r"(?: (?:taking|using|on|back on|with|to take))?)"
    ),
}
_NOT_MEDICINE = (
    r"(?! (?:medic\w+|meds?|pills?|tablets?|shots?|drops|spray|season|cream|relief|eye|nasal|test\w*|doctor|forecast))"
)

_K, _R = ReportKind, Reading
_BABY = r"(?:a |an |our |my |another |the )?(?:first |second |third |little )?(?:baby|child|twins|boy|girl|babies)"

_ENGLISH: tuple[tuple[ReportKind, Reading, tuple[str, ...]], ...] = (
    (
        _K.PREGNANCY,
        _R.NONE,
        (
            r"<AM> <ADV>(?:pregnant|preggo|preggers|prego|with child|knocked up)\b",
            r"<START><ADV>pregnant(?: with \w+)?(?: and| so|,|$| (?:here|now|need|please))",
            r"<I> (?:might|may|could|must|can|think) (?:\w+ )?(?:be|have (?:gotten|become)) <ADV>pregnant\b",
            r"<I> (?:just |recently |have )?(?:got|gotten|became|become|fell) pregnant\b",
            r"(?:trying|hoping|planning|want|wanting|working on|looking|attempting) (?:to |for |on )?(?:get |getting |become |becoming |be |having |have )?(?:pregnant\b|a pregnancy\b|conceiv\w+|a baby\b|another baby\b)",
            r"\bttc\b",
            rf"<AM> <ADV>expecting(?= {_BABY}| (?:in|this|next|at|for|and|so|now)\b|,|$)",
            r"<AM> <ADV>(?:\w+ )(?:weeks|months|wks) (?:along|gestation)\b",
            r"<AM> <ADV>\w+ (?:weeks|wks|months)(?: now)?(?= and\b|,|$)",
            r"<AM> <ADV>(?:in (?:my|the) )?(?:first|second|third|1st|2nd|3rd) trimester\b",
            rf"{_BABY} on the way\b",
            r"\bpositive (?:\w+ ){0,4}?pregnancy test\b",
            r"<I> (?:have )?missed my period\b",
            r"\bmy period is (?:\w+ ){0,3}late\b",
            r"<AM> (?:doing|going through|starting|undergoing|having) (?:ivf|fertility treatments?)\b",
            rf"<AM> (?:having|carrying) {_BABY}",
            r"\bmy pregnancy is\b",
            r"\bpregnancy test(?: [a-z']+){0,6} positive\b",
            r"(?:\blate\b|\bperiod\b)[^.;!?]{0,60}\btest\b[^.;!?]{0,30}\bpositive\b",
            r"\btested positive for pregnancy\b",
            r"\b(?:because of|for|due to|with|about) my (?:\w+ )?pregnancy\b",
            r"\bmy due date is\b",
        ),
    ),
    (
        _K.BREASTFEEDING,
        _R.NONE,
        (
            r"<AM> <ADV>(?:breast[- ]?feeding|lactating|chest[- ]?feeding|exclusively pumping|pumping(?= (?:breast ?)?milk| for (?:my|the|our)))\b",
            r"<START>(?:still |currently |also )?breast[- ]?feeding(?= (?:my|our|a|the|mom|mother|right|now|and|so|need|his|her|\d)|,|$)",
            r"<HAVE> (?:\w+ )?been <ADV>(?:breast[- ]?feeding|nursing (?:my|our|a|the) (?:\w+ ){0,2}?(?:baby|newborn|infant|son|daughter|little))",
            r"<AM> <ADV>nursing(?= (?:my|our|a|the|his|her) (?:\w+ ){0,4}?(?:baby|newborn|infant|son|daughter|little one|twins|old|child|toddler)| (?:right|now|and|so|him|her|too|again|at the moment)\b|,|$)",
            r"<AM> a <ADV>(?:nursing|breast[- ]?feeding) (?:mom|mother|mama|parent|woman)\b",
            r"<I> (?:still |also |currently )?(?:breast[- ]?feed|nurse)(?= (?:my|our|him|her|the|a|and|at)|,|$)",
            r"<I> (?:still |also |currently )?pump(?= (?:breast ?)?milk| for (?:my|our|the) baby)",
            r"\b(?:my|our) (?:\w+ ){0,2}(?:baby|newborn|son|daughter|infant) (?:is (?:\w+ )?(?:breast[- ]?fed|nursing|breast[- ]?feeding)|nurses|breast[- ]?feeds)\b",
        ),
    ),
    (
        _K.ALLERGY,
        _R.SUBSTANCE,
        (
            r"<AM> <ADV>allergic to <OF>",
            r"(?:i|she|he) (?:might|may|could|must|can) be <ADV>allergic to <OF>",
            r"<I> (?:was|were|became|have become|have (?:\w+ )?been|turned out(?: to be)?|tested|seem to be|was told i am|found out i am|got diagnosed as) <ADV>allergic to <OF>",
            r"<START><BAREIS><ADV>allergic to <OF>",
            r"(?:<HAD>|<I> (?:was |got )?diagnosed with |<I> tested positive for |<START>)(?:an? |this |some )?<ADV><ADJ>(?:allerg(?:y|ies)|intolerance) ?(?:to|for|:|with) <OF>",
            r"\bmi alergia es (?:a(?:l| la| las| los)?|con) <OF>",
            r"<I> (?:react|reacts|reacted) (?:very |really )?(?:badly|allergically) to <OF>",
            r"(?:<AM> |<HAD>|<I> went into )(?:\w+ )?anaphyla(?:xis|ctic(?: (?:reaction|shock))?) (?:to|from|with|after(?: taking)?) <OF>",
            r"(?:<HAD>|<I> (?:was |got )?diagnosed with )(?:an? |this |some )?<ADJ>allergic reaction ?(?:to|from|with|after taking) <OF>",
            rf"(?:<HAD>|(?:add|note|put|update|list) (?:that )?(?:<HAD>)?|\bbecause of |\bgiven )(?:an? |my |<MY> |the )?<ADJ>(?P<of2>(?!(?:an?|the|seasonal|severe|serious|mild|strong|slight|possible|known|terrible|bad|very|really|skin|food|drug|nasal|new|spring|fall|season|same|my|other|any|no)\b)[a-z]+(?: [a-z]+)?) allerg(?:y|ies)\b{_NOT_MEDICINE}",
            r"\b(?:add|put|list|note|record|include) (?P<of2>[^.;!?]{1,60}?) (?:to|on|in|as) <MY> (?:list of |drug |known |new |chart as an? )?allerg(?:y|ies)\b",
            r"\b(?:add|put|list|note|record|include)(?: down)? (?:an? |my |the )?(?:new )?allergy (?:to|for) <OF>",
            r"\b(?:add|put|list|note|record) (?P<of2>[^.;!?]{1,60}?) as an? (?:\w+ )?allergy\b",
        ),
    ),
    (
        _K.ALLERGY,
        _R.AVOIDED,
        (
            r"<START>(?:<ADJ>)(?P<of2>[a-z]+(?: [a-z]+)?) allergy(?= here\b|,|$| and\b| so\b| on\b)",
            r"<AM> <ADV>(?P<of2>[a-z]+)[ -]allergic\b(?! to\b)",
            r"\bmis (?:unicas )?alergias (?:son|:) (?:a(?:l| la| las| los)? )?<OF>",
            r"(?:<START>|\b<MY> (?:only |known |drug |other |medication )*)allerg(?:y|ies) ?(?:is|are|includes?|:|-) (?:to )?<OF>",
            r"<START>no (?P<of2>[^.;!?,]{1,40}?),? (?:please,? )?(?:because )?<AM> <ADV>allergic(?! to)",
            r"(?:<I>|<START>) ?(?:really |also )?(?:can not|can never|can no longer|must not|should never) (?:take|have|tolerate|use) <OF>",
        ),
    ),
    (
        _K.REACTION,
        _R.BEFORE,
        (
            r"\b(?:gives?|gave|giving|given|leaves?|left|leaving) <ME> <FILL>(?:an? )?(?P<symptom>allergic reactions?|allergies|<NOUN>)\b",
            r"\b(?:caus(?:es|ed|ing)|triggers?|triggered|triggering) (?:<ME>|<MY>) <FILL>(?:<NOUN>|<BODY> to <VERB>|to <VERB>|<ADJECTIVE>)\b",
            r"\b(?:is|was|are|started|been|has|have) (?:causing|caused|triggering) <FILL><NOUN>\b",
            r"\b(?:makes?|made|making) <ME> <FILL>(?:<ADJECTIVE>|<VERB>|<NOUN>)\b(?! (?:to (?:think|pay|see|hear|know|wait)|how|that you|to ask))",
            r"\b(?:makes?|made|making) <MY> (?:\w+ )?<BODY>(?: and \w+)? (?:feel )?(?:\w+ )?(?:swell\w*|hurt\w*|ache\w*|itch\w*|burn\w*|cramp\w*|sore|swollen|numb|tingl\w+|rac\w+|upset|dry|break out|spin|pound|fall out)\b",
            r"\b(?:keeps?|kept|keeping) <ME> (?:up|awake)\b",
            r"\b(?:breaks?|broke|breaking) <ME> out\b",
            r"\b(?:hard|rough|tough|harsh) on <MY> (?:stomach|gut|tummy|kidneys?|liver|body)\b",
            r"\b(?:raises?|raised|raising|drops?|dropped|dropping|lowers?|lowered) <MY> (?:blood )?(?:sugars?|pressure) (?:too|way|so)\b",
            r"\b(?:ruins?|ruined|ruining) <MY> (?:sleep|stomach|skin|appetite)\b",
            r"\b(?:has|had|have|having|leaves?|left|leaving|got|gets|getting) <ME> (?:\w+ ){0,2}?(?:<ADJECTIVE>|coughing|itching|vomiting|throwing up|shaking|sweating|up all night)\b",
            r"\b(?:makes?|made|making) <ME> want to (?:throw up|vomit|puke|faint|scratch)\b",
            r"\b(?:mess(?:es|ing|ed)? (?:with|up)|wreck(?:s|ing|ed)?|tear(?:s|ing)? up) <MY> (?:stomach|sleep|gut|guts|head|mood|digestion)\b",
            r"\b(?:keeps?|kept|keeping) (?:making <ME>|giving <ME>) <FILL>(?:<ADJECTIVE>|<VERB>|<NOUN>)\b",
            r"\b(?:upsets?|upsetting|hurts?|hurting|irritates?|irritating|bothers?|bothering|messes up|messed up|messing up|tears up|wrecks?|burns) <MY> (?:stomach|tummy|belly|gut|skin|guts|insides|head|sleep)\b",
            r"\b(?:does not agree|do not agree|did not agree|disagrees|disagreed|does not sit (?:well|right)|did not sit well) with (?:<ME>|<MY> \w+)\b",
            r"\b(?:affects?|affecting) <ME> (?:badly|bad)\b",
        ),
    ),
    (
        _K.REACTION,
        _R.MEDICINE_OR_IT,
        (
            # What is felt, and then the medicine.
            r"(?:<HAD>|(?:<I> |<START>)(?:\w+ )?(?:been )?(?:having|getting|experiencing|noticing|noticed|experienced|suffer(?:ing)?(?: from)?) |<I> (?:keep|kept) getting |(?:<I> |<START>)(?:broke|break|breaks|am breaking|breaking) out (?:in|with) )<FILL><NOUN>\b[^.;!?,]{0,40}?,? (?:<LINK>)<OF>",
            r"(?:<AM>|(?:<I> |<START>)(?:\w+ )?(?:get|gets|getting|got|feel|feels|feeling|felt|become|became|have been|been|has been|keep getting|have been feeling|been feeling|was)|<HAVE> been feeling) <FILL>(?:<ADJECTIVE>|coughing|itching|vomiting|throwing up|swelling)\b[^.;!?,]{0,40}?,? (?:<LINK>)<OF>",
            r"(?:<I> |<START>)(?:have |has |had |always |really |just |even |also )?(?:<PAST>|<VERB>)\b[^.;!?,]{0,40}?,? (?:<LINK>)<OF>",
            r"\b<MY> (?:\w+ )?(?:<BODY>|<NOUN>)(?: and \w+)? (?:is |are |was |were |has been |have been |has |have |got |gets? |feels? |started |keeps? |started to )?(?:\w+ )?<STATE>\b[^.;!?,]{0,40}?,? (?:<LINK>)<OF>",
            r"\b<MY> (?:\w+ )?<NOUN> (?:is |was |are |came |comes |started |began |may be |might be |could be )?(?:\w+ )?(?:from|because of|due to|caused by|a side effect of|after taking) <OF>",
            r"\b(?:<MY>|the|this|these) (?:\w+ )?<NOUN> (?:\w+ )?(?:started|starts|began|begins|came on|comes on|got worse) [^.;!?,]{0,20}?(?:<LINK>)<OF>",
            # The medicine, and then what is felt.
            r"\b(?:ever since|since|when|whenever|every time|each time|after|as soon as|while|once) (?:(?:<TAKE>|<I> <TAKE>) |<CHANGED>)<MED>,? (?:then |now )?(?:(?:<HAD>|<I> (?:have )?(?:\w+ )?(?:been )?(?:having|getting|experiencing) )<FILL><NOUN>|(?:<AM>|<I> (?:\w+ )?(?:get|gets|got|feel|feels|felt|become|became|have been|been|has been|was)) <FILL>(?:<ADJECTIVE>|coughing|itching|vomiting|throwing up)|<I> (?:\w+ )?(?:<PAST>|<VERB>)|<MY> (?:\w+ )?(?:<BODY>) (?:\w+ )?(?:\w+ )?<STATE>|it (?:gives|gave) <ME>)\b",
            r"<GAVE> (?:have |has |just |recently |also )?(?:take|takes|took|taken|started|began|tried|used|been taking|am taking|am on|gave (?:her|him)|was given)(?: taking| using| on)? <MED>,? (?:and|but|then)(?: then| now| since)? (?:(?:<I> )?<PAST>\b|(?:<I> )?(?:now have|have had|am having|has had|now has|have got|have) <FILL><NOUN>\b|now <HAD><FILL><NOUN>\b|now (?:<AM>|<I> feel) <FILL><ADJECTIVE>\b|(?:<HAVE>|<I>) (?:\w+ )?been (?:\w+ )?(?:<ADJECTIVE>|coughing|itching|vomiting|throwing up|feeling \w+))",
            r"<HAD>(?:an? |some |a lot of |lots of |terrible |bad |awful |the )*(?:side effects?|reactions?) (?:from|to|with|on|of|after) <OF>",
            r"<I> (?:am |was |is |do |can |could |did )?not (?:tolerat\w+|doing well (?:on|with)|handl\w+) <MED>(?: (?:well|very well|at all|any ?more))?(?=[,.]|$| because| and)",
            r"(?:<NOUN>|<ADJECTIVE>|<VERB>|coughing|itching|vomiting|swelling)\b[^.;!?]{0,40}\b(?:think|believe|suspect|guess|sure|bet|wonder if|feel like|blame)(?: that)? (?:it is |its |it was |because of |from |it could be |it may be |it might be |that is )?(?:from |because of |due to |caused by )?(?P<of2>(?:the|my|this|that) [^.;!?,]{1,40}|[a-z]+)",
            r"\b(?:stop|stopped|stopping|quit|came off|got off|go off|went off)(?: taking| using)? <MED>,? (?:because|cause|bc|since|due to|as|when|after)\b[^.;!?]{0,40}?(?:<NOUN>|<ADJECTIVE>|<BODY> (?:\w+ ){0,3}?<STATE>|cough\w*|itch\w*|threw up|could not sleep)",
            # Any symptom, tied by its cause to a medicine.
            r"(?:<NOUN>|<ADJECTIVE>|<BODY> (?:\w+ ){0,2}?<STATE>)\b(?! (?:pills?|medic\w+|meds|creams?|syrup|patch\w*|drops|inhaler|spray)\b)[^.;!?]{0,60}?\b(?:<CAUSE>)<OF>",
            r"\b(?:ever since|since|when|whenever|every time|each time|after|as soon as) (?:<TAKE>|<I> <TAKE>) <MED>,? [^.;!?]{0,30}?(?:<NOUN>|<ADJECTIVE>|<BODY> (?:\w+ ){0,2}?<STATE>)\b",
            r"\bside effects (?:from|of|with|on) <MED> (?:are|is|were|have|keep)\b",
            r"\ballergic reaction\b[^.;!?]{0,20}\b(?:from|after taking|with) <OF>",
        ),
    ),
    (
        _K.MEDICINE,
        _R.MEDICINE,
        (
            r"<I> (?:also|additionally|now|currently also|recently|sometimes also) (?:take|takes|use|uses|do take|inject|started|began|have been taking|been taking|drink)(?: taking| using| on)? <OF>",
            r"<I> (?:have |has |just |recently |had |finally |then )*(?:started|begun|began|start)(?: (?:taking|using|on|to take|to use|back on|a course of|with))* <OF>",
            r"<START>(?:just |recently )?(?:started|began)(?: (?:taking|using|on|to take))* <OF>",
            r"<I> (?:have |just |also |recently )*added (?!.{0,60}\b(?:cart|order|list|refill|account|profile)\b)<OF>",
            r"\bgave <ME> (?P<of2>(?:some|samples? of|a course of|a shot of|an injection of|a steroid|a round of) [^.;!?,]{1,50})",
            r"<AM> (?:now|also|currently also|additionally|newly|recently|now also|also now) (?:on|taking|using|prescribed) <OF>",
            r"<AM> (?:on|taking|using) (?P<of2>[^.;!?,]{1,60}?) (?:now|too|as well|also|on the side|lately|recently|these days|over the counter|otc|at the moment|since last \w+|since \w+day|since yesterday)\b",
            r"<HAVE> (?:also |recently |just )*been (?:on|taking|using|put on|started on|given|prescribed) (?P<of2>[^.;!?,]{1,60}?) (?:now|too|as well|also|on the side|lately|recently|these days|over the counter|otc)\b",
            r"<HAVE> (?:(?:also|recently|just|now|newly) )+been (?:on|taking|using|put on|started on|given|prescribed) <OF>",
            r"<I> (?:take|takes|use|uses) (?P<of2>[^.;!?,]{1,60}?) (?:too|as well|also|on the side|over the counter|otc|on top of \w+)\b",
            r"<I> (?:take|takes|use|uses) (?P<of2>(?:over[- ]the[- ]counter|otc|some|herbal) [^.;!?,]{1,60})",
            r"\b(?:besides|in addition to|along with|on top of|apart from|other than|together with) [^.;!?,]{1,40}?,? <I> (?:also )?(?:take|takes|use|am taking|am on) <OF>",
            r"\b(?:put|puts|started|starting|switched|switching|changed|moved|placed|has) <ME> (?:back )?(?:on|to|onto|over to|from [a-z ]{3,30} to) <OF>",
            r"\b(?:dentist|er|emergency room|hospital|urgent care|specialist|surgeon|cardiologist|psychiatrist|dermatologist|pediatrician|gynecologist|ob|obgyn|neurologist|other doctor|another doctor|different doctor|new doctor|walk[- ]?in clinic|clinic|they|someone|friend|neighbor) (?:also |just |has |recently )*(?:gave|prescribed|wrote|gives|recommended|had) (?:<ME> )?(?:take |for )?<OF>",
            r"\b(?:just|recently|newly|also|yesterday|now|got|was|were|been) (?:prescribed|given) (?:<ME> )?<OF>",
            r"<I> (?:got|was|were|have been|has been|just got) (?:just |recently )?(?:put|started|placed) (?:back )?on <OF>",
            r"\b(?:doctor|dr|nurse|cardiologist|they|he|she)(?: \w+)? (?:just |also |recently |has )+added <OF>",
            r"\badded (?P<of2>[^.;!?,]{1,40}?) (?:to my (?:\w+ )?(?:meds|medicines|medications|pills|list|regimen|treatment)|last week|yesterday|this week)\b",
            r"<I> (?:have )?(?:\w+ )?(?:been )?(?:popping|popped) <OF>",
            r"\bmy new (?:medicine|medication|pill|drug|antibiotic|prescription) is <OF>",
            r"\b(?:got|have|received) (?:a |an )?(?:new )?(?:prescription|script|rx) for (?P<of2>[^.;!?,]{1,40}?) (?:from|by) (?:my |the |an? )?(?:dentist|er|hospital|urgent care|specialist|surgeon|other doctor|another doctor|cardiologist|psychiatrist)\b",
            r"\b(?:prescribed|gave) <ME> (?P<of2>(?:a |some )?new [^.;!?,]{1,60})",
            r"\b(?:prescribed|gave) <ME> (?P<of2>[^.;!?,]{1,40}?) (?:yesterday|today|last week|this week|on \w+day|too|as well|this morning)\b",
            r"<I> (?:have |just |also |recently )*(?:bought|picked up|got(?= (?:some|a \w+ of)? ?[^.;!?]{0,40}\b(?:at|from|over the counter|yesterday|today|for my)\b)|grabbed|ordered) (?P<of2>(?:some|myself some|a bottle of|a box of|over[- ]the[- ]counter|otc) [^.;!?,]{1,60})",
            r"<START>(?:now |currently )?also (?:take|taking|on|using) <OF>",
            r"\b(?:there is|have) (?:also )?a new (?:medicine|medication|prescription|pill|drug) (?:i take|i am taking|called|from my \w+|for)\b ?<OF>",
        ),
    ),
    (
        _K.MEDICINE,
        _R.NAMED,
        (
            r"<I> <FREQ>(?:take|takes|use|uses|inject|injects|swallow|swallows|apply|applies|smoke|pop) <OF>",
            r"<I> <FREQ>(?:take|takes|use|uses) [^.;!?,]{1,40}? (?:with|together with|along with) (?P<of2>[^.;!?]{1,60})",
            r"<I> <FREQ>(?:drink|drinks|eat|eats|have) (?P<of2>(?:\w+ ){0,4}?<DRINK>)\b",
            r"<AM> <ADV><FREQ>(?:on|taking|using|prescribed|injecting) <OF>",
            r"<HAVE> (?:\w+ )?been (?:on|taking|using|prescribed|injecting|put on|started on) <OF>",
            r"<HAVE> (?:\w+ )?taken (?P<of2>[^.;!?,]{1,40}?) (?:for|since|every|daily|today|this morning)\b",
            r"<START>(?:currently |presently |been |now |only )*(?:taking|been on) <OF>",
            r"<START><BARETAKES> <OF>",
            r"<START>(?:only |also )?take (?P<of2>[^.;!?,]{1,40}?) (?:daily|every|once|twice|at (?:night|bedtime)|for my)\b",
            r"(?P<past>)<I> (?:just |only |also |have |accidentally )*(?:took|borrowed|stole|popped|swallowed|used) (?!to\b)(?![^.;!?]{0,80}\b(?:last (?:week|month)|(?:weeks?|months?) ago)\b)<OF>",
            r"(?P<past>)<DOCTOR> (?:\w+ )?(?:prescribed|prescribes|gave|gives|wrote|has|had|keeps|sent|started|put) (?:<ME> )?(?:to )?(?:on |taking |take |use |a (?:script|prescription) for |home with |home on )?<OF>",
            r"(?P<past>)<I> (?:was|were|got|get|am|is|has been|have been|had been|am being) (?:\w+ )?(?:prescribed|given|put on|started on|sent home (?:with|on)|discharged (?:with|on)|treated with) <OF>",
            r"(?P<past>)\bmy (?:\w+ ){0,2}?(?:gave|lent|slipped|shared) <ME> (?:with )?(?:some |one |two |a few |a couple )?(?:of )?<OF>",
            r"(?P<past>)\b(?:sent|discharged) <ME> (?:home )?(?:from [a-z ]{2,20} )?(?:with|on) <OF>",
            r"<I> <FREQ>(?:get|gets|fill|buy|order|receive) (?P<of2>[^.;!?,]{1,40}?) (?:from|at|through|via|by|in) (?:my |the |a |an |another )*(?:va|veterans?|other|different|clinic|hospital|mexico|canada|online|internet|mail|amazon|methadone|friend|doctor|specialist|pain|pharmacy|costco|walmart|cvs|walgreens|heb)\b",
            r"\b<MY> (?:other |current |only |daily |regular )*(?:medicines?|medications?|meds|prescriptions|pills)(?: list)? ?(?:are|is|include|includes|:|-) <OF>",
            r"\b(?:things?|medicines?|medications?|ones?|pills?|meds?|drugs?|what|supplements?) (?:that )?<I> (?:also |currently |still )?(?:take|takes|use|am on|am taking|is on|is taking) (?:are|is) <OF>",
            r"(?P<sure>)\b(?:with|have|got|besides|plus|about|of|than|and|for|by) (?:the |my |some |an? )?(?P<of2>[^.;!?,]{1,40}?) (?:at home )?(?:that )?<I> (?:also |already |sometimes |currently |still |always )?(?:take|takes|am (?:already )?(?:on|taking)|is (?:already )?(?:on|taking)|use)\b",
            r"<GIVE> <OF>",
        ),
    ),
    (
        _K.MISSED,
        _R.MEDICINE_OR_IT,
        (
            r"(?:<HAVE>|<START>have|<START>has) not (?:\w+ )?(?:taken|had|used|been taking|been on|injected|took|been able to (?:take|get|have)|been using) (?:(?:any|any of) )?<MED> <SINCE>",
            r"<I> (?:did|could) not (?:take|have|get|use) <MED> <SINCE>",
            r"(?:<HAVE>|<AM>|<I>|<START>)(?: (?:\w+ )?been| was)? ?(?:been )?(?:completely |totally |all )?(?:out of|without|off) <MED> (?:<SINCE>)",
            r"(?:<HAVE>|<START>(?:have |been )) ?(?:been )?(?:completely |totally |all )?out(?P<of2>)(?: now)? <SINCE>(?! (?:on|of|in|at|with|because of|sick|due|travel\w*|visiting)\b)",
            r"<I> (?:\w+ )?(?:have gone|gone|went|am|am on day|is|has gone|have been|was|were|have been going) (?:for |about |like )?<LONG> without <OF>",
            r"<START>(?:it (?:has been|is) )?<LONG> without (?:taking )?<OF>",
            r"(?:<I> (?:\w+ )?|<START>)(?:ran|run) out(?: of <MED>)? (?:about |like |over |more than |almost )?<LONG> ago",
            r"(?:<I> (?:\w+ )?|<START>)(?:ran|run) out(?: of <MED>)? (?:last (?:week|month)|since)\b",
            r"(?:<I> |<START>)(?:\w+ )?(?:missed|skipped|forgot|went without) (?:taking )?(?:my last |the last |about |at least )?<LONG>(?: (?:worth )?of <OF>)?",
            r"(?:<I> |<START>)(?:\w+ )?(?:missed|skipped|forgot|forgotten)(?: to take| taking)? <MED> <SINCE>",
            r"\b(?:for|in|over) <LONG>,? (?:now )?<I> (?:have |has |did )?not (?:\w+ )?(?:taken|had|used|been taking|take|been on) <OF>",
            r"\b<MY> last <MED> was (?:about |over |like )?<LONG> ago",
            r"<HAVE> (?:\w+ )?been (?:skipping|missing|forgetting)(?: to take| taking)? <MED> <SINCE>",
            r"\b<MY> <MED> ran out (?:about |over |like )?<LONG> ago",
            r"\b<LONG>,? (?:now )?(?:with )?no <OF>",
            r"\bday [3-9]\d? without <OF>",
            r"<I> (?:\w+ )?(?:gone|went|going|go) without <MED> <SINCE>",
            r"\bit (?:has been|is|was) (?:about |like |over )?<LONG> since (?:<I> )?(?:\w+ )?(?:last )?(?:took|had|used|taken|taking|last dose of|last took|my last) <OF>",
            r"\b<MY> last (?:dose|pill|tablet|shot|injection|one)(?: of <MED>)? was <LONG> ago",
            r"(?:<I> |<START>)last (?:took|had|used|injected) <MED> (?:about |like |over |more than )?<LONG> ago",
            r"<START>(?:<HAVE> had |<I> had )?no <MED> <SINCE>",
            r"<I> (?:\w+ )?(?:stopped|quit)(?: taking| using)? (?P<of2>my [^.;!?,]{1,40}?|it) <LONG> ago",
            r"<HAVE> (?:\w+ )?been (?:off|without)(?: of)? <MED> <SINCE>",
        ),
    ),
)

_SPANISH: tuple[tuple[ReportKind, Reading, tuple[str, ...]], ...] = (
    (
        _K.PREGNANCY,
        _R.NONE,
        (
            r"<ESTOY> <ADV>(?:embarazada|encinta|prenada|gestando)\b",
            r"<START><ADV>embarazada(?: de \w+ \w+)?(?= y\b|,|$| necesito)",
            r"\b(?:que|quizas?|tal vez|a lo mejor|posiblemente) (?:ya )?este (?:embarazada|encinta)\b",
            r"\b(?:podria|pudiera|puedo|puede que|debo) (?:que )?est(?:ar|e) (?:embarazada|encinta)\b",
            r"\b<TENGO> <ADV>(?:\w+ )?(?:y medi[oa] )?(?:semanas|mes(?:es)?|dias)(?: y medi[oa])? (?:de )?(?:embarazo|embarazada|gestacion)\b",
            r"<ESTOY> (?:ya )?(?:de|en) (?:\w+|la \w+) (?:semanas?|meses)\b",
            r"\b(?:esperando|espero|esperamos|vamos a tener|voy a tener) (?:un |una |a un |a (?:mi|nuestro) (?=bebe|primer|segundo)|mi |gemelos|mellizos)?(?:primer |segundo |tercer )?(?:bebe|hij[oa]|gemelos|mellizos|nin[oa])s?\b",
            r"\b(?:tratando|intentando|buscando|queriendo|planeando|planeo|quiero|queremos|intento|trato|buscamos|busco|intentamos) (?:de )?(?:quedar(?:me)? (?:embarazada|encinta)|embarazarme|un bebe|concebir|un embarazo|(?:tener )?(?:un |otro )(?:bebe|embarazo)|embarazo)\b",
            r"\bprueba(?: de embarazo)?(?: [a-z]+){0,5} positiv[oa]\b",
            r"\bpositiv[oa](?: [a-z]+){0,3} prueba de embarazo\b",
            r"\b(?:me embarace|quede embarazada|sali embarazada|resulte embarazada|me quede embarazada)\b",
            r"\bcreo (?:que )?(?:estar|ya estar) (?:embarazada|encinta)\b",
            r"\b(?:por|debido a|con) mi embarazo\b",
            r"\bmi embarazo es\b",
            r"\bno me (?:ha bajado|baja|bajo|ha venido|viene|vino) (?:la |el )?(?:regla|periodo|menstruacion)\b",
            r"<ESTOY> en estado\b",
            r"<ESTOY> en (?:el|la|mi) \w+ (?:mes|semana|trimestre)\b",
            r"\b(?:mes|meses|semanas?|trimestre) de (?:mi )?embarazo\b",
            r"\b(?:sali|salgo) positiva\b[^.;!?]{0,20}\bembarazo\b",
        ),
    ),
    (
        _K.BREASTFEEDING,
        _R.NONE,
        (
            r"<ESTOY> <ADV>(?:amamantando|lactando|dandole? (?:el |la )?(?:pecho|de mamar|seno|leche materna|teta|lactancia|chichi)|dando (?:el |la )?(?:pecho|de mamar|seno|leche materna|teta|lactancia|chichi)|(?:en )?(?:periodo de |etapa de )?lactancia)\b",
            r"\b(?:les? )?(?:doy|damos) (?:todavia )?(?:el )?(?:pecho|de mamar|seno|leche materna|teta|lactancia)\b",
            r"\b(?:amamanto|lacto)\b",
            r"\bmi (?:bebe|hij[oa]|nin[oa]) (?:todavia |aun )?toma (?:pecho|leche materna|seno|teta)\b",
            r"\bsoy (?:una )?(?:madre|mama) lactante\b",
        ),
    ),
    (
        _K.ALLERGY,
        _R.SUBSTANCE,
        (
            r"<SOY> <ADV>alergic[oa] (?:a(?:l| la| las| los)?|con) <OF>",
            r"<START><ADV>alergic[oa] a(?:l| la| las| los)? <OF>",
            r"\b(?:podria|puede|debo|puedo|pudiera) ser alergic[oa] a(?:l| la| las| los)? <OF>",
            r"<TENGO> (?:una |mucha )?<ADJ>(?:alergia|intolerancia)(?: \w+){0,2} (?:a(?:l| la| las| los)?|con) <OF>",
            r"<TENGO> (?:una |mucha )?<ADJ>reaccion alergica(?: \w+)? (?:a(?:l| la| las| los)?|con|por|de) <OF>",
            r"<TENGO> (?:una?s? )?(?:(?:choque|shock|reaccion) )?anafila(?:xia|ctic[oa]|xis)(?: \w+)? (?:a(?:l| la| las| los)?|con|por|de) <OF>",
            r"\balergia nueva ?:? (?:a(?:l| la| las| los)? )?<OF>",
            r"\b(?:agreg\w+|anot\w+|anad\w+|apunt\w+|pong\w+|inclu\w+) (?:que )?(?P<of2>[^.;!?]{1,60}?) (?:a|en|como|entre) (?:mis?|la lista de|sus?|una)(?: lista de)? alergias?\b",
            r"\b(?:agreg\w+|anot\w+|anad\w+|apunt\w+|pong\w+) (?:una|mi|la) alergia a(?:l| la| las| los)? <OF>",
        ),
    ),
    (
        _K.ALLERGY,
        _R.AVOIDED,
        (r"\bno <PUEDO> (?:tomar(?:me)?|usar|consumir) <OF>",),
    ),
    (
        _K.REACTION,
        _R.BEFORE,
        (
            r"\b<LE> (?:esta |estan |ha |han |empezo a |empieza a |puede )?(?:da|dan|dio|dieron|dando|dado|dar|saca|saco|sacaron|sacando|genera|genero|generando|trae|provoca|provocan|provoco|provocando|provocado|causa|causan|causo|causando|causado|produce|producen|produjo|produciendo|produc\w+|deja|dejo|dejan) (?:(?:un|una|unas|unos|mucha|mucho|muchas|muchos|muy|tanta|tanto|bastante|algo de|fuertes?|mala|malos?|horribles?|terribles?|hasta|siempre|como|de|mas) ){0,3}(?P<symptom>alergias?|reaccion alergica|<SINTOMA>)(?! a mi (?:espos|mam|pap|herman|madre|padre|abuel|amig|novi|suegr))\b",
            r"\b<LE> (?:esta |estan |ha |han )?(?:tiene|tienen|tuvo|trae|traen|deja|dejo|dejan) (?:\w+ )?<ADJETIVO>\b",
            r"\b<LE> (?:esta |estan |ha |han )?(?:cansa|canso|cansan|debilit[ao]|agota|reseca|reseco|suelta el estomago|solto el estomago|revuelve el estomago|revolvio el estomago|baja (?:mucho |demasiado )?la presion|bajo (?:mucho |demasiado )?la presion|sube el azucar|subio el azucar|arde el estomago|quema el estomago|inflama|inflamo|acelera el corazon|acelero el corazon|pega muy fuerte|marea|mareo|marean|mareando|mareado|pica|pico|picando|hincha|hincho|irrita|irrito|cae mal|caen mal|cayo mal|cayeron mal|cayendo mal|caido mal|sienta mal|sienta fatal|hace mal|hace dano|hizo dano|haciendo dano|hecho dano|hacen dano|hizo mal|quita el (?:sueno|apetito|hambre)|quito el (?:sueno|apetito)|tumba|noquea|enferma|enfermo|estrine|afloja el estomago|broto|brota|adormece|hace (?:vomitar|toser|sudar|temblar|sentir (?:mal|\w+)|ir al bano)|hizo (?:vomitar|toser|sentir mal)|pone (?:\w+ )?(?:nervios[oa]|mal|ansios[oa]|temblor\w+|de malas|mareado|mareada)|puso (?:\w+ )?mal|deja (?:\w+ )?(?:maread[oa]|cansad[oa]|mal|dormid[oa])|lastima el estomago|duele el estomago con)\b",
        ),
    ),
    (
        _K.REACTION,
        _R.MEDICINE_OR_IT,
        (
            r"\b(?:me|le) (?:salio|salieron|sale|salen|brotaron|broto|aparecieron|aparecio|han salido|ha salido|estan saliendo|hicieron|hizo|da|dan|dio|dieron|empezo|empezaron) (?:\w+ ){0,3}?(?:<SINTOMA>)\b[^.;!?,]{0,30}?,? (?:<ENLACE>)<OF>",
            r"<SIENTO> (?:\w+ ){0,3}?(?:<SINTOMA>|<ADJETIVO>)\b[^.;!?,]{0,30}?,? (?:<ENLACE>)<OF>",
            r"\b(?:se )?<LE> (?:ha |han |esta |estan )?(?:hincha\w*|hincho|inflam\w+|dolio|duelen?|dolian?|pica\w*|pico|arde\w*|seca\w*|seco|cae\w*|cayo|durmi\w+|entumec\w+|pone\w* roj\w+) (?:\w+ )?(?:el|la|los|las|todo el) (?:<CUERPO>|pelo|cabello)\b[^.;!?,]{0,30}?,? (?:<ENLACE>)<OF>",
            r"\b(?:vomite|vomito|me maree|me mareo|me brote|me hinche|me hincho|se mareo|se broto|se hincho|me desvelo|me enferme|se enfermo|me pica todo|no duermo|no puedo dormir|toso)\b[^.;!?,]{0,30}?,? (?:<ENLACE>)<OF>",
            r"\b(?:desde que|cuando|cada vez que|siempre que|despues de que|despues de|al) (?:<TOME>|tomar(?:me)?|usar|empezar|comenzar|(?:me|le) (?:dieron|pusieron|subieron|cambiaron|aumentaron|bajaron|recetaron|puso|subio|cambio|dio|receto)|estoy tomando)(?: (?:a tomar|con|a usar|tomando))? <MED>,? (?:(?:ya |siempre |mucho )?<SIENTO> (?:\w+ ){0,3}?(?:<SINTOMA>|<ADJETIVO>)|(?:me|le) (?:da|dan|dio|dieron|sale|salen|salio|salieron|duele|duelen|dolio|pica|hincha) |(?:se )?<LE> (?:hincha\w*|hincho|inflam\w+|seca\w*|cae\w*) |no (?:puedo )?(?:duerm|dorm)|vomit[eo]|me mare[oe]|no me siento bien|me siento (?:muy )?(?:mal|rar[oa])|toso)",
            r"<TOME> <MED>,? (?:y|pero) (?:ahora |ya |luego )?(?:<SIENTO> (?:\w+ ){0,3}?(?:<SINTOMA>|<ADJETIVO>)|(?:me|le) (?:dio|dieron|salio|salieron|broto|brotaron) (?:\w+ ){0,3}?(?:<SINTOMA>)|se <LE> hinch\w+|vomit[eo]|me mare[eo]|<LE> (?:dolio|duele|pico|pica|cayo mal|hizo dano))",
            r"\b(?:<DEJE> de tomar(?:me)?|<DEJE>|suspendi) <MED> (?:porque|por|ya que)\b[^.;!?]{0,40}?(?:<SINTOMA>|maread[oa]|mareaba|vomit\w+|hinch\w+|caia mal|cayo mal)",
            r"\breacciono? mal (?:al?|con)(?: la| el)? <OF>",
            r"\b(?:efectos? (?:secundarios?|adversos?)|mala reaccion|reaccion(?: fea| mala| rara| fuerte)?) (?:con|de|del|a|al|por) (?P<of2>[^.;!?]{1,60})(?<!\?)",
            r"\b(?:<SINTOMA>)\b[^.;!?]{0,30}\b(?:creo que|pienso que|ha de ser|debe ser|sera) (?:es |sea |son )?(?:por |de |del )?(?P<of2>(?:el|la|los|las|mi|esta|este) [^.;!?,]{1,40})",
            r"\bno (?:tolero|tolera|aguanto|aguanta|soporto) <MED>(?=[,.]|$| porque)",
        ),
    ),
    (
        _K.MEDICINE,
        _R.MEDICINE,
        (
            r"\btambien (?:<TOMO>|<TOMANDO>|<EMPECE>(?: a (?:tomar|usar)| con)?|me (?:recetaron|dieron|pusieron|mandaron)) <OF>",
            r"<TOMO> (?:tambien|ademas|aparte) <OF>",
            r"<TOMO> (?P<of2>[^.;!?,]{1,60}?) (?:tambien|ademas|sin receta|por mi cuenta)\b",
            r"<TOMANDO> (?:tambien|ademas|aparte|ahora) <OF>",
            r"<TOMANDO> (?P<of2>[^.;!?,]{1,60}?) (?:tambien|ademas|ahora|ultimamente|sin receta|por mi cuenta)\b",
            r"\b(?:ahora|ultimamente|recientemente|actualmente tambien|hace poco|aparte|ademas)(?: (?:ya|tambien))? (?:<TOMO>|<TOMANDO>|<EMPECE>(?: a (?:tomar|usar)| con)?) <OF>",
            r"<EMPECE>(?: (?:a (?:tomar(?:me)?|usar|ponerme|inyectarme)|con|un tratamiento (?:con|de)|el tratamiento (?:con|de)))? <OF>",
            r"\b(?:ademas|aparte) de(?:l)? [^.;!?,]{1,40}?,? (?:tambien )?(?:<TOMO>|<TOMANDO>) <OF>",
            r"<COMPRE> (?!mi\b|mis\b)<OF>",
            r"\b<LE> (?:pusieron|puso|inyectaron|inyecto|empezaron|empezo|iniciaron|inicio)(?: (?:a tomar|a dar|en|con))? <OF>",
            r"\b<LE> (?:cambiaron|cambio|pasaron|paso)(?: [^.;!?,]{1,40}?)? (?:a|al|por) (?:(?:el|la|los|las) )?<OF>",
            r"\b(?:acaban? de|acabo de|recien|ayer|ahora|hoy|tambien) (?:<LE> )?(?:recet\w+|mand\w+|dar\w*|dieron|indic\w+|poner\w*)(?:<LE>)? <OF>",
            r"\b(?:dentista|hospital|emergencias?|urgencias|clinica|especialista|cirujan[oa]|cardiolog[oa]|psiquiatra|dermatolog[oa]|pediatra|ginecolog[oa]|neurolog[oa]|otro (?:doctor|medico)|otra (?:doctora|medica)|amig[oa]|vecin[oa]) <LE> (?:recet\w+|mand\w+|dio|dieron|di|puso|pusieron|indic\w+|regal\w+|recomend\w+) <OF>",
            r"\b<LE> (?:recet\w+|mand\w+|dieron|dio) (?P<of2>(?:una?|otr[oa]) (?:\w+ )?nuev[oa]\b[^.;!?,]{0,60}|(?:una?|otr[oa]) (?:medicina|pastilla|medicamento|antibiotico) (?:nuev[oa]|mas)[^.;!?,]{0,60})",
            r"\b<LE> (?:recet\w+|mand\w+|dieron|dio|pusieron) (?P<of2>[^.;!?,]{1,40}?) (?:en (?:urgencias|emergencias|el hospital|la clinica|el dentista|la sala de emergencias)|ayer|hoy|la semana pasada|esta semana|tambien|el \w+|hace poco)\b",
        ),
    ),
    (
        _K.MEDICINE,
        _R.NAMED,
        (
            r"<TOMO> (?:<SIEMPRE>)?<OF>",
            r"<TOMO> [^.;!?,]{1,40}? (?:con|junto con) (?P<of2>[^.;!?]{1,60})",
            r"<TOMANDO> <OF>",
            r"(?:<LLEVO>|<ESTOY>) (?:[a-z0-9]+ ){0,4}?(?:tomando|usando) <OF>",
            r"<ESTOY> (?:en tratamiento |medicad[oa] |a base )?(?:con|de) <OF>",
            r"(?:bebo|bebe|<TOMO>|desayun[oa](?: con)?|com[oe]|cen[oa] con) (?P<of2>(?:\w+ ){0,4}?<BEBIDA>)\b",
            r"(?P<past>)\b<LE> (?:han |ha |estan |tienen )?(?:recet\w+|mand[aoe]\w*|dieron|dio|dan|dado|dando|indic\w+|puso|pusieron|ponen|tiene|tienen|inyect\w+|prescri\w+|tomando|con)(?: con| tomando| en)? <OF>",
            r"(?P<past>)(?<!que )(?:me tome|acabo de tomar(?:me)?|<TOMEAYER>|robe|agarre|pedi prestad[oa]) (?![^.;!?]{0,80}\b(?:la semana pasada|el mes pasado|hace \w+ (?:semanas?|mes(?:es)?))\b)<OF>",
            r"\bmis? (?:otr[ao]s? )?(?:medicinas?|medicamentos?|pastillas?) (?:son|es|:) <OF>",
            r"\b(?:lo|la|el|los|las) (?:unic[oa]s? |otr[oa]s? )*(?:medicinas? |pastillas? )?que (?:mas )?<TOMO> (?:es|son) <OF>",
            r"(?P<sure>)\b(?:con|de|por|y|del|al) (?:el |la |los |las )?(?P<of2>[^.;!?,]{1,40}?) que (?:ya )?<TOMO>\b",
            r"\b(?:compr[oa]|consig[oa]|consigue|recib[oe]|surt[oa]|sac[oa]) (?P<of2>[^.;!?,]{1,40}?) (?:en|de|del|por) (?:la |el |otra |otro )?(?:va|veteranos|farmacia|mexico|internet|hospital|clinica|linea|tianguis|mercado)\b",
        ),
    ),
    (
        _K.MISSED,
        _R.MEDICINE_OR_IT,
        (
            r"(?:<LLEVO>|<START>(?:ya (?:van |son )?)?|\bya (?:van|son)) ?<LARGO> sin (?:tomar(?:me|se)? |usar |inyectarme |ponerme |tener |poder tomar )?<OF>",
            r"\b(?:estuv[eo]|<LLEVO>|<ESTOY>|he estado|me quede) sin (?:tomar(?:me|se)? )?<MED> (?:<DESDE>)",
            r"\bhace (?:ya )?<LARGO> (?:que )?no (?:me )?(?:<TOMO>|tengo|inyecto|he tomado|h[ea] usado|me la tomo|pongo) <OF>",
            r"\bno (?:me |la |lo |las |los )?<HE> (?:podido )?(?:tomado|usado|puesto|inyectado|tenido|tomar(?:me)?) (?:<MED> )?<DESDE>",
            r"\bno (?:me |la |lo |las |los )?(?:<TOMO>|inyecto|pongo|tengo) (?:<MED> )?desde (?:<LARGO>|hace <LARGO>|<DESDE>|(?:el|la) )",
            r"\bno (?:me |la |lo |las |los )?(?:<TOMO>|inyecto|pongo) (?:<MED> )?<DESDE>",
            r"\bdesde (?:hace <LARGO>|el (?:lunes|martes|miercoles|jueves|viernes|sabado|domingo)|la semana pasada) (?:que )?no (?:me |la |lo |las |los )?(?:<TOMO>|tengo|<HE> tomado) ?<OF>",
            r"\bse <LE> (?:acabo|acabaron|termino|terminaron)(?: <MED>)? (?:desde )?hace <LARGO>",
            r"\b<LARGO> (?:ya )?(?:que )?no (?:me )?(?:<TOMO>|he tomado) <OF>",
            r"\bse (?:acabo|acabaron|termino|terminaron) (?P<of2>mi [^.;!?,]{1,40}?) hace <LARGO>",
            r"\bmis? <MED> se (?:me )?(?:acabo|acabaron|termino|terminaron) hace <LARGO>",
            r"\b(?:por|durante|en) <LARGO>,? no <HE> (?:podido )?(?:tomado|usado|tomar) <OF>",
            r"\bse <LE> (?:acabo|acabaron|termino|terminaron)(?: <MED>)? (?:la semana pasada|el mes pasado)",
            r"\b(?:desde )?hace <LARGO> (?:que )?se <LE> (?:acabo|acabaron|termino|terminaron) <OF>",
            r"<DEJE> de tomar (?P<of2>mi [^.;!?,]{1,40}?|la|lo) hace <LARGO>",
            r"\bultima (?:dosis|pastilla|inyeccion|vez)(?: que (?:<TOME>))?(?: (?:de )?<MED>)? fue hace <LARGO>",
            r"\b(?:me salte|salte|perdi|se me olvido tomar|se me olvidaron|me olvide de tomar) (?:<MED> (?:por|durante) )?<LARGO>(?: (?:de|del) <OF>)?",
            r"\b(?:me salte|se me olvido(?: tomar)?|me olvide de tomar) (?P<of2>[^.;!?,]{1,40}?) (?:por |durante )?<LARGO>",
        ),
    ),
)

_CHANGED = (
    r"(?:(?:my|the) (?:doctor|dr|cardiologist|nurse|pharmacist)|they|you|you guys|he|she|we) (?:\w+ )?(?:raised|increased|upped|changed|switched|put|"
    r"started|gave|doubled|lowered|filled)(?: (?:<ME>|<MY> dose))?(?: (?:on|to|of|up))? "
)
_LINK = (
    r"(?:(?:ever since|since|when|whenever|every time|each time|any ?time|after|as soon as|while|once|if|the whole time|all the time|the day) (?:(?:<I> )?(?:<TAKE>) |<CHANGED>)|"
    r"(?:from|because of|due to|caused by|after|on|with|off of) (?:taking |using |starting )?(?:the |my |this |that |these |those )?)"
)
_CAUSE = (
    r"(?:(?:ever since|since|whenever|every time|each time|after|as soon as|the whole time|the day) (?:<I> )?(?:<TAKE>) |"
    r"(?:because of|due to|caused by) (?:taking )?(?:the |my |this |that )?)"
)
_ENLACE = (
    r"(?:(?:desde que|cuando|despues de que) (?:me|le) (?:subieron|cambiaron|dieron|pusieron|bajaron|aumentaron|recetaron|subio|cambio|dio|puso|receto)(?: (?:a|la dosis de|la dosis del))? |"
    r"(?:desde que|cuando|cada vez que|siempre que|despues de que|luego de que) (?:me )?<TOME>(?: (?:a tomar|con|a usar|tomando))? |"
    r"(?:por|con|debido al?|a causa de(?:l)?|despues del?|desde|al|luego de) (?:tomar(?:me)? |usar |empezar (?:con |a tomar )?|culpa de(?:l)? )?)"
)
_NAME = Expression(r"<([A-Z0-9]+)>")


class Frames:
    """The frames for a patient who writes, or for the child of the one who writes, by their anchors.

    The frames of a kind are read when a message first passes the gate of the kind, and compiled when one first holds
    their anchors: reading and compiling all would slow the first message.
    """

    def __init__(self, of_child: bool) -> None:
        """Have no frames yet."""
        self._of_child = of_child
        self._read: tuple[dict[ReportKind, _AnchoredFrames], Anchored[Frame]] = ({}, Anchored(()))

    def all(self, kind: ReportKind) -> tuple[Frame, ...]:
        """All frames of a kind, in order."""
        return tuple(frame for frame, _ in self.anchored(kind))

    def for_message(self, flat: str) -> Anchored[Frame]:
        """At least the frames of the kinds whose gates a message passes."""
        by_kind, anchored = self._read
        if len(by_kind) == len(ReportKind):
            return anchored
        due = [kind for kind in ReportKind if kind not in by_kind and GATES[kind].search(flat)]
        if due:
            # Another thread may do the same: what is replaced is never changed.
            by_kind = by_kind | {kind: self.anchored(kind) for kind in due}
            anchored = Anchored(chain.from_iterable(by_kind[kind] for kind in ReportKind if kind in by_kind))
            self._read = (by_kind, anchored)
        return anchored

    def anchored(self, kind: ReportKind) -> "_AnchoredFrames":
        """All frames of a kind, in order, with their anchors."""
        words = _SHARED_WORDS | {"LINK": _LINK, "CHANGED": _CHANGED, "CAUSE": _CAUSE, "ENLACE": _ENLACE} | _ADULT_WORDS
        if self._of_child:
            words |= _CHILD_WORDS
            if kind is ReportKind.MISSED:
                words |= _GUARDIAN_WORDS
        anchors = AnchorReader(words.__getitem__).anchors
        return [
            (_frame(kind, reading, spanish, words, written), anchors(written))
            for reading, spanish, written in _written(kind)
        ]


_AnchoredFrames = list[tuple[Frame, tuple[Anchor, ...]]]


@cache
def frames(of_child: bool) -> Frames:
    """The frames for a patient who writes, or for the child of the one who writes."""
    return Frames(of_child)


def _written(kind: ReportKind) -> Iterator[tuple[Reading, bool, str]]:
    """The frames of a kind as they are written, with their reading and whether they are Spanish."""
    for table, spanish in ((_ENGLISH, False), (_SPANISH, True)):
        for told, reading, written in table:
            if told is kind:
                yield from ((reading, spanish, frame) for frame in written)


def _frame(kind: ReportKind, reading: Reading, spanish: bool, words: dict[str, str], written: str) -> Frame:
    def expanded() -> str:
        frame = written
        while _NAME.search(frame):
            frame = _NAME.sub(lambda name: words[name[1]], frame)
        return _numbered(rf"(?:(?<![a-z])|(?=[,:(-]))(?:{frame})")

    return Frame(kind, reading, Expression(expanded), spanish)


def _numbered(pattern: str) -> str:
    """A pattern in which a group that is named twice keeps its name only the first time."""
    seen: set[str] = set()

    def once(group: re.Match[str]) -> str:
        name = group.group(1)
        if name in seen:
            return "(?:"
        seen.add(name)
        return group.group(0)

    return re.sub(r"\(\?P<(\w+)>", once, pattern)


# What is around a frame, and what its subject may be.

GATES = {
    ReportKind.PREGNANCY: Expression(
        r"pregn|preg[ go]|expect|conceiv|baby|bebe|along|trimester|positiv|embaraz|encinta|gesta|prena|ttc|with child|"
        r"knocked|weeks|wks|months|semana|mes|due date|esper|gemelos|twins|period|regla|bajado|baja |ivf|fertility|carrying"
    ),
    ReportKind.BREASTFEEDING: Expression(r"breast|nurs|lactat|lact|chest ?-?feed|pump|amamant|mamar|pecho|seno|teta"),
    ReportKind.ALLERGY: Expression(
        r"al+erg|\breact|anaphyl|anafil|alerj|intoleran|can (?:not|never|no longer)|must not|never|no p|no d"
    ),
    ReportKind.REACTION: Expression(
        r"\b(?:g[ai]v|ma[dk]e|making|caus|keep|kept|trigger|upset|agree|since|ever |after|when|because|from|with|due|think|react|has |have |had |stop|quit|came off|tear|mess|wreck|hard|rough|harsh|ruin|rais|drop|lower|broke|"
        r"side effect|toler|handl|lea[fv]|left|hurt|irrit|bother|and|but|then|blame|as soon|once|each|on )|"
        r"\bevery|\by |pero |\b(?:me|le|por|al) |desde|cuando|cada|efecto|reacc|despues|no (?:toler|aguant|soport)|creo|con "
    ),
    ReportKind.MEDICINE: Expression(
        r"\b(?:take|takes|taking|taken|took|use|uses|using|used|inject|swallow|on|give|get|borrowed|stole|drink|eat|have|had|meds|medic\w+|been|home|tom\w+|uso|usa|usando|bebo|bebe|con|es|son|doy|damos|robe|utiliz\w+|consum\w+|le|me)\b|also|too\b|as well|start|began|begun|now\b|put|switch|chang|moved|prescri|gave|given|bought|picked|some|"
        r"over.the.counter|otc|lately|recent|besides|in addition|along with|on top|on the side|these days|new|tambien|added|add |popping|empe|empi|comen|inici|"
        r"ahora|ultimamente|compr|inyect|recet|mand|dieron|pus|cambi|ademas|aparte|hace poco|dio"
    ),
    ReportKind.MISSED: Expression(
        r"\b(?:days?|weeks?|months?|while|since|ages|72|96|[0-9]+d|dias?|semanas?|mes(?:es)?|tiempo|horas|desde|rato|quincena)\b"
    ),
}
SPACES = Expression(r"[^\S\n]+")
CONTRACTION = Expression(
    r"\b(?:i'?m|i'?ve|i'd|(?:we|they)'(?:re|ve)|can'?t|cannot|won'?t|ain'?t|"
    r"(?:do|does|did|have|has|had|is|are|was|were|could|should|would)n'?t)\b"
)
_CONTRACTIONS = {
    "im": "i am", "ive": "i have", "id": "i had", "were": "we are", "theyre": "they are", "weve": "we have",
    "theyve": "they have", "cant": "can not", "cannot": "can not", "wont": "will not", "aint": "am not",
}  # fmt: skip


def written_out(contraction: re.Match[str]) -> str:
    """The words of a contraction."""
    bare = contraction[0].replace("'", "")
    return _CONTRACTIONS.get(bare) or f"{bare.removesuffix('nt')} not"


# What must stand in a text, the expression, and what is written for it.
WRITTEN_OUT = (
    (("john",), Expression(r"\bst\. ?(?=john)"), "st "),
    (("dr. ", "drs. "), Expression(r"\bdrs?\. "), "doctor "),
    (
        ("'s ", "hes ", "its ", "thats ", "theres "),
        Expression(
            r"\b(she|he|it|that|there)'?s (?=(?:\w+ )?(?:been|had|taken|got|gotten|broken|started|developed)\b)"
        ),
        r"\1 has ",
    ),
    (("'s",), Expression(r"\b(she|he|it|that|there)'s\b"), r"\1 is"),
    (("its ",), Expression(r"\bits (?=(?:been|making|giving|causing|upsetting|keeping)\b)"), "it is "),
    (
        ("'s ",),
        Expression(
            r"\b(son|daughter|child|kid|baby|boy|girl)'s (?=(?:been|allergic|pregnant|taking|on|not|having|also|now)\b)"
        ),
        r"\1 is ",
    ),
    (("it is been",), Expression(r"\bit is (?=been\b)"), "it has "),
    (("i been",), Expression(r"\bi been\b"), "i have been"),
    (("wanna",), Expression(r"\bwanna\b"), "want to"),
)
SENTENCE_END = Expression(r"([.;!?\n\u00bf\u00a1]+)(?!\d)")
CLAUSE_END = Expression(r"[,:()]|\b(?:and|but|so|because|y|pero|porque|then|entonces)\b")
ASKED = Expression(
    r"^\W*(?:(?:hi|hello|hey|ok|okay|also|oh|please|hola|oiga|disculpe|y|and|but|so)\W+)*"
    r"(?:do|does|did|can|could|should|shall|is|are|am|will|would|may|might|has|have|was|were|what|which|why|how|when|where|who|"
    r"que|cual|cuales|como|por que|puede|pueden|podria|puedo|debo|debe|cuando|donde|quien|sera|hay)\b(?! (?:i take|i started|started|(?:i|he|she) was|era|estaba|tomo|empece|not\b))"
)
SUPPOSED = Expression(
    r"\b(?:if|whether|unless|in case|what if|suppose|supposing|until|till|lest|si|por si|en caso de que|hasta que)\W+"
    r"(?:(?:i|ever|that|que|yo|ya|maybe|alguna vez|my \w+|mi \w+|el|la|ella|este|esta|este|the|this|the new|it) ){0,3}$"
)
NOT_SAID = Expression(
    r"(?:\b(?:not|never|nor|no longer|hardly|doubt|no (?:chance|way)|impossible|imposible|nobody|denies|neither|no|ni|nunca|jamas|tampoco|ya no|dudo)"
    r"(?: (?:really|actually|think|thinking|believe|sure|say|said|saying|know if|mean|even|ever|currently|also|"
    r"creo|pienso|que|es|digo|a|me|he|ha|se|la|lo|un|una|i am|i|we|that|if|le|yo)){0,4} ?$)|"
    r"\b(?:afraid|worried|scared|avoid|avoiding|prevent|against|instead of|para no|evitar|prevenir|miedo de|miedo a)\b[^,;]{0,25}$"
)
LOOKED_UP = Expression(
    r"\b(?:back when|the last time|(?:chart|profile|file|records?|list|system|app|it|computer|card) (?:says?|shows?|lists?)|listed|know if|check if|antes de que|que cosas?|a que)\W*(?:that )?$"
)
INVERTED = Expression(
    r"\b(?:does|do|did|am|can|could|should|would|will|have|had|may|might|shall|must|before|what|which|drugs?|medicines?|"
    r"medications?|meds|things?|anything|everything)\W*(?:that )?$"
)
WHEN = Expression(
    r"\b(?:when|whenever|while|before|since|after|once|until|as soon as|(?:every|each|any) ?time|cuando|cada vez que|siempre que|antes de que|"
    r"desde que|despues de que|mientras)(?: (?:i|we|he|she|you|they|(?:my|the) \w+|ever|first|just|que|yo|me))?\W*$"
)
PLANNED = Expression(
    r"\b(?:to|will|would|might|may|should|could|about|considering|gonna|va a|van a|quieren?|podrian?|queria)\W*$"
)
NO = Expression(r"\b(?:no|not|never|without|zero|sin|ningun[ao]?|nunca|nothing)\b")
NO_BUT_SAID = Expression(
    r"\b(?:not (?:\w+ )?(?:tolerat\w*|doing well|handl\w+|agree|sit|sleep\w*)|no (?:toler|aguant|soport|duerm|puedo|puede|me siento bien)\w*)"
)
WIFE = Expression(r"\b(?:wife|girlfriend|esposa|novia)\b")
I_FELT = Expression(r"\b(?:mareo|hincho|pico|irrito|enfermo|broto)$")
WHILE = Expression(r"\b(?:when|while|before|until|cuando|mientras|hasta que)\W*$")
PRONOUN_START = Expression(r"\W*(?:i|we|she|he|they)\b")
OTHERS = Expression(
    r"\b(?:husband|wife|spouse|partner|boyfriend|girlfriend|fiancee?|mother|father|mom|dad|mum|sister|brother|aunt|uncle|cousin|"
    r"niece|nephew|grand\w+|friend|neighbou?r|roommate|boss|coworker|in-law|people|women|woman|someone|somebody|everyone|patients?|"
    r"espos[oa]|marido|novi[oa]|mama|papa|madre|padre|herman[oa]|ti[oa]|prim[oa]|sobrin[oa]|abuel[oa]|amig[oa]|vecin[oa]|cunad[oa]|"
    r"suegr[oa]|nuera|yerno|mujer(?:es)?|gente|personas|alguien|dog|cat|perro|gato)\b"
)
CHILDREN = Expression(
    r"\b(?:son|daughter|child|kid|kids|baby|toddler|teen\w*|boy|girl|hij[oa]s?|nin[oa]s?|bebe|nene|nena|she|he|ella|her|his)\b"
)
STOPPED = Expression(
    r"^[^.;!?]{0,40}\b(?:but|and|then|pero|y) (?:i |have |then |had |since |ya |la |lo |me )*(?:stopped|quit|deje|suspendi|no longer|was taken off|ya no)\b"
)
FIRST_PERSON = Expression(
    r"\b(?:i|me|my|we|mi|mis|soy|estoy|tengo|tomo|yo|empece|llevo|he|doy|amamanto|deje|compre|vomite|puedo|quiero|espero)\b"
)
STOP = Expression(
    r",|[.;:()]|\b(?:so|but|please|can|could|because|which|that|who|when|since|if|unless|refill|refilled|i|we|do|does|is|are|was|were|has|have|now|"
    r"btw|need|needs|want|what|though|too|as well|just|for|by|put|in|on|at|to|with|without|from|while|until|after|before|ago|every|"
    r"lately|recently|today|yesterday|last|this|also|should|would|will|may|thanks|update|instead|daily|once|twice|"
    r"por favor|asi que|pero|porque|puede|puedo|necesito|quiero|cuando|desde|si|para|por|que|cada|hace|todos|todas|tambien|en|con|sin|ayer|hoy|"
    r"ahora|gracias|anotel[oa]|resurt\w+|esta manana|el (?:lunes|martes|miercoles|jueves|viernes|sabado|domingo)|la semana)\b"
)
RELIEF = Expression(
    r"\b(?:better|gone|goes away|went away|going away|help(?:s|ed|ing)?|(?:has|have) stopped|improv\w+|relief|reliev\w+|less|fewer|no more|cured|"
    r"mejor|quita\w* el dolor|alivi\w+|ayud\w+|menos)\b"
)
LEFT = Expression(r"\b(?:left|remaining)\b")
NEEDS_ACTOR = Expression(r"\b(?:provoc|caus|produ|cae|cay|cai|sient|hace|hizo|hac|hech|saca|saco|gener)")
WE = Expression(r"\W*(?:we|estamos|vamos|buscamos|queremos|intentamos|esperamos|[a-z]+ing)\b")
LINKED = Expression(r"\s*(?:,|/|&|\b(?:and|or|nor|plus|y|e|o|u|ni|mas)\b)\s*")
ARTICLES = Expression(
    r"^(?:(?:the|an?|any|some|all|my|mi|mis|his|her|su|sus|that|this|el|la|los|las|un|una|unos|unas|al|both|taking|last|daily|low dose|baby|most|certain|these|those|todas?|todos?|"
    r"algun[ao]s?|new|tomar|of|de|del|to|certain|drugs? like|medic\w+ like|medic\w+ como|medic\w+ con|antibioticos como) )+"
)
KIND_WORDS = Expression(
    r"(?<=\w) (?:drugs?|medicines?|medications?|meds?|pills?|products?|based \w+|itself|family|medicament\w+)$"
)
NO_SUBSTANCE = Expression(
    r"^(?:it|them|nothing|anything|something|everything|one|none|nada|algo|nadie|ella|eso|esa|esto|mornings?|work|you|me|people|"
    r"some|any|that|this|these|those|waiting|)$"
)
ALLERGEN = Expression(
    r"^(?:latex|shellfish|fish|nuts?|peanuts?|tree nuts|milk|dairy|eggs?|soy|wheat|gluten|bees?|wasps?|iodine|contrast(?: dye)?|sulfas?|sulfites?|"
    r"codeine|penicillins?|nsaids?|cephalosporins?|opioids?|statins?|dogs?|cats?|pollen|dust|mold|grass|strawberries|shrimp|bandages?|adhesives?|tape|"
    r"nickel|red dye|gelatin|lactose|mariscos|cacahuates?|mani|nuec?es|nuez|leche|huevos?|trigo|abejas?|avispas|yodo|sulfas?|codeina|penicilinas?|polvo|"
    r"polen|gatos?|perros?|camaron(?:es)?|fresas|soya|pescado|medio de contraste|contraste)$"
)
IT = Expression(
    r"^(?:(?:the|my|this|that|these|those|taking|mi|la|el|lo|las|los|esta?|estos?|estas?|esa?|esas?|esos?|of|de|a|mis) )*"
    r"(?:it|them|this|that|these|those|one|any|either|ella|ellas|el|ellos|la|lo|las|los|eso|esa|esta|ninguna|one|"
    r"(?:medicine|medication|pill|drug|med|stuff|generic|brand|version|dose|generico|medicina|pastilla|medicamento))?s?$"
)
PRONOUN_ACTOR = Expression(
    r"(?:^|[ ,])(?:it|this|that|they|these|those|which|que|esta|esto|eso|esa|ella|this stuff|that stuff|this one|that one|the new one|the other one)"
    r"(?: (?:also|really|just|always|is|has|been|was|are|were|have|had|still|now|sometimes|only|even|only|can|may|be|siempre|tambien|si|ya|a veces|a mi|keeps|started|all|do|does|so|kind of|tends to|usually|often))*$"
)
NOUN_ACTOR = Expression(
    rf"\b{MEDICINE_NOUN}(?: (?:nuev[ao]s?|one|i (?:take|am taking|got|started|was given)|you (?:gave|sent) me|que (?:tomo|me dieron|me recetaron)|"
    r"also|really|just|always|is|has|been|was|are|were|have|had|still|now|sometimes|only|even|siempre|tambien|si|ya|a veces|a mi|keeps|started|all|tends to|usually|often|"
    r"may|might|could|be|de \w+|para \w+|para la \w+|no))*$"
)
NOT_ACTOR = Expression(
    r"\b(?:prices?|costs?|wait\w*|line|traffic|heat|calor|precios?|copays?|calling|news|not|never|no|nunca|without|sin|ni|for|para|if|si)\b"
)
ADVERBS = Expression(
    r"(?: (?:also|really|just|always|is|has|been|was|are|were|have|had|still|now|sometimes|only|even|siempre|tambien|ya|a veces|a mi|keeps|started|all|"
    r"tends to|usually|often|may|might|could|be|that|which|pills?|tablets?|i (?:take|am taking|started|got)|\d+ ?(?:mg|mcg|ml)?|mg|que tomo|nuev[oa]|too|it|he|se|me))+$"
)
SAID_AFTER = Expression(
    r" (?:(?:much[ao]|bastante|muy|mal|al estomago|siempre|un poco|tambien|muchas?|muchos) ){0,3}(?P<of>(?:el|la|los|las|mi|mis|esta|este|esa|ese) [^.;!?,]{1,40})"
)
AND_I = Expression(r"\b(?:and i|y yo)\b[a-z ]{0,20}$")
ACTOR_START = Expression(r"[,:()]|\b(?:but|so|because|and|y|pero|porque|aunque|since|than)\b")
NOT_AVOIDED = Expression(r"(?:my|mi|mis|it|them|this|that|the|el|la \w+ sin|lo|any)\b")
AVOIDED_SO = Expression(
    r"\b(?:without|until|with|on an|at night|in the|before|unless|while|if|sin|en ayunas|con|de noche|hasta)\b"
)

NOW_AND_THEN = Expression(
    r"\b(?:is|are|can|could|should|do|does|will|would|ok|okay|safe|what|how|which|any|refill|problem|fine|matter|bad|"
    r"puedo|puede|es|hay|afecta|importa|mal[oa]?|segur[oa]|problema|bien)\b"
)
HOW = Expression(
    r"\b(?:how|why|where|way|often|much|many|times?|which|hora|veces|cuant[oa]s?|como|donde|por que|cual(?:es)?|dosis)(?: \w+)?\W*$"
)
LONG_AGO = Expression(
    r"\b(?:(?:years?|decades?) (?:ago|back)|last year|(?:back )?in (?:19|20)\d\d|back (?:then|when|in)|when (?:i|she|he) was|"
    r"as an? (?:kid|child|baby|teen\w*|boy|girl)|used to|in the past|long (?:time )?ago|previously|formerly|in (?:college|high school)|"
    r"hace (?:\w+ )?(?:\w+ )?anos|el ano pasado|en (?:19|20)\d\d|de (?:nin[oa]|joven|chic[oa])|cuando (?:era|estaba|tenia)|antes)\b"
)
WAS_TOLD_TO = Expression(r"\b(?:was|were|gave|given|got|prescribed|wrote|dieron|dio|recet\w+|mandaron|mando)\b")
WRONG = Expression(
    r"\b(?:instead of|by mistake|wrong\w*|en vez de|en lugar de|por error|por equivocacion|equivocad[oa])\b"
)
BACK_THEN = Expression(r"\b(?:back then|at the time)\W*$")
NOT_USED = Expression(
    r"\b(?:stopped|quit)(?: (?:taking|using))?(?= (?:it|them|last|because|after|a|when|in|since|on|two|this)\b|,|$)|"
    r"\b(?:do|did|have|am) not (?:\w+ )?(?:take|taken|taking|use|used|using|start|started|fill|filled)(?: (?:it|them|any)\b|,|$)|"
    r"\b(?:no longer|any ?more|never (?:took|started|used|filled|picked)|was taken off|"
    r"deje|suspendi|la suspend\w+|ya no|nunca (?:la|lo|las|los)|"
    r"no (?:la|lo|las|los) (?:tomo|tome|uso|use|quise|he))\b"
)
GUARDIAN = Expression(
    r"\b(?:i|me|my|we|our|mine|myself|mi|mis|soy|somos|estoy|estamos|tengo|tomo|yo|empece|llevo|he|amamanto|deje|compre|vomite|puedo|"
    r"quiero|queremos|espero|esperamos|toso|duermo|uso|doy|damos|planeo|busco|buscamos|intento|intentamos|trato|voy|vamos|siento|use|tome)\b"
)
GUARDIAN_STATE = Expression(r"\b(?:i am|we are|i have|i take|soy|estoy|tengo|tomo|yo)\b")
THE_CHILD = Expression(
    rf"\b(?:{_CHILD}(?:'?s)?|kids|kiddo|she|he|her|him|his|them|their|us|les?|ella|hij[oa]s?|nin[oa]s?|bebe|nene|nena|peque(?:no|na)|chiquit[oa])\b"
)
GUARDIAN_GIVES = Expression(r"\b(?:out|without|off|give|gave|giving|given|gone|sin|acab\w+|termin\w+)\b")
DAUGHTER = Expression(r"\b(?:daughter|teen\w*|she|her|hija|ella)\b")
INFANT = Expression(r"\b(?:baby|newborn|infant|bebe)\b")
PLURAL = Expression(r"(?<=[a-z]{5})(?<!vitamin)(?<!vitamina)s\b")
TIME_FIRST = Expression(
    r"^(?:(?:every|each) \w+|at night|in the \w+|for my \w+|cada \w+|tod[ao]s l[ao]s \w+|(?:en|por) las? \w+|de noche|para (?:el|la|mi) \w+|"
    r"con la comida|diario|a diario) "
)
HERB = Expression(
    r"\b(?:fish oil|omega[- ]?3s?|turmeric|curcumin|ginkgo|gingko|ginseng|echinacea|ashwagandha|valerian|kava|cbd(?: oil)?|kratom|"
    r"red yeast rice|berberine|garlic (?:pills|supplements?|capsules)|aceite de pescado|curcuma|valeriana|uva espino)\b"
)

# Names that the rules know and the drug records do not.

_WORT = r"(?:st|saint|san)\.? ?johns?'?s?[ -]?w[oa]r(?:t|th)s?|sjw|hypericum|hiperico|hiperic[ou]m|(?:hierba|yerba) de (?:san|sn) juan|corazoncillo"
_OTHER_NAMES = {
    "st. john's wort": _WORT,
    "potassium chloride": r"potassium(?! (?:citrate|iodide|gluconate))|potasio|cloruro de potasio",
    "zinc sulfate": r"zinc(?: sulfate)?|sulfato de (?:zinc|cinc)|cinc",
    "vitamin a": r"vitamina? a(?= (?:supplements?|pills?|capsules?|daily|and|y|every|too|palmitate|diario|todos)\b|$|,)|retinol (?:pills?|capsules?)",
    "aliskiren": r"aliskireno?|tekturna",
    "aluminum hydroxide": r"alumini?um hydroxide|hidroxido de aluminio|maalox|mylanta|gaviscon|amphojel",
    "amiloride": r"amilorid[ea]|midamor",
    "atazanavir": r"atazanavir|reyataz",
    "avanafil": r"avanafilo?|stendra",
    "bosentan": r"bosentan|tracleer",
    "cholestyramine": r"cholestyramine|colestiramina|questran",
    "cimetidine": r"cimetidin[ea]|tagamet",
    "clomipramine": r"clomipramin[ea]|anafranil",
    "danazol": r"danazol",
    "disulfiram": r"disulfiram|antabuse|antabus",
    "dolutegravir": r"dolutegravir|tivicay",
    "dronedarone": r"dronedaron[ea]|multaq",
    "eletriptan": r"eletriptan|relpax",
    "ergotamine": r"ergotamin[ea]|cafergot",
    "isocarboxazid": r"isocarboxazida?|marplan",
    "isoniazid": r"isoniazida?|inh",
    "isosorbide dinitrate": r"isosorbide dinitrate|dinitrato de isosorbid[ea]|isordil",
    "itraconazole": r"itraconazole?|sporanox",
    "linezolid": r"linezolida?|zyvox",
    "meperidine": r"meperidin[ea]|demerol",
    "mercaptopurine": r"mercaptopurin[ea]|purinethol|6-mp",
    "methylene blue": r"methylene blue|azul de metileno",
    "nefazodone": r"nefazodon[ea]|serzone",
    "phenelzine": r"phenelzine|fenelzina|nardil",
    "phenylephrine": r"phenylephrine|fenilefrina|sudafed pe",
    "pimozide": r"pimozid[ea]|orap",
    "posaconazole": r"posaconazole?|noxafil",
    "quinidine": r"quinidin[ea]",
    "rasagiline": r"rasagilin[ea]|azilect",
    "repaglinide": r"repaglinid[ea]|prandin",
    "rifampin": r"rifamp(?:in|icin|ina|icina)|rifadin",
    "rilpivirine": r"rilpivirin[ea]|edurant",
    "riociguat": r"riociguat|adempas",
    "saxagliptin": r"saxagliptina?|onglyza",
    "selegiline": r"selegilin[ea]|eldepryl|emsam",
    "tetracycline": r"tetracycline|tetraciclina",
    "theophylline": r"theophylline|teofilina|theo-?24|uniphyl",
    "thioridazine": r"thioridazine|tioridazina|mellaril",
    "tranylcypromine": r"tranylcypromine|tranilcipromina|parnate",
    "triazolam": r"triazolam|halcion",
    "vardenafil": r"vardenafilo?|levitra|staxyn",
    "voriconazole": r"voriconazole?|vfend",
    "zolmitriptan": r"zolmitriptan|zomig",
}
_DRINKS = {
    "alcohol": r"(?<!rubbing )alcohol(?! (?:wipes?|swabs?|pads?|prep|free|gel))|beers?|wine|liquor|whiske?y|vodka|tequila|cervezas?|vino|licor",
    "grapefruit": r"grapefruits?|toronjas?|pomelos?",
}
_CLASSES = {
    "penicillin": r"pen[ie]c[ie]ll?in[ae]?s?(?! (?:v|vk|g)\b)(?: (?:drugs?|antibiotics?|family))?|pcns?",
    "sulfa": r"sul(?:f|ph)as?(?: (?:drugs?|antibiotics?|meds?|pills))?|sulfonam(?:ide|ida)s?|sulfamidas?",
    "cephalosporins": r"cephalosporins?|cefalosporinas?",
    "statins": r"statins?|estatinas?",
    "opioids": r"opioids?|opioides?|opiates?|opiaceos?|narcotics?|narcoticos?",
    "codeine": r"codein[ea]s?",
    "nsaids": (
        r"nsaids?|aines?\b|(?:non[- ]?steroidal )?anti[- ]?inflammator(?:y|ies)(?: (?:drugs?|meds|medicines?|pills))?|"
        r"anti[- ]?inflamatorios?(?: no esteroide?os)?"
    ),
    "ace inhibitors": r"ace[- ]?(?:inhibitors?|is?\b)|iecas?|inhibidor(?:es)? de (?:la )?(?:eca|enzima convertidora)",
    "angiotensin receptor blockers": r"arbs?|ara[- ]?(?:ii|2)|angiotensin (?:ii )?(?:receptor )?blockers?|sartan(?:s|es)|bloqueador(?:es)? de (?:la |los receptores de )?angiotensina",
    "tetracyclines": r"tetracyclines|tetraciclinas",
    "macrolides": r"macrolides?|macrolidos?",
    "fluoroquinolones": r"(?:fluoro)?quinolones?|(?:fluoro)?quinolonas?",
    "aminoglycosides": r"aminoglycosides?|aminoglucosidos?",
    "carbapenems": r"carbapenems?|carbapenemicos?",
    "azole antifungals": r"azoles?(?: antifungals?)?|antifungicos azoles",
    "thiazides": r"thiazides?(?: diuretics?)?|(?:diureticos )?tiazid(?:a|ico)s?",
    "benzodiazepines": r"benzodiazepines?|benzos?|benzodia[zc]epinas?",
    "ssris": r"ssris?|isrs",
    "proton pump inhibitors": r"proton pump inhibitors?|ppis?|inhibidor(?:es)? de (?:la )?bomba(?: de protones)?",
    "phenothiazines": r"phenothiazines?|fenotiazinas?",
    "contrast": r"(?:iv |ct |iodine |iodinated |x-?ray )?contrast(?: dye| media| agents?)?|(?:x-?ray|ct|iodine) dye|(?:medio|tinte|liquido) de contraste|contraste(?: yodado)?",
    "latex": r"latex",
}


class OtherNames:
    """Names that some words stand for, each with its expression."""

    def __init__(self, words: dict[str, str]) -> None:
        """Take the expressions of names; nothing is read before the first text comes."""
        self._words = words

    def possible(self, text: AnchoredText) -> Iterator[tuple[str, Expression]]:
        """The names that a text may hold, in order."""
        return (found for found, _ in self._anchored.possible(text))

    @cached_property
    def _anchored(self) -> Anchored[tuple[str, Expression]]:
        read = AnchorReader().anchors
        return Anchored(
            ((name, Expression(rf"\b(?:{words})(?![a-z])")), read(words)) for name, words in self._words.items()
        )


OTHER_NAMES = OtherNames(_OTHER_NAMES)
DRINKS = OtherNames(_DRINKS)
CLASSES = OtherNames(_CLASSES)
IN_OTHER_NAMES = frozenset({"potassium chloride", "zinc sulfate"})
"""Minerals that are also part of other medicines' names, such as losartan potassium."""
