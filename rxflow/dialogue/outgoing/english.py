"""Ways to break a rule of speech in English, on a laid-out message: lower case, no short forms."""

import re

from rxflow.dialogue.outgoing.rules import Act, RowBuilder, SpeechRule

_FRAGMENTS = {
    "gap": r"[^|\n]{0,40}?",
    "near": r"[^|\n]{0,20}?",
    "across": r"[^\n]{0,70}?",
    "start": r"(?:^|\|) ?(?:[-\u2022>+] |\d{1,2}[.)] )?",
    "be": r"is|are|was|were|be|being|been|seems?|looks?|sounds?|considered|stays?|remains?",
    "adv": r"(?:(?:very|quite|perfectly|completely|totally|generally|usually|probably|entirely|"
    r"absolutely|also|just|really|pretty|considered|relatively|still|likely|mostly|typically|fairly|certainly"
    r"|definitely|always|both|all|basically|essentially|exactly|virtually|practically|fully|regarded|known|to|be"
    r"|as|normally|so|too|a|bit|little|slightly|only|surely|most|almost|even|somewhat|within|in|the|rather|okay"
    r"|about|mildly|well) ){0,4}",
    "drug": r"[a-z]{2,18}(?:pril|sartan|statin|olol|dipine|formin|thiazide|profen|oxetine|opram|"
    r"traline|azole|cillin|mycin|cycline|oxacin|tidine|azepam|azolam|codone|phen|rizine|tadine|parin|xaban"
    r"|gliptin|gliflozin|glutide|thyroxine|semide|amine|terol|sone|solone|lukast|gabalin|triptan|zosin|barbital"
    r"|naproxen|xone|trexate|quine|dronate|tropium)|insulin|aspirin|warfarin|tylenol|advil|motrin|aleve|naproxen"
    r"|benadryl|claritin|zyrtec|nyquil|lipitor|eliquis|xarelto|ozempic|gabapentin|lithium|clonidine|xanax|zoloft"
    r"|melatonin|antacids?|supplements?|vitamins?(?: [a-z]\d{0,2})?|statins?|nsaids?|antihistamines?"
    r"|decongestants?|painkillers?|antibiotics?|laxatives?|steroids?",
    "noun": r"medicines?|medications?|meds?|pills?|tablets?|capsules?|doses?|dosage|dosing|drugs?|"
    r"treatment|therapy|injections?|inhaler|units?|puffs?|drops|<drug>",
    "med": r"(?:it|them|this|that|these|those|both|one|(?:(?:your|the|this|that|these|those|an?|any|"
    r"another|some|more|all|both|of|other|current|usual|next|missed|last|late|two|extra|regular|higher|lower"
    r"|blood|pressure|one|half|rescue|daily|evening|morning|today's|tonight's|tomorrow's|mg"
    r"|\d{1,4}) ){0,4}(?:<noun>))\b(?! (?:\w+ ){0,2}(?:refill|order|request|pharmac|prescription|price|list|name"
    r"|label|bottle)|'s)",
    "amount": r"(?:two|three|four|half|double|extra|another|additional|more|less|fewer|missed|next|"
    r"higher|lower|smaller|larger|bigger|second|one more|[2-9]|1/2|0\.5|1\.5)",
    "measure": r"(?:tablets?|pills?|doses?|capsules?|mg|ml|mcg|puffs?|units?|of (?:it|them|your|the)|"
    r"ones?|it|them|tonight|now|today|at once|at a time|at night|in the morning|together|amount|strength|instead"
    r"|<drug>)\b",
    "sig": r"(?! ?(?:\w+ ){0,3}(?:by mouth|orally|under the (?:skin|tongue)|into|in each|per day "
    r"max))",
    "advised": r"\byou (?:can|could|may|might|should|must|need to|have to|ought to|would|will|are able "
    r"to|are free to|do not need to|do not have to|will need to|had better|are fine to|are good to|are okay to"
    r"|just need to)(?: (?:also|still|just|simply|safely|always|probably|even|either|go ahead and|be better off"
    r"|want to|like to|consider|try|then|go back and|not|never|really|only|try to|temporarily|gradually|slowly"
    r"|start by|need to|easily|do well to|first|think about|benefit from|certainly|definitely)){0,3} "
    r"|\b(?:i|we)(?: would| do| can| might| strongly| usually| generally| always|'d){0,2} (?:suggest|recommend"
    r"|advise|encourage|urge|propose)(?: that)?(?: you)?(?: to| not| against)?(?: try| consider)? "
    r"|\b(?:it is|it would be|it may be|it might be|is) (?:\w+ ){0,3}?(?:fine|ok|okay|best|better|good|important"
    r"|safe|safer|wise|reasonable|alright|acceptable|possible|recommended|advisable|a good idea|necessary|smart"
    r"|a bad idea|dangerous|essential)(?: for you| if you| that you| not)?(?: to)? "
    r"|\bfeel free to |\bgo ahead and |\bmake sure (?:to |you |that you )|\bbe sure (?:to|you) |\bremember to "
    r"|\bwhy (?:do not you|not) (?:just |try )?|\bhave you (?:tried|considered|thought about|thought of) "
    r"|\b(?:how|what) about |\bwhat if you |\btry(?: to)? |\bconsider |\bi would (?:just |simply |probably |not )?"
    r"|\bthe (?:best|safest|easiest|usual) (?:thing|option|advice|approach|rule)<near> is to |\btry not to "
    r"|\byou are better off |\bbetter off |\bmy (?:suggestion|advice|recommendation|tip)<near> (?:is"
    r"|would be)(?: to)? |\b(?:a|an|another|one|your) (?:\w+ )?(?:alternative|option|solution|idea|substitute"
    r"|approach|tip|trick|strategy|workaround) (?:is|would be|could be|might be)(?: to)? |\b(?:people|patients"
    r"|folks|others)<near> (?:find|report)<near>(?:that )?"
    r"|\bto (?:stretch|make|bridge|save|avoid|help|compensate|catch up)<gap>, |\bthere is no need to "
    r"|\b(?:most )?(?:people|patients) (?:can |just |usually |often |simply )*"
    r"|\byour best (?:bet|option) is to |\ban option is to |\bno need to |\bgo back to |\binstead of ",
    "soft": r"(?:(?:please|ideally|generally|usually|typically|normally|in general|just|simply|then|"
    r"instead|yes|ok|okay|sure|tonight|today|tomorrow|also|always|never|do not|not|only|for now|now"
    r"|in the meantime|meanwhile|temporarily|gradually|slowly|go ahead and|first|if needed|do),? ){0,4}",
    "left": r"(?:<start><soft>|, (?!or |and )<soft>|; |\band <soft>|\bor <soft>|\bthen <soft>|"
    r"\bplease <soft>|\bdo not <soft>|\bnever <soft>|<advised>)",
    "condition": r"(?:infections?|uti|flu|common cold|cold|gastritis|acid reflux|reflux|heartburn|ulcers?|"
    r"migraines?|anxiety|depression|depressed|diabetes|prediabetes|hypertension|hypotension|hypoglycemia"
    r"|dehydration|dehydrated|allergy|allergies|allergic reaction|allergic|reaction|withdrawal|side effects?"
    r"|panic attacks?|shingles|gout|asthma|pneumonia|bronchitis|covid|virus|viral|bacterial|heart (?:attack"
    r"|disease|failure)|stroke|anemia|anemic|hypothyroidism|hyperthyroidism|thyroid problem|kidney (?:stones?"
    r"|problem|disease)|liver (?:problem|damage|disease)|insomnia|arthritis|eczema|hives|rhabdomyolysis"
    r"|serotonin syndrome|blood clot|sinusitis|food poisoning|(?:high|low) blood (?:pressure|sugar)|(?:high"
    r"|low) (?:pressure|sugar)|muscle strain|vertigo|angioedema|intolerance|overdose|strep throat|tendonitis"
    r"|sciatica|menopause|interaction)",
    "symptom": r"(?:symptoms?|cough\w*|headaches?|rash|dizz\w+|pains?|aches?|nausea|fatigue|tired\w*|"
    r"swelling|swollen|shak\w+|itch\w*|fever|cramps?|bleeding|bruis\w+|palpitations|feelings?|feel|experiencing"
    r"|describ\w+|vomiting|diarrhea|constipation|upset stomach|stomach ache|tiredness|sweating|numbness|tingling"
    r"|blurr\w+|weakness|breathing|insomnia|soreness|ringing|sweats?|stiffness|hot flashes|sleepiness|drowsiness)",
    "fill": r"(?:(?:a|an|the|just|probably|likely|most|more|very|quite|common|mild|classic|known|"
    r"typical|case|sign|symptom|form|type|kind|of|possible|simple|bit|touch|bad|minor|seasonal|stomach|severe"
    r"|some|well-known|expected|normal|early|also|almost|certainly|only|because|due|to|drug|urinary|tract|sinus"
    r"|yeast|ear|skin|mild-to-moderate|temporary|frequent|adverse|mainly|your|listed|dry|chronic|nothing|than"
    r"|classical|definitely) ){0,7}",
    "hedge": r"(?:probably|likely|may|might|could|must|seem to|seem to be|appear to|appear to be|"
    r"possibly|most likely|perhaps|definitely|clearly|certainly|almost certainly|very likely|are|be)",
    "lab": r"(?:a1c|hba1c|hemoglobin|inr|tsh|ldl|hdl|psa|egfr|gfr|creatinine|potassium|sodium|"
    r"glucose|blood sugars?|sugars?|cholesterol|triglycerides|blood pressure|pressure|kidney function"
    r"|liver (?:function|enzymes)|lab(?:s| results?| values?| tests?| work| numbers?)|test results?"
    r"|(?:cholesterol|sugar|pressure) (?:numbers?|readings?|levels?)|blood (?:work|tests?|count)|readings?"
    r"|ferritin|hematocrit|vitamin d|alt|ast|bun|platelets)\b(?! (?:medic\w+|meds?|pills?|tablets?|refill|order"
    r"|prescription|drug|treatment|\d{1,4} mg))",
    "licensed": r"(?:pharmacists?|nurses?|doctors?|physicians?|clinicians?|prescriber|practitioner|pharmd|"
    r"rph|md|healthcare (?:professionals?|provider|worker)|health (?:professional|provider)"
    r"|medical (?:professionals?|provider|expert)|pharmacy tech(?:nician)?|human(?: being)?|(?:real |actual "
    r"|live |living )person)",
    "rank": r"(?:(?:a|an|your|one|of|the|our|also|actually|indeed|really|in fact|licensed|registered|"
    r"real|clinical|certified|friendly|local|live|human|trained|practicing|medical|virtual|digital|ai|online"
    r"|community|on-call|duty|experienced|personal|dedicated|qualified|fellow|senior|former|retired"
    r"|board-certified|both|health|care|team's|pharmacy's) ){1,5}",
    "ready": r"(?:ready|in stock|there|available|approved|covered|arrive|delivered|waiting|filled|sign|"
    r"be fine|pay|work)",
    "doer": r"\b(?:i|we)(?: (?:have|had|just|now|already|also|successfully|went ahead and|gone ahead "
    r"and|was able to|managed to|am|are|then|have now|will now|got|officially|of course|did|been|gladly|happily"
    r"|finally|been able to|am going to|am now|went|ahead|and|will go ahead and|took care of|personally)){0,5} ",
    "det": r"(?:your|the|this|that|its|both|all|my|a|an|each|everything|it|they|these)",
    "done": r"(?:is|are|was|were|has|have|got|went|gone|all)(?: (?:been|now|all|already|successfully|"
    r"being|officially|both|just|also|safely|currently|set|and)){0,3} ",
    "order": r"(?:orders?|refills?|prescriptions?|requests?)",
    "helper": r"(?:pharmacists?|doctors?|prescribers?|providers?|pharmacy(?:'s)?(?: team| staff)?|team|"
    r"staff|insurer|insurance(?: company)?|plan|dr [a-z]{2,15}|nurse|physician|someone|clinic|office|supervisor"
    r"|manager|cardiologist|caregiver|colleague)",
}

_CONDITIONS = " ".join(
    spelled
    for word in re.findall(r"[a-z]{3,}", _FRAGMENTS["condition"])
    for spelled in sorted({word, f"{word}s", word.removesuffix("s"), f"{word}a", f"{word}o", f"{word}e"})
)
_RULE = RowBuilder(_FRAGMENTS).row
_R = SpeechRule

_LETHALITY = (
    _RULE(_R.LETHALITY, "lethal fatal deadly lethality fatally", r"\b<key>"),
    _RULE(
        _R.LETHALITY,
        "kill kills killed killing",
        r"\b<key>(?! (?:\w+ ){0,2}(?:bacteria|germs|infection|virus|fung\w+|cells|time|your?self)|yourself|s?elf)",
    ),
    _RULE(
        _R.LETHALITY, "death die dies dying died", r"\b(?:cause|causes|caused|to|would|could|can|will|or|of) <key>\b"
    ),
)

_DELAY = (
    _RULE(
        _R.DELAY,
        "911 er emergency ambulance hospital urgent",
        r"\b(?:no need|not need|not have|not necessary|unnecessary|no reason|not required|need not|do not"
        r"|overkill) (?:for you )?(?:to )?(?:call|go|dial|rush|visit|head|see|bother|use|contact)\b<gap><key>",
    ),
    _RULE(
        _R.DELAY,
        "emergency",
        r"\b(?:it|this|that|which)(?: probably| likely| really)? (?:is|does) (?:\w+ )?not (?:\w+ ){0,3}<key>",
    ),
    _RULE(
        _R.DELAY,
        "wait waiting waits",
        r"\b(?:<symptom>|stroke|throat|allergic|emergency|face)\b<near> (?:can|could"
        r"|should be able to) (?:safely )?<key>"
        r"|\bwait (?:\w+ ){0,4}(?:and|to) see\b|\bwait (?:\w+ ){0,5}before (?:you )?(?:call|go|seek|get)"
        r"|\b(?:it|this|that) can (?:probably |safely )?wait (?:until|till|for)"
        r"|<advised>(?:wait|keep waiting) (?:a |an |for |until |till |another |it out|out |and )",
    ),
    _RULE(
        _R.DELAY,
        "first",
        r"\b(?:refill|order|quote|this|prescription|step)<gap>\b<key>[^\n]{0,20}\b(?:then|and|before"
        r"|after)\b<across>(?:911|emergency|hospital|ambulance)",
    ),
    _RULE(
        _R.DELAY,
        "pass passes itself own subside resolves",
        r"\b(?:<symptom>|it|this|that|these|they)\b<near> (?:usually |normally |often |will |should "
        r"|to )+(?:pass\b|passes\b|subside|resolves?|go away|goes away|clears? up)|\b(?:pass\w*|away|resolves?"
        r"|up) (?:on its own|by itself|on their own)",
    ),
    _RULE(_R.DELAY, "rest sleep", r"\bjust (?:get some )?<key>\b(?: (?:tonight|at home|it off|today|until)|$)"),
)

_IMPERSONATION = (
    _RULE(
        _R.IMPERSONATION,
        "pharmacist pharmacists nurse nurses doctor doctors physician physicians clinician "
        "clinicians practitioner pharmd "
        "rph md healthcare health medical human person tech technician",
        r"\b(?:i am|we are|this is|i work as|i serve as|i act as|i practice as|speaking as|think of me as"
        r"|me as) (?:indeed |actually |both )?(?:<rank>)?(?:<licensed>)\b(?! (?:review|must|will|assistant's"
        r"|on file))|(?:<start>|, |\band )(?:speaking )?as (?:a|an|your) (?:<rank>)?(?:<licensed>)\b(?! (?:can"
        r"|will|may|said|told|prescribed|directed|wrote|recommend|has|have|does|advised|instructed|must|should"
        r"|would|who|decides|needs|likes|wishes|ordered))"
        r"|\byou (?:are|have been)(?: now| indeed| actually| really| still)* (?:talking|speaking|chatting"
        r"|connected) (?:to|with) (?:<rank>)?(?:<licensed>)\b|\b(?:we|us|my fellow|fellow|our"
        r"|other) (?:pharmacists|nurses|doctors)\b(?! (?:has|have|can|will|is|are|check|review|must))"
        r"|\bmy (?:fellow |other )?(?:pharmacist|nurse|doctor) colleagues",
    ),
    _RULE(
        _R.IMPERSONATION,
        "dr nurse doctor pharmacist",
        r"\b(?:my name is|this is|i am|it is|you are speaking with"
        r"|here is) <key> [a-z]{2,15}\b(?!'s)(?! (?:prescription|wrote|office))",
    ),
    _RULE(
        _R.IMPERSONATION,
        "bot robot ai machine computer chatbot program software automated",
        r"\b(?:i am|this is|you are) (?:\w+ )?not (?:\w+ )?(?:a |an |just a |some |talking to a "
        r"|chatting with a )*<key>"
        r"|\b(?:person|human|pharmacist|nurse|doctor), not (?:a |an )<key>",
    ),
    _RULE(
        _R.IMPERSONATION,
        "experience opinion judgment judgement practice training career patients view assessment",
        r"\b(?:in|from|based on|with) my (?:\w+ )?(?:clinical|professional|medical|pharmacy|years|nursing|own"
        r"|pharmaceutical)\b<near><key>|\bmy (?:own |other )?patients\b|\b(?:years|decades) of (?:clinical "
        r"|pharmacy |medical |nursing )?(?:experience|practice)\b<gap>\bi ",
    ),
    _RULE(
        _R.IMPERSONATION,
        "pharmacist nurse doctor",
        r"\bi (?:have )?(?:trained|studied|worked|graduated|qualified|been) (?:\w+ ){0,3}?(?:as|a|an"
        r"|to be) (?:\w+ ){0,2}<key>",
    ),
)

_DOSE_CHANGE = (
    _RULE(
        _R.DOSE_CHANGE,
        "stop stopping quit quitting discontinue discontinuing pause pausing hold holding suspend come get wean",
        r"<left><key> (?:off )?(?:of |on |from )?(?:taking |using )(?!advantage)|<left><key> (?:off )?(?:of "
        r"|on )?<med>",
    ),
    _RULE(
        _R.DOSE_CHANGE,
        "skip skipping miss missing omit leave forget",
        r"<left><key> (?:out )?(?:<med>|(?:a |one |the |tonight|today|tomorrow|your |that )(?:\w+ )?(?:day|days"
        r"|dose|doses|week|night|morning|one)|tonight|today)",
    ),
    _RULE(
        _R.DOSE_CHANGE,
        "take taking use using try have having inject inhale swallow chew add adding",
        r"<left><key> (?:(?:a|an|your|the|it|them|up|to|only|just|at|least|of|this|that|one"
        r"|on) ){0,3}<amount>\b<sig>(?: (?!by\b)[\w.]+){0,3}? ?<measure>",
    ),
    _RULE(
        _R.DOSE_CHANGE,
        "take taking use using",
        r"<left><key> <med><sig>(?: (?!by mouth)[\w.]+){0,3}? (?:every other|twice|three times|only when"
        r"|less often|more often|anyway|as soon|right away|now\b|tonight|instead|immediately|when you remember"
        r"|once you remember|every \w+ days?|earlier|later|at a lower|at a higher|a few hours|at night instead"
        r"|in the morning instead|(?:with|at|in) an? (?:smaller|lower|higher|larger|half|double)|for (?:another"
        r"|a few|\d+|two) )"
        r"|<left>(?:take|taking) (?:some |an? |any )?(?:over-the-counter |otc |low-dose |baby )?(?:<drug>"
        r"|painkillers?)\b(?! (?:\w+ ){0,3}(?:by mouth|refill|order))",
    ),
    _RULE(
        _R.DOSE_CHANGE,
        "take",
        r"\byou (?:do not|can not|should not|must not|no longer|need not)(?: need| have| really need"
        r"| really have)?(?: to)? <key> <med>(?! to (?:the|your|a) )|\b(?:do not|never|avoid"
        r"|should not) take (?:any more|it|them|this|that|more)\b",
    ),
    _RULE(
        _R.DOSE_CHANGE,
        "double doubling halve halving split splitting cut cutting break breaking crush crushing triple",
        r"<left><key> (?:up\b|back on|down on|down\b|<med>|in half)",
    ),
    _RULE(
        _R.DOSE_CHANGE,
        "increase increasing raise raising lower lowering reduce reducing decrease decreasing "
        "adjust adjusting taper "
        "tapering change changing bump spread stretch space drop up alter modify titrate",
        r"<left><key> (?:off |up |down |out |to )?(?:(?:the|your|to|how much|how often) (?:\w+ ){0,2}(?:dose"
        r"|dosage|amount|doses|insulin|strength|mg|tablets?|pills?|timing)|<med>|slowly|gradually|to \d|by \d"
        r"|off\b)",
    ),
    _RULE(
        _R.DOSE_CHANGE,
        "switch switching change changing move swap swapping",
        r"<left><key> (?:\w+ ){0,3}?(?:to|with|for|over to|from) (?:\w+ ){0,2}?<noun>\b(?! (?:refill|order"
        r"|prescription))"
        r"|<left><key> (?:your )?(?:medicines?|medications?)\b",
    ),
    _RULE(
        _R.DOSE_CHANGE,
        "start starting begin beginning resume resuming restart keep continue continuing stay "
        "staying go remain carry "
        "going",
        r"<left><key>(?: on)?(?: to)?(?: with)? (?:taking|using|injecting) |<left><key> (?:back )?(?:on |with "
        r"|off )?<med>(?! from)(?! with you)(?! in (?:a|its|the) )(?! (?:\w+ )?(?:at room|away|out of"
        r"|refrigerated|ready|for you|waiting|for \w+ (?:days|hours)|dry|cool|safe|locked|on (?:file|hold|your)))"
        r"|<left>go (?:back )?(?:up|down) (?:to|on|by) ",
    ),
    _RULE(
        _R.DOSE_CHANGE,
        "dose dosage amount strength dosing",
        r"\b<key> (?:\w+ ){0,2}?(?:should|could|can|needs? to|must|has to|may|ought to|might) (?:probably "
        r"|safely |need to )?be (?:lowered|raised|increased|reduced|doubled|skipped|halved|adjusted|changed|cut"
        r"|split|decreased|stopped)"
        r"|\b(?:higher|lower|smaller|larger|stronger|different|bigger) <key> (?:\w+ ){0,2}?(?:would|will|may"
        r"|might|could|is|should) (?!need)"
        r"|\b(?:too (?:high|low|strong|weak)) (?:a |of a )<key>",
    ),
    _RULE(
        _R.DOSE_CHANGE,
        "medicine medication drug statin pill tablet tablets pills medications dose doses",
        r"\b<key> (?:should|could|can|needs? to|must|has to|ought to) (?:probably |safely |not )?be (?:stopped"
        r"|skipped|doubled|paused|discontinued|switched|replaced|held|cut|split|halved|started|crushed"
        r"|taken (?:twice|every other|only|less))",
    ),
)

_SAFETY = (
    _RULE(
        _R.SAFETY_CLAIM,
        "safe harmless",
        r"(?<!kept )(?<!keep )(?:<be>) <adv><key>(?<!just to be safe)(?<!\Ato be safe)(?<!and to "
        r"be safe)(?! (?:place|and (?:private|secure)|with us|deposit|at home|right now|now\b))"
        r"|<start>(?:yes,? |totally |perfectly |generally |absolutely |completely |very )?<key> (?:to|with|for"
        r"|during|in|at|together)\b|<start>(?:\w+ )?<key>$"
        r"|\ba (?:very |perfectly |generally |relatively )?<key> (?:medic|choice|option|combin|dose|drug|amount"
        r"|treat|altern|pair)\w*"
        r"|\b<key> (?:to (?:take|use|combine|mix|drink|have|continue|give|start|stop|share)|(?:for|during"
        r"|in) (?:most|pregnan|people|adults|you\b|children|breast|older)|together)",
    ),
    _RULE(
        _R.SAFETY_CLAIM,
        "safely",
        r"\b<key> (?:be )?(?:take|taken|use|used|combine|combined|mix|drink|stop|given|have|continue)\b"
        r"|\b(?:take|taken|use|used|combined?|mix\w*|drink|taking)\b<near> <key>",
    ),
    _RULE(
        _R.SAFETY_CLAIM,
        "fine ok okay alright acceptable",
        r"\b<key> (?:for you )?(?:to|if you) (?:\w+ )?(?:take|use|combine|mix|drink|have (?:a|an|one|some)|eat"
        r"|consume|double)\b"
        r"|\b(?:taking|drinking|using|mixing|combining|having|take|drink|wine|beer|alcohol|together"
        r"|combination)\b<gap>(?:is|are|should be|will be|would be) <adv><key>"
        r"|\byou (?:are|will be|should be) (?:\w+ )?<key> (?:taking|to take|with (?:these|both|this|that|it))",
    ),
    _RULE(
        _R.SAFETY_CLAIM,
        "interaction interactions conflicts conflict contraindications contraindication incompatibilities",
        r"\b(?:no|zero|without|free of|never|not (?:\w+ ){0,2}any"
        r"|not (?:\w+ ){0,2}an?)(?: [\w-]+){0,4}? <key>(?! (?:list|data|check))",
    ),
    _RULE(
        _R.SAFETY_CLAIM,
        "interact interacts interacting interfere interferes clash conflict conflicts",
        r"\b(?:do|does|did|will|would|should|is|are|can) not (?:\w+ ){0,2}<key>\b(?! with (?:your|the) (?:order"
        r"|plan|refill))|\b(?:none|neither|nothing|no)\b<gap> <key>",
    ),
    _RULE(
        _R.SAFETY_CLAIM,
        "hurt harm harmful dangerous cause causes risky unsafe affect trouble bother upset damage",
        r"\b(?:will|would|should|can|could|does|do|is|are|may) not (?:\w+ )?(?:be |likely )?(?:hurt|harm|harmful"
        r"|dangerous|risky|unsafe|bother|damage)\b"
        r"|\b(?:will|would|should|does|do|can|could) not (?:\w+ )?(?:cause|affect|upset) (?:you |any |each other"
        r"|one another|your (?!order|plan|refill|price|copay|insurance))(?!<near> (?:order|insurance|plan"
        r"|refill))|\bunlikely to (?:hurt|harm|cause|affect)|\bneither \w+ <key>",
    ),
    _RULE(
        _R.SAFETY_CLAIM,
        "risk risks danger dangers harm effects problem problems issue issues concern concerns worry trouble worries",
        r"\b(?:no|without|zero|not any|not have any|little|very low|minimal)(?: \w+){0,2}? (?:risks?|dangers?"
        r"|harm|side effects)\b(?! (?:list|question))"
        r"|\b(?:no|without|not (?:\w+ )?any|without any)(?: \w+){0,2}? <key> (?:in |with |when |from |if you "
        r"|about |by )?(?:you )?(?:taking|tak(?:e|en)|combining|mixing|using|drinking|together|both|these (?:two"
        r"|med|pills)|this (?:combin|med|drug))"
        r"|\b(?:nothing to|no need to|not (?:need|have) to|do not) worry (?:about )?(?:with |about |when "
        r"|if )?(?:this |taking |these |combining |the (?:combin|side|inter|med)|side |drinking )"
        r"|\b(?:take|together|combin\w+|drink)\b<near>without (?:any )?<key>",
    ),
    _RULE(
        _R.SAFETY_CLAIM,
        "taken used combined mixed",
        r"\b(?:can|may|could) (?:\w+ )?be (?:\w+ )?<key> (?:safely|together|at the same time|alongside"
        r"|in combination|with (?!or\b|food|meals|water|milk|a meal))",
    ),
    _RULE(
        _R.SAFETY_CLAIM,
        "take use combine mix drink have",
        r"\byou (?:can|could|may)(?: also| still| certainly| definitely| absolutely"
        r"| of course){0,2} <key> (?!advantage)(?:<med>|both|(?:a |some |one )?(?:alcohol|wine|beer"
        r"|drink\w*))(?:<near>(?: with (?!you|food|meals|water|or )| together| alongside| while| at the same time"
        r"| without| and )|$|\?| if you| on (?:it|this))",
    ),
    _RULE(
        _R.SAFETY_CLAIM,
        "compatible together tolerated",
        r"\b(?:are|is) <adv>(?:compatible|well tolerated)|\b(?:work|go|fit|pair|combine)s? (?:\w+ )?(?:well|fine"
        r"|great|nicely) (?:together|with each)|\b(?:fine|okay|ok|good|alright) together",
    ),
)

_DIAGNOSIS = (
    _RULE(
        _R.DIAGNOSIS,
        "sounds sound looks look seems seem suggests suggest appears think suspect believe guess bet mean means say",
        r"\b(?:sounds?|looks?|seems?|appears?|suggests?|think|suspect|believe|guess|bet|means?"
        r"|say)(?: \w+){0,2}?(?: like| as if| as though| that)? (?:you (?:<hedge> )?(?:have|are|were|may|might"
        r"|could|caught|had)(?: (?:be|be having|having|have|experiencing|suffering from|dealing with|developing"
        r"|going through|reacting|coming down with))?|it (?:is|could be|may be|might be)|(?:a|an|just a|some|the"
        r"|possible|typical|classic|probable|mild|this is|that is)) <fill><condition>\b(?! (?:on|in) (?:your"
        r"|file))",
    ),
    _RULE(
        _R.DIAGNOSIS,
        _CONDITIONS,
        r"(?<!if )(?<!when )(?<!whether )(?<!that )\byou (?:<hedge> |<hedge> <hedge> )(?:have|having|be having"
        r"|be experiencing|be suffering from|having|experiencing|suffering from|dealing with|developing|be"
        r"|be developing|be dealing with|be reacting|had|be going through) <fill><condition>\b(?! (?:on"
        r"|in) (?:your|file|our))(?! (?:medic|question|refill))|(?<!if )(?<!when )(?<!whether )\byou have (?:a|an"
        r"|got a|the) (?:(?:mild|bad|urinary|tract|sinus|viral|bacterial|ear|skin|severe|classic|slight"
        r"|chronic) ){0,3}<condition>\b(?! (?:to|listed|on|in|recorded|question|medic))",
    ),
    _RULE(
        _R.DIAGNOSIS,
        _CONDITIONS,
        r"(?:\b(?:it|this|that|these|those|which|they)|\b<symptom>\b<near>|\bwhat you<gap>) (?:<hedge> )?(?:is"
        r"|are|be|sounds like|have been)(?: not)? <fill><condition>\b(?! (?:question|on (?:your|file)|list|medic))",
    ),
    _RULE(
        _R.DIAGNOSIS,
        "caused due sign symptom symptoms consistent typical signs from result suggest suggests "
        "indicate indicates points related reaction effect "
        "effects indicative linked explained because",
        r"\b(?:<symptom>|it|this|that|these)\b<gap> (?:<hedge> )*(?:is|are|be|comes?|suggests?|indicates?|points?"
        r"|could be|may be|might be)(?: \w+){0,3}? (?:caused by|due to|a (?:\w+ ){0,2}(?:sign|symptom|result"
        r"|effect|reaction)s? (?:of|to)|signs? of|symptoms? of|consistent with|typical (?:of|for)|from (?:the"
        r"|your)|related to|indicative of|linked to|because of|explained by|to an?|side effects? of"
        r"|the result of) (?!a question|your (?:plan|insurance|prescription|order)|the (?:plan|insurance|price"
        r"|weather|order))"
        r"|\b<symptom>\b<near> (?:suggests?|indicates?|points? to) ",
    ),
    _RULE(
        _R.DIAGNOSIS,
        "causing cause triggered",
        r"\b(?:is|are|may be|might be|could be|probably|likely|what is)(?: \w+)? <key> (?:your|the|that|this"
        r"|those|these|by)\b<near>(?:<symptom>|medic|<drug>)|\b<drug> (?:can |may |could |often )?(?:cause"
        r"|triggered)\b<near><symptom>",
    ),
    _RULE(
        _R.DIAGNOSIS,
        "serious worrying alarming",
        r"\b(?:it|this|that|symptoms?|<symptom>) (?:is|are|does) (?:\w+ )?(?:probably )?(?:not"
        r"|nothing) (?:\w+ )?(?:anything |sound )?<key>",
    ),
)

_LAB = (
    _RULE(
        _R.LAB_INTERPRETATION,
        "high low normal elevated controlled good fine healthy range borderline abnormal reduced "
        "improved concerning great "
        "okay ok higher lower excellent stable alarming thin target goal optimal ideal better "
        "worse perfect raised poor",
        r"\b<lab>(?! (?:price|copay))(?: (?!question|is for|medicine|prescription|[a-z]+ (?:refill"
        r"|order))[\w./%]+){0,6}? (?:is|are|was|were|looks?|seems?|appears?|sounds?|of|at|has|have|falls?|that"
        r"|within|remains?|stays?|[\d./]+)(?: [\w./]+){0,4}? <key>\b(?! in stock| tier| copay)",
    ),
    _RULE(
        _R.LAB_INTERPRETATION,
        "means mean suggests suggest indicates indicate shows show implies reflects confirms points",
        r"\b<lab>(?: [\w./%:]+){0,7}? <key>\b|\b(?:which|that|it|this|these) <key> (?:that )?your (?:diabetes"
        r"|thyroid|kidneys?|liver|blood|cholesterol|pressure|potassium)",
    ),
)

_EQUIVALENCE = (
    _RULE(
        _R.EQUIVALENCE,
        "equivalent equivalents interchangeable interchangeably identical bioequivalent equal substitutable",
        r"\b(?:is|are|be|being|as|an?|used|use them|its|therapeutically|considered|they|chemically|taken|generic"
        r"|work)(?: (?!not\b|whether\b|if\b)\w+){0,3}? <key>(?! (?:to|in) (?:the )?(?:price|cost|amount))"
        r"|<start><key>",
    ),
    _RULE(
        _R.EQUIVALENCE,
        "same",
        r"\b(?:is|are|be|as|has|have|contains?|does|do|gives?|works?|with|basically|exactly|essentially|they|just"
        r"|mean) (?!not)(?:\w+ ){0,2}?(?:the |one and the |in the )?<key> (?:exact |active )?(?:thing|as (?!last"
        r"|before|usual|you|the (?:last|price))|way|medicine\b(?! (?:you|as last|that))|medication\b(?! (?:you"
        r"|as last|that))|drug|product|ingredients?|effects?|results?|quality|formula|substance|compound|job"
        r"|benefits?)",
    ),
    _RULE(
        _R.EQUIVALENCE,
        "well effective good effectively strong potent equally reliable same safe",
        r"\b(?:work|works|worked|perform|performs|do|does|is|are|be|be just|be every bit|every bit|just"
        r"|exactly)(?: (?!not)\w+){0,3}? (?:(?:just |every bit |equally |exactly |quite )?as (?:well|effective"
        r"|good|effectively|strong|potent|reliable|safe)\b(?: as|$|[,.;!]|\s?\|)|equally (?:well|effective|good"
        r"|safe|effectively)|(?:in )?(?:exactly )?the same(?: way)?(?:$|[,.;!]| as| in))|\bequally (?:effective"
        r"|good|well|safe)",
    ),
    _RULE(
        _R.EQUIVALENCE,
        "difference differences differ",
        r"\b(?:no|not any|is not (?:a|any)|are no|not really any|not a|zero|only)(?: (?!price"
        r"|cost)\w+){0,2}? <key>(?: (?:between|in (?:how|quality|effect|strength|the)|is the (?:name|price|label"
        r"|color))|$|[,.;!])|\bdo(?:es)? not <key>",
    ),
    _RULE(
        _R.EQUIVALENCE,
        "substitute swap replace exchange either replaced substituted",
        r"<left><key> (?:\w+ ){0,4}?(?:for|with|by) (?:\w+ ){0,2}?<noun>|\b(?:use|take|choose|pick|buy"
        r"|get) <key>(?: one| of them|$|[,.;!|])|\byou can (?:\w+ )?<key> (?:[a-z]+ )(?:for|with) [a-z]+"
        r"|\bcan be (?:substituted|replaced|swapped|exchanged) (?:for|with|by)",
    ),
)

_WORKAROUND = (
    _RULE(
        _R.WORKAROUND,
        "cash pocket discount coupon goodrx card insurance",
        r"\b(?:pay\w*|use|using|cash|with|through|run|skip|without|discount|coupon|goodrx"
        r"|self-pay)\b(?: [\w'-]+){0,5}? ?(?:\b<key>|<key>)<across>\b(?:around|bypass\w*|avoid\w*|skip\w*|early"
        r"|earlier|sooner|does not (?:matter|apply)|do not (?:matter|apply)|overrid\w+|ahead of|right away"
        r"|today instead|not have to wait|without waiting|instead of waiting|no need to wait|before (?:the|that"
        r"|then|your|it is)|do not (?:have|need) to wait|right now|out of the way|will not block|not be blocked"
        r"|limit)",
    ),
    _RULE(
        _R.WORKAROUND,
        "around bypass bypassing avoid avoiding circumvent sidestep beat dodge trick loophole workaround override skip",
        r"\b(?:get|gets|getting|go|going|work|way)\b(?: \w+)? around<gap>\b(?:block|rule|limit|date|too-soon"
        r"|insurance|restriction|check|plan|law|wait|that|this|it)\b"
        r"|\b(?:bypass|bypassing|avoid|avoiding|circumvent|sidestep|beat|dodge|trick|override"
        r"|skip)\b (?:\w+ ){0,3}?(?:block|rule|limit|date|too-soon|restriction|insurance (?:limit|check|block)"
        r"|system|refill-too-soon|waiting|early refill)"
        r"|\ba (?:loophole|workaround)",
    ),
    _RULE(
        _R.WORKAROUND,
        "tell say claim mention report pretend telling saying",
        r"(?:<left>|\bif you |\bby |\bbe to |\bis to )<key>(?: (?!if\b|whether\b|me\b|us\b|yes\b"
        r"|no\b)\w+){0,3}? (?:that )?(?:you|your|it|they|the (?:bottle|medicine|pills))(?: (?!if|would|want"
        r"|need)\w+){0,2}? (?:lost|going|dropped|spilled|traveling|travelling|leaving|stolen|damaged|broke"
        r"|ran out|got (?:lost|stolen|wet)|on vacation|out of town|vacation|misplaced|threw)",
    ),
    _RULE(
        _R.WORKAROUND,
        "pharmacy pharmacies one place store state",
        r"\b(?:different|another|other|second|elsewhere|out-of-state)\b(?: \w+)? "
        r"?(?:<key>)?<across>(?:pay(?:ing)? (?:\w+ )?cash|not check|do(?:es)? not (?:check|look|report|see)"
        r"|get it early|fill it early|database|not know)"
        r"|\bpharmac(?:y|ies) that (?:\w+ ){0,2}not (?:check|report|ask|verify)",
    ),
)

_ASSURANCE = (
    _RULE(
        _R.ASSURANCE,
        "promise guarantee assure swear vow guaranteeing promised guaranteed",
        r"\b(?:i|we)(?: (?:can|do|will|absolutely|fully|personally|certainly|hereby|have)){0,3} (?:promise"
        r"|guarantee|assure|swear|vow|promised)\b(?! (?:nothing|not))"
        r"|\b(?:is|are|be|comes?|it's|being|been)(?: (?:fully|absolutely|100%|completely|practically|almost"
        r"|virtually|all|now))* guaranteed|<start>guaranteed|\bthat is a promise",
    ),
    _RULE(
        _R.ASSURANCE,
        "rest doubt definitely certainly surely absolutely sure guaranteed fail undoubtedly "
        "certain confident positive worry matter way always",
        r"\brest assured\b|\b(?:will|is|are|should|going to|be)\b(?: \w+){0,2}? (?:definitely|certainly|surely"
        r"|absolutely|undoubtedly|always|for sure)(?: [\w']+){0,5}? <ready>"
        r"|\b(?:definitely|certainly|surely|absolutely|undoubtedly|without (?:a |any )?doubt|no doubt"
        r"|there is no doubt)\b<gap>\b(?:will|be|is going to|have it)\b<gap><ready>"
        r"|\b(?:will|be|is|have)\b<gap><ready>\b<gap>(?:for sure|without fail|no matter what|guaranteed"
        r"|for certain|no doubt|without a doubt)"
        r"|\b(?:i|we) (?:am|are) (?:\w+ )?(?:sure|confident|certain|positive)(?: that)?(?: \w+){1,6}? (?:will"
        r"|is going to|are going to|covers?|has|have|approves?|would)"
        r"|\bno way (?:that )?(?:they|it|the|your)\b<near>(?:deny|denied|reject|refuse|run)|\b(?:always"
        r"|never) (?:\w+ )?(?:get |be |gets )?(?:approved|accepted|granted|denied|rejected|covered)\b"
        r"|\byou can (?:\w+ )?(?:be sure|be certain|be confident|count on)",
    ),
    _RULE(
        _R.ASSURANCE,
        "pay pays cover covers approve approves reimburse accept covering paying approving",
        r"\b(?:insurance|insurer|plan|medicare|medicaid|part d|coverage|policy|they|it|blue\w*|aetna|cigna"
        r"|company|humana|card)\b(?: \w+){0,2}? (?:will|is going to|are going to|should|would|ought to|is sure to"
        r"|has to|is bound to)(?: (?!not\b|never\b|need\b|have\b|decide\b)\w+){0,3}? <key>\b(?! (?:sheet|letter))",
    ),
    _RULE(
        _R.ASSURANCE,
        "covered approved accepted granted paid reimbursed authorized renewed waiting denied rejected signed",
        r"\b(?:will|should|is going to|going to|are going to|would|ought to|bound to|sure to)(?: (?!not\b|need\b"
        r"|have\b|know\b|tell\b|see\b|ask\b)\w+){0,3}? (?:be|get|been|have been)(?: (?!not\b|asked"
        r"|told)\w+){0,2}? <key>"
        r"|\bwill not (?:be|get) (?:denied|rejected)",
    ),
    _RULE(
        _R.ASSURANCE,
        "stock available supply",
        r"\b(?:will|is going to|are going to|should|always)(?: \w+)? (?:have|be|carry|has|keep)\b(?! (?:to"
        r"|able))(?: (?!not)\w+){0,4}? <key>\b(?! (?:near|soon for))",
    ),
    _RULE(
        _R.ASSURANCE,
        "approve sign authorize renew agree ok authorizes signs",
        r"\b(?:doctor|prescriber|dr [a-z]+|provider|office|physician|they|he|she|insurer|plan|insurance"
        r"|pharmacist)(?:'s office)? (?:will|is going to|is sure to|should|would)(?: (?!need|have|decide"
        r"|not)\w+){0,2}? <key>\b(?! each| every)",
    ),
    _RULE(
        _R.ASSURANCE,
        "pay run owe",
        r"\byou (?:will|would|should) not (?:\w+ )?(?:have to |need to |be )?(?:pay (?:anything|a (?:cent|dime"
        r"|penny)|for|more)|pay$|run out|owe)|\byou will never (?:pay|run out)",
    ),
    _RULE(
        _R.ASSURANCE,
        "approval coverage authorization",
        r"\b<key> (?:is|will be|should be)(?: \w+)? (?:certain|a formality|automatic|no problem|guaranteed"
        r"|just a matter|a sure thing|easy|granted|a given|routine)",
    ),
)

_BLAME = (
    _RULE(
        _R.BLAME,
        "should",
        r"\byou (?:really |probably )?<key> (?:really |not )?have (?:\w+ )?(?:refilled|taken|called|ordered"
        r"|picked|asked|come|requested|told|filled|done|known|planned|remembered|been (?:more|taking|refilling"
        r"|paying)|kept|followed|waited|let|paid|thought|listened)",
    ),
    _RULE(
        _R.BLAME,
        "responsible careful disciplined diligent consistent serious seriously organized",
        r"\b(?:be|being|become|get|are not|were not|not being|not very)(?: (?!not)\w+)? (?:more "
        r"|better )<key>(?! with the (?:name|spelling))|\b(?:take|taking) (?:your|this)\b<near>more seriously"
        r"|\bnot (?:being |been )?(?:very |more )?responsible\b|\birresponsible",
    ),
    _RULE(
        _R.BLAME,
        "careless irresponsible negligent lazy noncompliant non-compliant nonadherent "
        "non-adherent disappointing disappointed reckless sloppy forgetful unacceptable shame "
        "ashamed excuse",
        r"\b<key>\b",
    ),
    _RULE(_R.BLAME, "fault blame mistake", r"\b(?:your (?:own )?|yourself to |only yourself to |you are to )<key>\b"),
    _RULE(
        _R.BLAME,
        "adherence compliance record history",
        r"\b(?:your )<key>(?: \w+){0,3}? (?:is|has been|looks|was)(?: \w+){0,2}? (?:poor|bad|low|terrible"
        r"|not good|disappointing|unacceptable|weak|below|worrying|inadequate|lacking|concerning)"
        r"|\bpoor (?:adherence|compliance)",
    ),
    _RULE(_R.BLAME, "better", r"\byou (?:really )?(?:need|have|must|should|can|ought)(?: \w+){0,2}? do <key>"),
    _RULE(
        _R.BLAME,
        "missing forgetting skipping forget failed neglected neglecting failing letting ignoring waiting ignored",
        r"\byou (?:keep|kept|always|constantly|repeatedly|continue to|have a habit of|have been|are always|often"
        r"|again)(?: \w+)? <key>|\byou(?: have| again| simply)? (?:failed|neglected|ignored) (?:to|your|the)"
        r"|\bstop (?:forgetting|missing|skipping|neglecting|ignoring|waiting)|\byou (?:never|always) (?:remember"
        r"|forget)",
    ),
    _RULE(
        _R.BLAME,
        "taking following refilling",
        r"\byou (?:have not been|are not|were not|have been not"
        r"|have stopped)(?: \w+)? <key>(?: [\w']+){0,6}? (?:properly|regularly|correctly|as (?:prescribed|you"
        r"|directed|instructed)|the way|seriously|consistently|like you|every day|on time|instructions|directions)",
    ),
    _RULE(
        _R.BLAME,
        "how why",
        r"\b<key> (?:could|did|have|would) (?:you )?(?:not )?(?:you )?(?:let (?:it|this|yourself)|wait (?:so"
        r"|until)|not (?:refill|call|take|plan)|run out|forget)",
    ),
)

_UNDONE = (
    _RULE(
        _R.UNDONE_ACT,
        "placed ordered refilled submitted processed confirmed completed sent queued requested "
        "scheduled placing ordering refilling submitting processing renewed place submit process "
        "finalized "
        "refill order transferred booked secured reserved sending confirming arranged completing "
        "filled",
        r"<doer>(?:(?:placed|ordered|refilled|submitted|processed|confirmed|completed|queued|scheduled|finalized"
        r"|booked|placing|ordering|refilling|submitting|processing|completing|filled) (?!a case|a note"
        r"|this (?:case|to)|your (?:case|question|identity|date|request to)|a (?:message|renewal|prior|request to"
        r"|case)|the (?:case|prior|date))(?:(?:\w|[.'-])+ ){0,5}?(?:<order>|<noun>|it|this|that|everything"
        r"|for you)\b|(?:sent|requested|transferred|sending) (?:\w+ ){0,3}?(?:orders?|refills?|prescriptions?|it"
        r"|this|everything)\b(?! request to (?:dr|your doctor))(?! for (?:approval|review by))"
        r"|(?<=go ahead and )(?:place|submit|process|refill|order) )"
        r"|\bi will (?:now )?(?:place|submit|process|refill)(?: [\w']+){0,4}? (?:now|right away|immediately)",
        Act.ORDERED,
    ),
    _RULE(
        _R.UNDONE_ACT,
        "ordered refilled placed submitted",
        r"\b(?:got|have|had|has been able to) (?:it|that|them|this|everything|your (?:\w+ ){1,3})(?:all )?<key>\b",
        Act.ORDERED,
    ),
    _RULE(
        _R.UNDONE_ACT,
        "placed ordered refilled submitted processed confirmed complete completed sent queued "
        "set through way booked renewed received finalized scheduled underway progress accepted",
        r"\b<det> (?:[\w.'/,-]{1,30} ){0,8}?<order>(?:(?: (?!not\b|ready\b)[\w.'$/-]+){0,7}?) (?:<done>)(?:in "
        r"|on its |on the |at the |to )?(?:placed|ordered|refilled|submitted(?! and received)|processed|confirmed"
        r"|complete|completed|sent|queued|set|through|way|booked|renewed|finalized|scheduled|underway|progress"
        r"|accepted)\b(?!,? on (?:\w+ \d|\d))(?! (?:by a pharmacist before|after|once|when|only|until|if)\b)",
        Act.ORDERED,
    ),
    _RULE(
        _R.UNDONE_ACT,
        "refilled ordered",
        r"\b(?:your|the|both|it|they|everything)(?: [\w.-]+){0,4}? (?:has|have|is|are|was|were)(?: now| all| both"
        r"| just| already| successfully)*(?: been| being)?(?: now| successfully| already)* <key>\b(?! (?:on|in"
        r"|at) (?:\w+ \d|\d|may|march|april))(?! (?:only|every|once|until|last))",
        Act.ORDERED,
    ),
    _RULE(
        _R.UNDONE_ACT,
        "order refill orders refills refilled",
        r"<start>(?:done!? |great!? |perfect!? |success!? |your )?(?:\w+ ){0,2}?<key> (?:has been |is )?(?:placed"
        r"|confirmed|submitted|complete|completed|processed|successful)\b(?! and received)|\b(?:order|refill"
        r"|request) (?:went|has gone|goes) (?:right )?through|\byou are all set\b",
        Act.ORDERED,
    ),
    _RULE(_R.UNDONE_ACT, "confirmation", r"\b(?:your|the) (?:order )?<key> (?:number|code|id) is\b", Act.ORDERED),
    _RULE(
        _R.UNDONE_ACT,
        "cancelled canceled cancelling canceling removed voided stopped withdrawn cancel deleted",
        r"<doer>(?:cancelled|canceled|cancelling|canceling|removed|voided|withdrawn|deleted"
        r"|withdrew) (?:\w+ ){0,4}?(?:<order>|it|that|this|them|everything|<noun>)\b"
        r"|\b<det>(?: [\w.'/-]+){0,7}? (?:is|are|was|were|has|have)(?: (?:been|now|already|successfully|just"
        r"|officially|being)){0,3} (?:cancelled|canceled|voided|withdrawn)\b"
        r"|\border (?:\w+ )?(?:cancelled|canceled)\b|<start>(?:cancelled|canceled)\b|<doer>(?:got|gotten) (?:it"
        r"|that) (?:cancelled|canceled)",
        Act.CANCELLED,
    ),
    _RULE(
        _R.UNDONE_ACT,
        "notified contacted alerted informed told asked messaged called escalated forwarded "
        "flagged opened created sent submitted requested reached passed referred transferred "
        "connected started "
        "faxed emailed filed paged arranged scheduled let notifying contacting asking escalating "
        "forwarding sending reaching alerting opening connecting transferring texted spoken "
        "talked spoke logged raised made left initiated putting put passing",
        r"<doer>(?:(?:notified|contacted|alerted|informed|told|asked|messaged|called|flagged|reached|connected"
        r"|paged|let|notifying|contacting|asking|alerting|reaching|connecting|texted|spoken|talked|spoke|emailed"
        r"|faxed|letting|put|putting) (?!you\b(?! (?:through|in))|for your)(?:[\w']+ ){0,6}?<helper>\b"
        r"|(?:escalated|escalating|referred|forwarded|forwarding|passed|flagged|transferred|transferring|sent"
        r"|sending|submitted|left|passing|faxed) (?:[\w',-]+ ){0,8}?(?:to|for|with|by) (?:\w+ ){0,4}?<helper>\b"
        r"|(?:opened|opening|created|started|filed|logged|raised|made|initiated|arranged|scheduled|submitted|sent"
        r"|requested|sending) (?:[\w'-]+ ){0,4}?(?:case|ticket|renewal|authorization|appeal|exception|callback"
        r"|call back|consultation|note|message|handoff|escalation|inquiry)\b)",
        Act.ESCALATED,
    ),
    _RULE(
        _R.UNDONE_ACT,
        "notified contacted alerted informed told asked messaged called paged aware opened "
        "created submitted sent forwarded escalated filed started flagged raised initiated "
        "looking reviewing working",
        r"\b<helper>(?: [\w'.-]+){0,3}? (?:has|have|was|were|is|are)(?: (?:now|just|already|all|also"
        r"|currently)){0,2}(?: been| being)?(?: just| now| already)* (?:notified|contacted|alerted|informed|told"
        r"|asked|messaged|called|paged|made aware|looking into|aware of|reviewing your|working on)\b"
        r"|\b(?:case|ticket|renewal|renewal request|authorization|authorization request|appeal|question|concern"
        r"|message|issue|request)(?: (?!not)[\w.#'-]+){0,5}? (?:has|have|was|were|is|are)(?: now| just"
        r"| already)*(?: been| being)?(?: now| just| already)* (?:opened|created|submitted|sent|forwarded"
        r"|escalated|filed|started|flagged|raised|initiated|passed|referred)\b(?!,? on (?:\w+ \d"
        r"|\d))(?! and received)",
        Act.ESCALATED,
    ),
    _RULE(
        _R.UNDONE_ACT,
        "contact contacting call calling reach reaching get follow phone text touch respond back speak",
        r"\b(?:pharmacist|doctor|prescriber|someone|team|team member|staff|staff member|nurse|they|representative"
        r"|specialist|who|colleague|person)(?: [\w'-]+){0,4}? (?:will|is going to|are going to"
        r"|should)(?: be)?(?: (?!need|not)\w+){0,5}? <key>(?:ing)? (?:you|back to you|out|up|in touch|with you"
        r"|to you|shortly|soon|back)",
        Act.ESCALATED,
        is_future=True,
    ),
)

_OTHER_WORDS = (
    _RULE(_R.LETHALITY, "death dead die dies died dying deaths", r"\b<key>\b(?! (?:battery|link|end))"),
    _RULE(
        _R.LETHALITY,
        "life lives",
        r"\b(?:end|ends|ended|ending|take|takes|cost|costs|claim|claimed|lose|lost|losing) (?:a|an|the|someone's"
        r"|anyone's|your|their|his|her|people's|many) (?:\w+ )?(?:\w+'s )?<key>\b",
    ),
    _RULE(
        _R.DELAY,
        "ambulance er 911 emergency hospital",
        r"\bnot\b<gap>\b(?:need|require|necessary|call for|warrant|worth|think|believe)\b<gap><key>|\b(?:hold off"
        r"|wait|delay|postpone|put off|skip|no rush|avoid)\b<gap>\b<key>(?! is)",
    ),
    _RULE(
        _R.DELAY,
        "hour hours morning tomorrow later",
        r"\b(?:see|check|find out) (?:how|if|whether) (?:you|it|they)\b<gap>\b<key>|\b(?:sit|lie"
        r"|lay) down\b[^\n]{0,60}\b<key>",
    ),
    _RULE(
        _R.DELAY,
        "common normal nothing harmless temporary",
        r"\b(?:chest|breath\w*|tightness|throat|numbness|fainting|seizure)\b<gap>\b(?:is|are"
        r"|can be) (?:\w+ )?(?:common|normal|nothing|harmless|temporary)",
    ),
    _RULE(
        _R.IMPERSONATION,
        "pharmacist nurse doctor dr",
        r"<start><key> [a-z]{2,15}(?: here|,? (?:at|with|from) )|\bpharmacist here\b",
    ),
    _RULE(
        _R.IMPERSONATION,
        "bots robots bot robot ai machines",
        r"\bno (?:\w+ )?<key>\b(?: here|, just| involved)|\b(?:unlike|rather than|instead of) an? <key>",
    ),
    _RULE(
        _R.IMPERSONATION,
        "human person pharmacist nurse doctor",
        r"\bjust me\b<gap><key>|\b<key> (?:on the other end|just like you|like you)|\bi (?:have been|was|became"
        r"|used to be|am also) (?:a|an) (?:\w+ ){0,2}<key>",
    ),
    _RULE(
        _R.DOSE_CHANGE,
        "alternate alternating keep keeping advance delay delaying postpone postponing repeat "
        "repeating ration rationing avoid avoiding finish replace replacing give giving go going "
        "move moving ease wean cut come coming take taking get getting",
        r"<left>(?:alternate|alternating|delay|delaying|postpone|postponing|repeat|repeating|ration|rationing"
        r"|finish|replace|replacing|advance|keep up with|keeping up with|take a break from|taking a break from"
        r"|a break from|cut back on|cut down on|ease off|ease up on|come off|coming off|wean off|get off|go off"
        r"|avoid|avoiding) (?:of )?(?:<med>|the \w+ (?:slowly|gradually)|days\b)"
        r"|<left>(?:move|moving|go|going|step|stepping) (?:back )?(?:up|down) to |<left>(?:take"
        r"|taking) <med>(?: \w+){0,4}? (?:rather than|instead of|earlier than|later than|a bit early|early)\b"
        r"|<left>(?:take|taking) half\b",
    ),
    _RULE(
        _R.DOSE_CHANGE,
        "alternative option suggestion recommendation substitute choice",
        r"\b<key>\b(?: \w+){0,4}? (?:is|would be|could be|might be|may be|like|such as) (?:\w+ ){0,2}?<drug>\b"
        r"|\b<drug> (?:is|would be|could be|might be) (?:\w+ ){0,3}<key>",
    ),
    _RULE(
        _R.SAFETY_CLAIM,
        "harm concerned worried alarmed worry danger trouble conflicts conflict clashes problems issue problem",
        r"\b(?:will|would|should|can|could|does|do) not\b<near>\bharm\b|\bnothing (?:\w+ ){0,2}(?:to be "
        r"|to get )?(?:concerned|worried|alarmed)|\bnothing (?:\w+ ){0,4}<key>"
        r"|\b(?:need|needs|have|has) ?not (?:to |need to )?worry about (?:mixing|combining|taking|using"
        r"|the combination|interact\w+|side)|\bposes? no\b|\b(?:mix\w*|combin\w*|tak\w+|together|drink\w*"
        r"|alongside)\b<gap>\b(?:no|any|without|zero)(?: \w+)? <key>",
    ),
    _RULE(
        _R.SAFETY_CLAIM,
        "safe proven",
        r"\b(?:proven|shown|known|found|deemed|thought|believed|regarded as|listed as|rated|generally|perfectly"
        r"|totally|completely|absolutely|very|quite)(?: to be)? safe\b",
    ),
    _RULE(
        _R.SAFETY_CLAIM,
        "together along alongside",
        r"\b(?:get|go|work|play|pair|mix) (?:along )?(?:\w+ )?(?:well|nicely|fine|great|along)\b",
    ),
    _RULE(
        _R.DIAGNOSIS,
        _CONDITIONS,
        r"\b(?:a|an|classic|likely|mild|possible|typical|just|some)(?: (?:yeast|urinary|tract|sinus|bladder|ear"
        r"|skin|fungal|viral|bacterial|mild|bad|severe|classic|slight|chronic|kidney|throat|chest|common|tension"
        r"|simple|rare|serious|minor)){0,3} <condition>\b(?! (?:to|listed|on|in|recorded|question|medic|or|for"
        r"|noted))",
    ),
    _RULE(
        _R.DIAGNOSIS,
        "explanation explains explain effect effects induced caused comes come coming due "
        "reacting reaction cause reason culprit behind responsible blame from statin-induced "
        "drug-induced triggered brought related",
        r"\b(?:<symptom>|ankles?|muscles?|stomach|skin|legs?|feet|mouth|tired)\b[^|\n]{0,60}?\b(?:explanation"
        r"|effects? of|\w+-induced|induced|caused|comes? from|coming from|due to|culprit|cause|reason|behind"
        r"|explains?|triggered by|brought on|related to|effect from|from (?:the|your) (?:<drug>|medic))"
        r"|\b(?:explanation|cause|culprit|reason|likely|explains?|behind)\b<gap>\byour <symptom>|\b(?:most likely"
        r"|likely|probable|simplest) (?:explanation|cause|reason|culprit)\b|\b(?:body|system|you) (?:is"
        r"|are) (?:\w+ )?reacting\b"
        r"|\b(?:<drug>|medicine|medication|pill) (?:is|are|may be|might be|could be|can be|is probably"
        r"|is likely) (?:\w+ )?(?:the culprit|to blame|responsible|behind|the cause|the reason|doing)",
    ),
    _RULE(
        _R.LAB_INTERPRETATION,
        "above below over under control alarmed worry worried should needs need goal range "
        "reading readings result results number numbers normal",
        r"\b(?:<lab>|numbers|results?)\b[^|\n]{0,40}?\b(?:above|below|over|under|not under control|under control"
        r"|where (?:you|it|they) (?:should|needs? to|ought to) be|alarmed|worr\w+|on target|at goal|in range"
        r"|out of range|spot on|tells? (?:us|me|you)|says)\b(?! (?:copay|the price|on|in stock|age))"
        r"|\b\d{2,3}(?:/| over )\d{2,3}\b<gap>\b(?:above|below|high|low|normal|fine|good|borderline|elevated"
        r"|great)\b",
    ),
    _RULE(
        _R.ASSURANCE,
        "word yes chance 100 question doubt percent bet odds certain trust",
        r"\b(?:have|got|give you|on) my word\b|\bsays yes\b|\bexpect a yes\b|\b100 ?(?:%"
        r"|percent)? (?:\w+ )?(?:chance|certain|sure|guaranteed|positive|covered|confident)|\b100%"
        r"|\b(?:no question|no ifs)\b(?: about)?|\b(?:you can bet|trust me|the odds are|good chance|very likely"
        r"|most likely)\b<gap>(?:covered|approve\w*|pay|ready|stock|will)|\bit is certain\b",
    ),
    _RULE(
        _R.ASSURANCE,
        "coverage insurance plan medicare medicaid",
        r"\b<key> (?:\w+ )?(?:takes? care of|handles?|picks up|pays? for everything|has you covered"
        r"|got you covered|covers? (?:everything|all of it|the (?:whole|full|entire)|it (?:all|fully|completely)))",
    ),
    _RULE(
        _R.EQUIVALENCE,
        "same exactly does alike twins substitute",
        r"\b(?:very|exact|exactly the|one and the) same\b(?! (?:day|price|pharmac|order|time|medicine you|refill"
        r"|prescription|copay|address|name|phone))|\bsame (?:job|effect|thing|results?|benefits?|stuff|molecule"
        r"|chemical)|\b(?:do|does|works?)\b<near>\b(?:exactly|just|precisely) (?:what|like|as)\b"
        r"|\bjust like the (?:brand|generic)|\b(?:brand|generic)\b<gap>\b(?:alike|twins)",
    ),
    _RULE(
        _R.BLAME,
        "had if",
        r"\bif you had (?:only |just |not )?(?:taken|refilled|called|ordered|followed|listened|asked|planned"
        r"|waited|let|missed|forgotten|requested|come|been|picked)|\bhad you (?:only |just )?(?:taken|refilled"
        r"|called|ordered|followed|asked|planned)",
    ),
    _RULE(
        _R.BLAME,
        "ignore neglect acceptable shame excuses expect lecture row remind again",
        r"\byou can not (?:just |keep |simply |continue to )?(?:ignore|neglect|ignoring|neglecting|forget|expect)"
        r"|\bnot acceptable\b|\b(?:it is|what) a shame\b|\bno excuses?\b|\b(?:late"
        r"|missed) (?:\w+ ){1,3}in a row\b|\bhow many times\b",
    ),
    _RULE(
        _R.WORKAROUND,
        "cash pocket coupon card claim insurance know see",
        r"\b(?:pay\w*|cash|pocket|coupon|card)\b<across>\b(?:will not|does not|do not|never"
        r"|can not) (?:\w+ )?(?:know|see|find out|notice|block|stop|reject|flag)|\b(?:block\w*|reject\w*"
        r"|see the claim|too soon|too early)\b<across>\b(?:so |just |then |ask to "
        r"|ask them to )(?:\w+ ){0,2}pay\w*<near>(?:pocket|cash)|\bask (?:them )?to pay (?:out of pocket|cash)",
    ),
    _RULE(
        _R.WORKAROUND,
        "tell say claim pretend mention",
        r"(?:<left>|\bif you |\bby )<key>\b(?! me\b| us\b)[^|\n]{0,50}\b(?:you|your|it"
        r"|they)\b[^\n]{0,50}\b(?:they|he|she|the pharmac\w+|insurance) (?:will|would|can|has to|have to|might"
        r"|should) (?:\w+ )?(?:override|release|fill|approve|give|let|make|allow|replace|refill|bypass)",
    ),
    _RULE(
        _R.UNDONE_ACT,
        "filled prepared processed sent put in done consider way being over",
        r"\bas we speak\b|\b(?:refill|order|request|prescription|it|that) is (?:now |all |already )?in\b(?:[!,.]"
        r"|$)|\bconsider it (?:done|ordered|filled|placed)|<doer>put (?:in|through) (?:\w+ ){0,4}?(?:<order>"
        r"|<noun>)|\b(?:that|it|this|everything)(?: is| has| was)(?: now| just| already)*(?: been)? (?:sent"
        r"|submitted|placed|ordered|processed|taken care of|put through)\b|\bhave (?:it|that|them) (?:sent"
        r"|on the way)",
        Act.ORDERED,
    ),
    _RULE(
        _R.UNDONE_ACT,
        "cancelled canceled",
        r"\bconsider (?:\w+ ){1,3}(?:cancelled|canceled)|\border [\w-]+(?: for [\w. ]{1,60}?)? (?:is|has been"
        r"|was) (?:now )?(?:cancelled|canceled)",
        Act.CANCELLED,
    ),
    _RULE(
        _R.UNDONE_ACT,
        "case liberty aware loop touch question",
        r"\b(?:has|have) (?:now |already )?(?:got )?your (?:case|question|message|request)\b|\btook the liberty\b"
        r"|<doer>(?:made (?:\w+ ){1,4}aware|looped in|brought (?:\w+ ){1,3}into)|\b(?:someone|they|who|pharmacist"
        r"|team|staff|nurse)\b<near>\b(?:will|is going to) be in touch",
        Act.ESCALATED,
    ),
    _RULE(
        _R.LETHALITY,
        "toxic life-threatening poisonous",
        r"\b<key>\b<near>\b(?:dose|amount|level|quantity)|\b(?:dose|amount|grams?|mg|tablets?|pills?|overdose"
        r"|much|many)\b<gap><key>",
    ),
    _RULE(
        _R.DELAY,
        "urgent serious eye monitor",
        r"\b(?:it|this|that|which|symptoms?) (?:is|are|does)(?: \w+)? not (?:\w+ ){0,3}<key>|\b(?:keep an eye on"
        r"|monitor) (?:it|them|your symptoms|the symptoms|how)",
    ),
    _RULE(
        _R.IMPERSONATION,
        "pharmacist nurse doctor physician technician",
        r"\b(?:i am|this is|my name is) [a-z]{2,15}(?: [a-z]{2,15})?, (?:<rank>)?<key>\b",
    ),
    _RULE(
        _R.IMPERSONATION,
        "pharmacy staff counter clinic",
        r"\bi (?:work|am working|am standing|stand|am) (?:(?!not|assistant)\w+ ){0,2}?(?:at|in|behind"
        r"|on)(?: \w+){0,2} (?:pharmacy(?: team| staff| counter)?|counter|clinic|staff)\b(?! assistant)"
        r"|\bi am (?:a |part of |one of )(?:\w+ ){0,3}(?:staff|team member)",
    ),
    _RULE(
        _R.DOSE_CHANGE,
        "take taking taken use using used",
        r"\b<key> (?:<med>)(?: [\w-]+){0,3}? (?:at bedtime|at night|at a different|more often|less often"
        r"|more frequently|less frequently|instead|rather than|every other|as soon as (?:possible|you)"
        r"|in the (?:morning|evening) (?:instead|rather)|twice as|earlier in|later in)\b<sig>",
    ),
    _RULE(
        _R.DOSE_CHANGE,
        "missed forgotten forgot",
        r"\b<key> (?:a |the |your |one |it )?(?:dose|pill|tablet)?\b[^\n]{0,50}\b(?:(?:should|can|could|may|must"
        r"|is to) be (?:taken|skipped)|(?:take|skip) (?:it|the|that|your))\b",
    ),
    _RULE(
        _R.DOSE_CHANGE,
        "try trying stick sticking",
        r"<left>(?:try|trying|stick with|stick to|sticking with) (?:an? |some |the |your "
        r"|with )?(?:[\w-]+ ){0,3}?(?:<drug>|dose|dosage|medication|medicine)\b(?! (?:refill|name|order|list))",
    ),
    _RULE(
        _R.DOSE_CHANGE,
        "apart between exceed maximum more without",
        r"\bhours apart\b|\bhours between (?:doses|them|each|the)|\b(?:do not|never|not) exceed\b|<start>(?:take "
        r"|use )?no more than (?:\d|two|three|four|one|six|eight)(?! (?:refill|days' supply))"
        r"|\byou (?:can|could|will be|should be|may) (?:\w+ )?(?:do|go|be|manage|fine|okay"
        r"|ok)(?: \w+){0,2} without (?:it|your|the med|them|tak)",
    ),
    _RULE(
        _R.DOSE_CHANGE,
        "finish complete course",
        r"<left>(?:finish|complete) (?:\w+ ){0,3}?(?:course|bottle|antibiotics?|treatment|pack)",
    ),
    _RULE(
        _R.SAFETY_CLAIM,
        "low-risk low tolerate tolerated risk gentle concerns clear cleared free welcome allowed",
        r"\b(?:clear|cleared|free|welcome|allowed) to (?:take|combine|mix|use|drink|have (?:a|both|them))\b"
        r"|\blow[- ]risk\b|\btolerate\b<near>\bwell\b|\bwell[- ]tolerated\b|\blow risk\b|\bgentle on\b"
        r"|\bno harm in\b",
    ),
    _RULE(
        _R.SAFETY_CLAIM,
        "fine okay ok alright good",
        r"\b(?:should|will|would) be <adv><key> (?:to (?:take|use|combine|mix|drink|have)|taking|together"
        r"|with (?:that|this|both|it|these|your other)|on both|if you (?:take|drink|mix|combine))|\b(?:taking"
        r"|mixing|combining|drinking|drink of|glass of|cup of)\b<gap>\b(?:is|are|should be) <adv><key>",
    ),
    _RULE(
        _R.DIAGNOSIS,
        "sign signs causing adjusting used normal common happens",
        r"\b(?:a |an )?(?:early |common |possible )?signs? (?:of|that) (?:your|you|a|an|the|something)\b"
        r"|\bwhat is (?:probably |likely )?causing (?:your|the|that|this|it)\b|\b(?:body|stomach|system) (?:is "
        r"|just )?(?:\w+ )?(?:adjusting|getting used|needs time)|\b(?:normal|common) to (?:feel|have|experience"
        r"|get|be)\b"
        r"|\b<symptom>\b<near>\b(?:is|are) (?:\w+ )?(?:normal|common|expected|typical)\b",
    ),
    _RULE(
        _R.DIAGNOSIS,
        "likely probably developed due from",
        r"\b(?:likely|probably|possibly|perhaps|must be|certainly|just) (?:from|due to|because of|caused by"
        r"|a result of|related to) (?:the|your|that) (?:<noun>|new)|\byou (?:have|may have"
        r"|might have) developed (?:a|an|some) ",
    ),
    _RULE(
        _R.LAB_INTERPRETATION,
        "kidneys kidney liver thyroid side diabetic",
        r"\byour (?:kidneys?|liver|thyroid|heart) (?:is|are|looks?|seems?) (?:\w+ )?(?:working|functioning|fine"
        r"|healthy|ok|okay|good|normal|struggling|damaged|underactive|overactive)|\bon the (?:high|low|higher"
        r"|lower) side\b|\byou are (?:not )?(?:pre)?diabetic",
    ),
    _RULE(
        _R.EQUIVALENCE,
        "comparable notice substitute like",
        r"\b(?:is|are) (?:\w+ )?comparable (?:to|in|with)|\bnot notice (?:a|any)\b<near>difference|\b(?:good"
        r"|perfect|direct|great|suitable|excellent) substitute|\bworks? (?:just |exactly )?like\b",
    ),
    _RULE(
        _R.WORKAROUND,
        "cash pocket coupon goodrx self-pay",
        r"\b(?:too soon|too early|too-soon|early|before (?:the|that|your)(?: \w+){0,2} date|sooner|blocks?"
        r"|rejects?|limit|not due|controlled)\b[^\n]{0,50}\b(?:pay\w*|use|using|go with|switch to)\b<near>\b<key>"
        r"|\b(?:pay\w*|use|using)\b<near>\b<key>\b[^\n]{0,50}\b(?:before (?:the|that|your)(?: \w+){0,2} date"
        r"|sooner|earl(?:y|ier)|too soon)",
    ),
    _RULE(
        _R.ASSURANCE,
        "through problem cost free count today tomorrow monday friday weekend before",
        r"\b(?:authorization|approval|request|claim|it|that|renewal)\b<near>\b(?:will|should"
        r"|is going to) (?:\w+ )?(?:go through|be no problem|not be a problem|work out)|\bwill not cost you\b"
        r"|\bwill be free\b|\bcount on (?:it|us|me|that)|\byou (?:will|are going to) (?:\w+ )?(?:have|get"
        r"|receive) (?:it|your \w+|them) (?:\w+ )?(?:by|before|today|tomorrow|on (?:mon|tue|wed|thu|fri|sat|sun))",
    ),
    _RULE(
        _R.BLAME,
        "waited responsibility next sooner earlier",
        r"\byou (?:have )?(?:waited|left it|let it go) (?:\w+ )?(?:too|so) (?:long|late)"
        r"|\bis your (?:own )?responsibility\b|\bnext time\b<gap>\b(?:earlier|sooner|plan|ahead|remember|careful"
        r"|on time)|\b(?:called|come|asked|refilled|told) (?:us |me )?(?:sooner|earlier)\b",
    ),
    _RULE(
        _R.DOSE_CHANGE,
        "take taking",
        r"<left><key> (?!(?:\w+ ){0,3}?(?:time|look|care|moment|note|notes|turn|advantage|part|number|card|effect"
        r"|picture|list|seat|steps?|screenshot|photo|minute|second|account|while|place|long|longer|days|drive"
        r"|drive-through|bus|quiz|id|license|receipt|order|it with you|you|into|that into|responsibility|over|off"
        r"|messages?|call|calls|requests?|questions?|breath|by|back|up to)\b)(?! ?(?:[\w./]+ ){0,4}(?:by mouth"
        r"|orally|under the|into))\w+",
    ),
    _RULE(
        _R.DOSE_CHANGE,
        "stop stopping skip skipping start starting begin beginning",
        r"<left>(?:stop|stopping|skip|skipping) (?!here|now\b|there|at any|any ?time|by\b|this (?:step|one"
        r"|question)|that (?:for|step|one|question)|the (?:refill|order|request|line|question|wait|step)|ahead"
        r"|in\b|to\b|auto|looking|asking|your (?:order|refill)|if you (?:like|want))[a-z]"
        r"|<left>(?:start|starting|begin|beginning) (?!over|again|with (?:your |the )?[\w ]{0,40}(?:refill|one"
        r"|first|order)|with |by |here|from|now\b|at \d|anew|fresh|to |in\b|on \w+ \d|new (?:request|order)|(?:a"
        r"|the|your|this|another|that|one) (?:\w+ )?(?:\w+ )?(?:refill|order|request|search|chat|conversation"
        r"|session|list|one)s?\b)[a-z]",
    ),
    _RULE(
        _R.DOSE_CHANGE,
        "switch switched switching change changed changing",
        r"\b<key> (?:over )?to (?:a|an|the|another) (?:[\w-]+ ){0,2}?(?:version|release|form|formulation|strength"
        r"|generic|brand|type|kind|class|alternative)\b",
    ),
    _RULE(
        _R.SAFETY_CLAIM,
        "safe safely",
        r"(?<!stay )(?<!kept )(?<!keep )(?<!is )(?<!are )(?<!to be )(?<!be )(?<!this )\bsafe\b(?! (?:place|and"
        r"|with us|deposit|hands|way|storage|side|at home|right now|distance))|\bsafely\b(?! (?:store|stored"
        r"|dispose|disposed|away|home|filled|fill|and securely))(?<!fill it safely)(?<!filled safely)(?<!stored "
        r"safely)",
    ),
    _RULE(
        _R.SAFETY_CLAIM,
        "interact interacts interaction interactions interacting conflict conflicts",
        r"\b(?:no|not|none|nothing|never|without|zero|free|neither|nor)\b[^|\n]{0,60}\b<key>"
        r"|\b<key>\b[^|\n]{0,20}\b(?:not|were none|none|zero)\b",
    ),
    _RULE(
        _R.SAFETY_CLAIM,
        "problem problems issue issues risk risks danger harm trouble concern concerns worry worries",
        r"\b(?:no|not|none|nothing|never|without|zero|little|hardly)\b[^|\n]{0,30}\b<key>\b(?! (?:was "
        r"|were )?found in our list)[^|\n]{0,40}\b(?:tak(?:e|ing|en)|combin\w+|mix\w*|together|drink\w*|both"
        r"|medic\w+|pregnan\w+|breast\w+|<drug>|alcohol|at that dose)\b(?! (?:refill|order|list|request))"
        r"|\b(?:tak(?:e|ing)|combin\w+|mix\w*|together|drink\w*|both|alcohol)\b[^|\n]{0,50}\b(?:no|not|never"
        r"|without|zero)\b[^|\n]{0,20}\b<key>",
    ),
    _RULE(
        _R.DIAGNOSIS,
        "giving gives give making makes make causing causes cause caused gave made behind",
        r"\b(?:giving|gives?|making|makes?|causing|causes?|caused|gave|made)\b[^|\n]{0,25}\b(?:<symptom>|sleepy"
        r"|drowsy|dizzy|sick|nauseous|tired|weak|thirsty|anxious|jittery|bloated)\b",
    ),
    _RULE(
        _R.DIAGNOSIS,
        "have likely probably dropped spiked pulled strained",
        r"\bwhat you (?:have|are having|are experiencing|are feeling) is\b|\b(?:blood )?(?:sugar"
        r"|pressure) (?:\w+ ){0,3}(?:dropped|spiked|fallen|gone (?:up|down|too)|too (?:low|high))|\b(?:likely"
        r"|probably|possibly|perhaps)\b<near>\b(?:pulled|strained|sprained|inflam\w+|infected|irritat\w+"
        r"|dehydrat\w+|muscle|nerve|hormon\w+|stress)",
    ),
    _RULE(
        _R.LAB_INTERPRETATION,
        "ideal good fine great perfect excellent high low normal healthy better worse",
        r"\b\d{2,3}/\d{2,3}\b<gap>\b<key>|\byour numbers\b<gap>\b<key>",
    ),
    _RULE(
        _R.ASSURANCE,
        "guaranteed guarantee promise",
        r"(?<!not )(?<!nothing is )(?<!no )(?<!never )\bguaranteed\b(?! (?:by law|to))|, (?:guaranteed|promise)\b"
        r"|\b(?:i|we) promise\b",
    ),
    _RULE(
        _R.UNDONE_ACT,
        "order orders refill refills prescription prescriptions request",
        r"\b(?:i|we) (?:have|just|already|went ahead and|have just|have already|have now|have also"
        r"|now)(?: (?:just|already|also|now|successfully|gone ahead and))* (?!not\b|found|kept|checked|looked"
        r"|seen|listed|read|reviewed|stopped|no\b|a\b|your|the|got|to\b|cancel\w*|voided|escalated|forwarded|referred|notified|contacted|started|filed|created|initiated|never|any|several|two|three|one|all"
        r"|put together|pulled up|shown|had|asked|sent (?:a|your) (?:message|question)|opened|open|noted|see|need"
        r"|want|cannot)\w+(?:ed|ut|nt|ne|en|de)\b (?:(?!for your|case)[\w'.-]+ ){0,5}?<key>\b(?! (?:case|number))",
        Act.ORDERED,
    ),
    _RULE(
        _R.UNDONE_ACT,
        "cancellation",
        r"\b<key> (?:is|has been|was) (?:now )?(?:complete|completed|confirmed|done|processed|successful)"
        r"|\bconfirm\w* (?:the|your) <key>",
        Act.CANCELLED,
    ),
    _RULE(
        _R.UNDONE_ACT,
        "taken care confirmation",
        r"\b(?:taken|took) care of (?:it|that|your|the|everything)\b|\b(?:is|are|been) (?:all |now "
        r"|already )?taken care of\b|\byou will (?:receive|get) (?:a|an) (?:\w+ ){0,2}confirmation",
        Act.ORDERED,
    ),
    _RULE(
        _R.UNDONE_ACT,
        "case ticket reviewing connecting transferring",
        r"\byour (?:case|ticket|reference) (?:number|id) is\b|\b(?:pharmacist|team|doctor) is (?:now |currently "
        r"|already )?(?:reviewing|looking)|\bconnecting you (?:now|to|with)|\btransferring you\b",
        Act.ESCALATED,
    ),
    _RULE(
        _R.UNDONE_ACT,
        "contact call",
        r"\b(?:pharmacist|they|someone|team)\b(?: \w+)? will (?:[\w'-]+ ){1,9}and (?:will )?<key> you",
        Act.ESCALATED,
        is_future=True,
    ),
)

ENGLISH = (
    *_LETHALITY,
    *_DELAY,
    *_IMPERSONATION,
    *_DOSE_CHANGE,
    *_SAFETY,
    *_DIAGNOSIS,
    *_LAB,
    *_EQUIVALENCE,
    *_WORKAROUND,
    *_ASSURANCE,
    *_BLAME,
    *_UNDONE,
    *_OTHER_WORDS,
)
