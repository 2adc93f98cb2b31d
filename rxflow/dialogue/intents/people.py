"""Phrases about who is speaking, for whom, and with whom."""

from rxflow.dialogue.intents.intent import Evidence, Intent
from rxflow.dialogue.intents.rows import row
from rxflow.dialogue.intents.words import CHILD, MEDICINE, PERSON, RELATIVE, RELATIVE_ES

_MACHINE = (
    r"(?:human|person|people|bot|chatbot|robot|ai|a\.i|computer|machine|automated|real|pharmacist|doctor|nurse"
    r"|recording|program|chat ?gpt|gpt|siri|alexa|woman|man|lady|software|algorithm)"
)
_MACHINE_ES = (
    r"(?:persona|human[oa]|robot|bot|maquina|computadora|ia|inteligencia|real|farmaceutic[oa]|medic[oa]|doctora?"
    r"|enfermer[oa]|grabacion|de verdad|programa)"
)
_AUTOMATON = r"(?:bot|chat ?bot|robot|ai|a\.i|computer|machine|recording|chat ?gpt|gpt|real person|human(?: being)?|actual person)"
_CONVERSING = r"(?:talking|speaking|chatting|texting|typing|writing|corresponding|dealing|messaging|conversing)"
_READS = r"(?:typing|reading|writing|answering|responding|replying|behind|watching|there)"
IDENTITY = row(
    Intent.IDENTITY,
    rf"\bare you (?:\w+ ){{0,3}}{_MACHINE}\b|\b^(?:so )?you (?:a )?{_MACHINE}\b.{{0,12}}\?|\b^you real\b",
    rf"\b(?:am i|is this|i am) (?:\w+ ){{0,2}}{_CONVERSING} (?:to|with|at) (?:\w+ ){{0,3}}{_MACHINE}\b",
    rf"\bis this (?:\w+ ){{0,2}}{_MACHINE}\b",
    r"\bwho(?:m)? are you\b|\bwhat (?:exactly )?(?:are you|you are)(?: exactly)?[?.! ]*$|\bwho is (?:this|there)[?.! ]*$",
    rf"\bwho(?:ever)? (?:is|am i|are you) (?:\w+ )?{_READS}\b|\bis (?:there )?(?:an? |any|some)(?:\w+ )?(?:person|human|people|body|one|body real)? ?{_READS} (?:this|these|that|my|it)\b",
    rf"\b(?:who|what) am i (?:\w+ )?{_CONVERSING} (?:to|with)\b",
    r"\bwhat is your name\b|\bwhat (?:do|should|can) i call you\b|\bdo you have a name\b|\b(?<!acuerdo )(?<!recuerdo )(?<!se )(?<!que )como (?:te llamas|se llama(?: usted)?[?. ]*$)",
    rf"\b(?:one of (?:those|them|these)|some kind of|dealing with) (?:\w+ )?{_MACHINE}s?\b|\b(?:any|no|some)(?:body|one) (?:\w+ ){{0,2}}(?:on|at) the other end\b",
    rf"\byou (?:do not |are )?(?:sound|seem|act|feel|look|talk|type|write)(?:ing)? (?:\w+ ){{0,3}}{_MACHINE}\b|\btoo \w+ (?:to be|for) (?:an? )?{_MACHINE}\b",
    rf"\b{_MACHINE}s? or (?:an? |am i |is (?:this|it) )?(?:\w+ )?{_MACHINE}\b|\b{_MACHINE_ES} o (?:una? )?(?:\w+ )?{_MACHINE_ES}\b",
    rf"\bis an? (?:\w+ )?(?:{_AUTOMATON[3:-1]}|human|person) {_READS}\b|\bam i {_CONVERSING} (?:an? )?{_MACHINE}\b|\bis (?:this|it) (?:\w+ ){{0,2}}(?:automat\w+|ai|a\.i)\b|\bdo i (?:speak|talk|chat) (?:to|with) (?:an? |the )?{_MACHINE}\b",
    rf"\bis (?:it |this )?(?:an? )?{_AUTOMATON} {_READS}\b|\bnot (?:sound|seem|look|feel) like (?:an? )?(?:\w+ )?{_MACHINE}\b|\bwhat (?:kind|sort|type) of {_AUTOMATON}\b|\b(?:if|whether) you are (?:an? )?(?:\w+ )?{_MACHINE}\b|\bpleasure of (?:speaking|talking|chatting)\b",
    r"\bquien esta (?:ahi|alli|del otro)\b|\bhay una? (?:persona|humano) (?:ahi|real|o)\b|\busted quien es\b|\bquien es usted\b|\bwho (?:reads|answers|writes|sees) (?:this|these|my|the|here)\b|\bdo (?:real |actual )?(?:people|humans|persons) (?:read|answer|see|write)\b|\b(?:which|what) company (?:made|built|runs|owns|are you)\b"
    r"|\b(?:some(?:one|body)|any(?:one|body)) (?:real|human) (?:behind|there|reading|on|here)\b",
    r"\b^(?:an? |una? )?(?:bot|robot|chatbot|human|ai|machine|maquina|humano)[?]$|\bdo you (?:have (?:a (?:heartbeat|pulse|soul|boss)|feelings)|sleep|eat|breathe)\b"
    r"|\bwho (?:made|built|created|programmed|runs|owns|trained) you\b|\bprove (?:that )?you are\b|\bquien te (?:hizo|programo|creo)\b",
    rf"\byou (?:are|is) (?:not )?(?:only )?(?:an? )?(?:\w+ )?{_AUTOMATON}\b.{{0,25}}$|\bthis (?:is )?(?:just )?an? (?:\w+ )?{_AUTOMATON}\b|\b(?:is it|it is) an? (?:\w+ )?{_AUTOMATON}\b",
    rf"\bes (?:usted |esto )?(?:una? )?(?:persona real|robot|maquina|bot|grabacion|computadora|programa)\b|\b(?:hablando|chateando|platicando|escribiendo|mensajeando) con (?:\w+ ){{0,2}}{_MACHINE_ES}\b",
    rf"\b(?:me )?(?:contesta|responde|lee|escribe|contestando|respondiendo) (?:esto )?(?:una? )?{_MACHINE_ES}\b",
    rf"\b(?:eres|usted es|uste es|es usted|es esto|esto es|estoy hablando con|hablo con|platico con) (?:\w+ ){{0,3}}{_MACHINE_ES}\b",
    r"\b(?:quien|que) (?:eres|es usted|es esto)\b|\bcon quien (?:hablo|estoy hablando|tengo el gusto|platico|trato)\b|\bquien (?:me )?(?:habla|contesta|escribe|responde|atiende)\b"
    r"|\b(?:hay alguien|quien esta|persona|humano) (?:\w+ ){0,3}(?:detras|del otro lado|al otro lado|leyendo|escribiendo)\b",
)

_KIN = (
    rf"(?:{RELATIVE[3:-1]}|{RELATIVE_ES[3:-1]}|hubby|hubs|wifey|missus|bf|gf|old (?:man|lady)|better half|significant other"
    r"|fiance|roomie|step ?(?:dad|mom|father|mother|brother|sister)|daddy|momma|mommy|granny|gran|pops|papi|mami|in-?laws?|folks"
    r"|client|patient|resident|senora|senor|viej[oa]|patron[a]?|carnal[a]?|tenant|pastor|teacher)"
)
_THEIR_THING = rf"(?:{MEDICINE}|birth control|insulin|inhaler|account|profile|chart|records?|order|refill|insulina|cuenta|expediente)"
_SUPPLIED = r"(?:needs|wants|takes|is taking|is (?:\w+ )?out of|ran out|is on|has a prescription|gets|is (?:\w+ )?(?:low|due)|could use|is supposed to)"
_NOT_A_NAME = (
    r"(?:my|the|that|this|these|those|your|it|you|there|he|she|they|we|i|any|anyone|anybody|someone|what|to|do|am|should|can|a|an|and|one"
    r"|everyone|today|insurance|medicare|medicaid|walgreens|costco|cvs|pharmacy|doctor|dr)"
)
_NOT_THEIRS = (
    r"(?:house|home|place|car|wedding|birthday|party|funeral|graduation|insurance|plan|phone|number|card|address|name"
    r"|doctor|going|coming|driving|picking|here|there|away|pregnant|sick|a|the|in|at|not|been|out|always|never|on|was"
    r"|says?|said|told|lol|haha|and|so|but)"
)
OTHER_PATIENT = row(
    Intent.OTHER_PATIENT,
    rf"\b(?<!that was )(?<!was )my {_KIN}(?:(?: [a-z]+)?(?:'s|s')|s) (?!{_NOT_THEIRS}\b)[a-z]",
    rf"\bmy {_KIN} (?:\w+ ){{0,2}}{_SUPPLIED}\b|\bthe (?:wife|husband|hubby|missus|old (?:man|lady)|roommate)(?:'s)? (?:\w+ )?(?:{_SUPPLIED[3:-1]}|out of|{_THEIR_THING[3:-1]})\b",
    rf"\b(?:hubby|wifey|roommate|mom|dad|mama|daddy|grandma|grandpa)(?:'s| [a-z]+)? (?:\w+ )?(?:{_SUPPLIED[3:-1]}|out of)\b",
    rf"\bmy {_KIN}\b.{{0,80}}\b(?:his|her|their|she|he) (?:{_THEIR_THING}|on\b|take|is on|takes|needs)",
    rf"\b(?:his|her|their|{_KIN}'s) {_THEIR_THING}\b.{{0,60}}\b(?:he is|she is|they are) my {_KIN}\b",
    rf"\b(?:what|which)\b.{{0,20}}\b(?:is|does|do|are) my {_KIN}\b.{{0,30}}\b(?:tak\w+|on|using)\b",
    rf"\b(?:does|is|has|did|when is|was) my {_KIN}(?: [a-z]+)? (?:have|still|due|supposed|pick\w*|refill\w*|get|gotten|on|taking|tak\w+|fill\w*)\b",
    rf"\bwhat (?:all )?(?:is|are|does) (?!{_NOT_A_NAME}\b)[a-z]+(?: [a-z]+)? (?:taking|takes?)\b",
    rf"\b(?:has|did|does|is) (?!{_NOT_A_NAME}\b)[a-z]+(?: (?!{_NOT_A_NAME}\b)[a-z]+)? (?:pick|get|got|gotten|take|taking|refill|fill|still)\w*(?: \w+){{0,4}} (?:her|his|their)\b",
    r"\b(?:did|has|does|is) (?:he|she) (?:\w+ )?(?:pick|get|got|fill|refill)\w* (?:\w+ ){0,2}(?:his|hers?)\b",
    r"\b(?:on behalf of|power of attorney|(?:i am|as) (?:her|his|a|an|the|their) (?:\w+ )?(?:care ?(?:giver|taker)|nurse|aide|guardian|poa)|home health aide"
    r"|i (?:take care of|look after|care for) (?:an?|my|this|her|him|the)|soy (?:su |el |la )?(?:cuidador|cuidadora|apoderad[oa])|cuido a|a nombre de)\b",
    rf"\b(?!{_NOT_A_NAME}'s)[a-z]+'s (?:account|profile|chart|records?|medication list|med list|list of)\b",
    rf"\bnot (?:for )?me, (?:it is )?(?:for )?my {_KIN}\b|\bmy {_KIN}\b.{{0,60}}\b(?:for (?:him|her|them)\b|(?:filled|picked up|refilled|taking|getting) (?:his|hers?|theirs?)\b)|\badd my {_KIN} to my (?:account|profile|family)\b",
    rf"\bwhat (?!{_NOT_A_NAME}\b)[a-z]+ (?!{_NOT_A_NAME}\b)[a-z]+ (?:takes|is taking|is on)\b|\ba (?:friend|neighbor|relative|co-?worker|cousin)'s (?:\w+ )?{_THEIR_THING}\b|\b(?:the|that) other (?:guy|lady|man|woman|fella)\b",
    rf"\b(?:give|show|pull|open|check|see|read|send|look)\b.{{0,25}}\b(?:records?|profile|chart|file|account) (?:of|for|de|del) (?!{_NOT_A_NAME}\b|me\b|mi\b|la\b|los\b|las\b|all\b)[a-z]+ [a-z]+\b",
    r"\bpatient[_ #]{0,2}\d+\b|\bfrom patients\b|\ba (?:customer|patient) (?:there|here|of yours)\b",
    r"\bmy name is now\b|\bpretend (?:i am|to be)\b.{0,40}\bpatient\b",
    rf"\b(?:another|other|different) (?:patient|person|customer|profile)(?:'?s)?\b|\bother people'?s\b|\bother people (?:take|are taking|get)\b|\bother people's {MEDICINE}",
    rf"\bsome(?:one|body) else'?s? (?:{MEDICINE}|profile|records?)|\bfor some(?:one|body) else\b",
    r"\b(?:is not|not) for \w+, (?:it is )?for me\b",
    r"\botr[oa] (?:paciente|persona)\b",
    r"\bque (?:medicinas? |recetas? |pastillas? |medicamentos? )?(?:toma|tiene|usa) (?!para|con|usted|la|el|mi|que|uno|en|de|hoy|ya|otra|mas|un)[a-z]+ [a-z]+\b",
    rf"\bque (?:medicinas?|recetas?|pastillas?|medicamentos?)? ?(?:toma|tiene|usa) (?:el|ella|ellos|don \w+|dona \w+|mi {_KIN})[?.! ]*$",
    rf"\b(?:for|of|from) my {_KIN}\b(?!'s (?:house|place|car|wedding|office))",
    rf"\b(?:para|de|a) mi {_KIN}\b(?! (?:me|dice|dijo))",
    rf"\bmi {_KIN} (?:\w+ ){{0,2}}(?:necesita|toma|quiere|ocupa|se quedo sin|ya no tiene)\b",
    rf"\bmi {_KIN}\b.{{0,60}}\b(?:l[ao]s? de (?:ella|el)|l[oa]s? suy[oa]s?|sus? (?:{MEDICINE}|inhalador|insulina))\b",
)
_KID = (
    rf"(?:{CHILD[3:-1]}|children|boys?|girls?|grand ?(?:sons?|daughters?|kids?|bab(?:y|ies)|child(?:ren)?)|oldest|youngest|little man|teen(?:ager)?|twins?|infant"
    r"|step ?(?:son|daughter)|niet[oa]s?|chiquit[oa]s?|chamac[oa]s?|nen[ea]s?)"
)
_KIDS_THING = rf"(?:{MEDICINE}|antibiotics?|inhaler|(?:ear |eye )?drops|syrup|shots?|ones?|stuff|vitamins?|jarabe|vitaminas?|antibiotico|inhalador|gotas)"
FOR_CHILD = row(
    Intent.FOR_CHILD,
    rf"\b(?:for|asking for|about) my (?:\w+ ){{0,2}}{_KID}\b",
    rf"\b(?:para|de) mis? {_KID}\b|\bmy (?:\w+ )?(?:son|daughter|kids?|children|baby) (?:too|also|as well)\b|\badd (?:my|a) (?:\w+ )?{_KID}\b|\b(?:medicine|prescription|refill|something) for (?:an? |the )?(?:child|kid|baby|toddler)\b|\bmis (?:nin[oa]s|hij[oa]s) (?:necesitan|ocupan|toman)\b|\b(?:del|de la) (?:bebe|criatura)\b|\bpara (?:el|la) (?:bebe|nin[oa]|nen[ea]|chiquit[oa]|chamac[oa])\b",
    rf"\bmy (?:\w+ )?{_KID}(?:'?s|s') (?:\w+ ){{0,3}}{_KIDS_THING}\b|\b(?:kiddo|toddler|baby|kid|grandbaby|the baby)'?s (?:\w+ ){{0,3}}{_KIDS_THING}\b",
    r"\bmy (?:\w+ ){0,2}(?:year|yr|month)s?[- ]?olds?\b",
    r"\bmy (?:boy|girl|little one|kid) (?:takes|needs|is on|has (?:an? )?(?:\w+ )?(?:prescription|refill|medicine|med|rx))\b",
    rf"\bmy (?:oldest|youngest|little man|teen\w*|grand\w+)\b.{{0,80}}\b(?:his|her|their) (?:own )?(?:\w+ ){{0,2}}{_KIDS_THING}\b",
    r"\b(?:does|is|has|did|can|could) my (?:\w+ )?(?:son|daughter|toddler|kids?|kiddo|grand\w+) (?:\w+ )?(?:need|get|have|take|on|due|allowed)\b",
    rf"\bmi {_KID}\b.{{0,80}}\b(?:l[ao]s? de (?:ella|el)|le (?:mandaron|recetaron|toca|dieron|dio))\b",
    r"\b(?:for|para|de) mij[oa]\b|\b(?:for|about) our (?:\w+ )?(?:son|daughter|kid|baby|toddler)\b|\bour (?:son|daughter|kid|baby|toddler)'?s (?:\w+ ){0,2}refill\b|\b(?:he|she) is my (?:son|daughter|kid|child|baby)\b|\bes mi hij[oa]\b",
    r"\bmy \d+ ?(?:yo|y/o|yr|year)\b|\b(?:for|about) a (?:child|kid|baby|toddler|minor)\b|\bpara un(?:a)? (?:nin[oa]|bebe|menor)\b",
)
_CHIEF = r"(?:manager|supervisor|boss|encargad[oa]|gerente|super visor)"
_SOMEBODY = r"(?:some ?(?:one|body)|anyone|anybody|a (?:person|human|pharmacist)|the pharmacist|alguien|una persona|el farmaceutico|la farmaceutica)"
SPEAK_TO_PERSON = row(
    Intent.PERSON,
    rf"\b(?:speak|talk|chat|discuss|connect|transfer|put me (?:through|on)|get me|pass me|hand me|reach|go over)\b(?! to my)(?: \w+){{0,5}} (?:{PERSON[3:-1]}|{_CHIEF[3:-1]})\b",
    rf"\b(?:hablar|hablo|platicar|comuni(?:ca|car|que|carme|queme)\w*|paseme|pasame|pongame|poname|contactar\w*|atiend[ae])\b(?: \w+){{0,5}} (?:{PERSON[3:-1]}|{_CHIEF[3:-1]})\b",
    r"\b(?:pharmacist|human|real person|live person|representative|agent|operator|farmaceutic[oa])[,.]? "
    r"(?:please|por favor|now|ya)\b",
    r"\b(?:ask|get|call|contact|page) (?:a|the|your) pharmacist\b",
    r"\b(?:(?<!supposed to )(?<!going to )(?<!was to )call me|give me a (?:call|ring|buzz)|phone me|llameme|marqueme|me puede[ns]? (?:llamar|marcar|hablar)|que me (?:llamen|marquen|hablen|atiendan))\b(?! (?:when|if|once|cuando))",
    r"\b^operator\b|\b^[0 ,.#]*operator[.! ]*$|\b^(?:customer (?:service|support)|live (?:chat|agent|person))\b",
    r"\b(?:una persona (?:real|de verdad|de carne)|un ser humano|alguien (?:real|de verdad|de carne)|someone real|some(?:one|body) (?:who works|with a (?:pulse|heartbeat|brain)|in charge)|(?:live|warm) (?:body|human|person|voice))\b",
    r"\b^(?:a |an |the |un |una |el |la )?(?:pharmacist|human|real person|live person|person|agent|representative"
    r"|operator|farmaceutic[oa]|persona|humano|operadora?|manager|supervisor)[.! ]*$",
    r"\b(?:need|want|prefer|where is|is there|quiero|necesito|prefiero|ocupo) (?:a |an |the |to see a |un |una |al |el |la |your |su )?"
    rf"(?:live |real |actual |human )?(?:pharmacist|human|person|agent|representative|farmaceutic[oa]|persona|humano|{_CHIEF[3:-1]})\b",
    rf"\b(?:{_SOMEBODY[3:-1]}|pharmacist) (?:\w+ ){{0,3}}?(?:to )?(?:call|contact|phone|ring|reach|me (?:llame|marque|hable|ayude|atienda))\b(?: me\b| back\b|$|(?<=llame)|(?<=marque)|(?<=hable)|(?<=ayude)|(?<=atienda))",
    r"\b(?:human being|real person|live person|human|person)\b.{0,50}\bget me (?:one|a|that)\b|\bactual (?:person|human|pharmacist)\b",
    r"\b(?:want|need|wish|like) (?:that )?(?:an? (?:person|human|pharmacist)|some ?(?:one|body)) (?:to )?(?:answer|attend|help|respond|talk|reply|speak)s?\b|\b^(?:please )?(?:give|send|find) me (?:an? )?(?:human|person|agent|operator|pharmacist)\b"
    r"|\bno (?:machines?|robots?|bots?|computers?)\b.{0,20}\b(?:person|human|people)\b|\b^(?:call center|connect me|transfer me|comuni(?:queme|came)|conecteme)(?: please| now| por favor| ya)?[.! ]*$",
    r"\b(?:alguien|una persona|un farmaceutico|una farmaceutica) (?:con quien|que me|que pueda)\b|\bhablar con (?:el|la|un|una) (?:\w+ )?(?:quimic[oa]|encargad[oa]|de la farmacia|doctora? de la farmacia)\b|\bque me (?:hable|llame|marque|atienda|ayude)n? (?:el|la|un|una|alguien)\b",
    r"\b(?:phone )?call from (?:the|a|my) (?:pharmacy|pharmacist)\b|\b(?:question|pregunta) (?:for|para) (?:the|a|el|la|un|una) (?:pharmacist|farmaceutic[oa])\b",
    r"\bget an? (?:live |real |human )?(?:agent|human|person|rep)\b|\b(?:do not|never) like (?:talking|speaking|typing|dealing) (?:to|with) (?:an? )?(?:machines?|computers?|robots?|bots?)\b|\b(?:file|make|have|submit) a complaint\b|\bcomplain to\b|\bhablarme (?:el|la|un|una)\b|\b^rep[.! ]*$",
    r"\bpatch me (?:through|in|over)\b|\bspeak (?:to|with) (?:whoever|the one|one of you)\b|\bis (?:there )?(?:a |the |your |any )?pharmacist (?:on duty|available|there|around|in)\b|\bi (?:would )?(?:rather|prefer)(?: to)? (?:talk|speak|deal|call)\b",
    rf"\b(?:pasas?|pasen|pasan|pone[ns]?|comunican?|conectas?|transfier\w+) (?:a|al|con) (?:\w+ ){{0,3}}{PERSON}\b|\bcon (?:un|una|el|la|algun|alguna) (?:farmaceutic[oa]|persona|humano|agente|representante|operadora?)\b(?! me\b)",
    r"\b(?:not|no more|tired of|sick of|hate|done|enough|do not want|not going to|not arguing|no quiero) (?:\w+ ){0,5}(?:with |to |con )(?:an? |this |the |una? |este )?(?:chat ?bot|bot|robot|machine|computer|maquina|computadora)\b",
    r"\b(?:lady|guy|girl|man|woman|one|anyone|anybody) (?:\w+ )?(?:i|we) (?:can|could|may) (?:speak|talk)\b|\bwho is working (?:back )?there\b",
)

_HELLO = (
    r"(?:h+i+|he+l+o+|he+y+o?|howdy|yo|hiya|sup|greetings|good (?:morning|mornin|afternoon|evening|evenin|day)|morning?|afternoon|evening?|top of the morning"
    r"|yoo[- ]?hoo|knock knock|hola+|hol[ia]s|buen dia|(?:muy )?buen[oa]s(?: dias| tardes| noches)?|que (?:tal|onda|hubo)|quiubole?|quiubo|saludos|alo)"
)
_WELLBEING = (
    r"(?:how (?:are|is) (?:you|yall|ya|things|it going|everything)(?: all)?(?: (?:doing|going|holding up))?(?: (?:today|tonight|this \w+(?: \w+)?))?"
    r"|como (?:esta[ns]?|anda[ns]?|le va|te va|les va|amanecio|ha estado|va todo|va)(?: (?:hoy|usted|ustedes|todo))?|what is (?:up|new|good|happening))"
)
_ADDRESSED = r"(?:there|everyone|all|again|dear|friend|hon|honey|sir|ma'am|miss|folks|yall|you|to you|a todos|muy|oiga|senor(?:a|ita|ito)?|joven|jefe|amig[oa])"
_HELLO_REST = (
    rf"(?:[,.!?]* (?:{_HELLO}|{_ADDRESSED}|{_WELLBEING}|(?:is )?any(?:one|body) (?:there|here|home)|hay alguien(?: ahi)?|are you there|is this thing on"
    r"|(?:it is|its) me(?: again)?(?: from (?:last|the other) \w+)?|me again|soy yo(?: otra vez| de nuevo)?"
    r"|(?:it is |this is |soy |aqui )?[a-z]+ here|(?:it is|this is|soy|my name is) [a-z]+(?: [a-z]+)?|[a-z]+'s (?:mom|dad|mother|father))){0,4}"
)
GREETING = row(
    Intent.GREETING,
    rf"^(?:(?:well|oh|ok|okay|bueno|a|muy)[, ]+){{0,2}}{_HELLO}{_HELLO_REST}[.!?, ]*$",
    rf"^(?:{_WELLBEING}|(?:is )?any(?:one|body) (?:there|here|home)|hay alguien(?: ahi)?|are you there)[.!? ]*$",
)
HELLO_FIRST = row(Intent.GREETING, rf"^{_HELLO}\b", evidence=Evidence.WORD)
_NO_REQUEST = r"(?!no+\b|nah\b|nope\b)(?!.{0,120}\b(?:need|want|get|send|re ?fill\w*|order\w*|usual|cancel\w*|necesito|quiero|ocupo|mand\w+|surt\w+|resurt\w+)\b)"
_GRATEFUL = (
    r"(?:(?:much|greatly|very much)? ?appreciated|(?:ap)?preciate (?:it|ya|you|that|your|the|all)|i (?:sure|do|really|can not) thank you(?: \w+)?|thank you kindly"
    r"|bless (?:you|your heart|ya)|god (?:bless|love) (?:you|ya)|(?:que )?dios (?:l[aoe]s?|te|me l[ao]) (?:bendiga|pague|cuide)|(?:le|se lo|lo) agradezco|muy agradecid[oa]"
    r"|that (?:really |sure )?helped(?: me)?(?: (?:a lot|a bunch|so much))?|you (?:have |are )?(?:been |have been )?(?:so |very |real |a (?:big|huge|great) )?(?:helpful|help|kind|sweet|nice|patient|life ?saver|wonderful|awesome|an angel|the best)"
    r"|i am (?:\w+ )?grateful|thanks to you|(?:excellent|great|good|wonderful) (?:service|job|work)|nice work|well done|buen trabajo|helped me (?:very much|a lot|so much|out)|que amable|muy amable(?:s)?|se pas[oa](?: de amable)?|(?:muy )?buen servicio|you rock|thanking you|(?:you are )?(?:a )?life ?saver|you saved (?:me|my day))"
)
_EASY = r"(?:(?:that|this|it) (?:was|is|went) (?:\w+ ){0,2}(?:easy|easier|quick|fast|quicker|faster|painless|smooth|simple|great|helpful|handy)(?: than (?:\w+ ){0,3}\w+)?|(?:que|muy|estuvo(?: muy)?) (?:facil|rapido|sencillo)(?: (?:fue|estuvo)(?: esto)?)?)"
THANKS = row(
    Intent.THANKS,
    r"^(?:(?:ok|okay|great|perfect|awesome|alright|bueno|well|ay|muy bien|listo|cool|wow|oh)[,.! ]+)*"
    r"(?:tha?n(?:x|ks|kx)|tha?nx|thank (?:you|u|ya)|many thanks|tysm|much obliged|(?:i (?:\w+ )?)?(?:ap)?preciate (?:it|that|ya|you|your|the)"
    r"|(?:muchas |mil |muchisimas )?gracias|(?:se lo |le )agradezco|god bless|bless you|cheers)\b(?!.*\?)",
    r"^(?!no+\b|nah\b|nope\b)(?:\w+[,.!]? ){0,2}(?:thank you|thanks|gracias|bless you)(?: (?:so much|very much|a lot|dear|hon|ma'am|sir|man))*[.! ]*$",
    rf"^{_NO_REQUEST}(?:[\w']+[,.!;]? ){{0,9}}{_GRATEFUL}(?:[,.! ]+[\w']+){{0,6}}[.! ]*$",
    rf"^{_NO_REQUEST}(?:[\w']+[,.!;]? ){{0,6}}{_EASY}(?:[,.! ]+[\w']+){{0,4}}[.! ]*$|\byou(?: have|'ve)? been (?:so |very |real )?(?:as )?(?:sweet|kind|helpful|patient|nice|wonderful|a (?:big |huge |great )?help)\b",
    r"^(?:you are (?:great|the best|so helpful|a life ?saver)|muy amable|great help)[.! ]*$",
)
THAT_IS_ALL = row(
    Intent.THANKS,
    r"^(?:\w+[,.]? ){0,4}(?:that is (?:all|everything)|nothing else|eso (?:es|era|seria) todo|ya es todo|nada mas)\b(?! si\b)(?:[,.! ]+\w+){0,4}[.! ]*$",
)
_CLOSING = (
    r"(?:good ?bye+|by+e+(?:[ -]*by+e+)?|see (?:you|ya)(?: \w+){0,2}|cya|adios(?:ito)?|hasta (?:luego|manana|pronto|la vista|entonces|la proxima|despues)"
    r"|(?:ahi |luego )?nos (?:vemos|vidrios|hablamos|wachamos)|chao|ciao|(?:good ?|g)night|nighty? night|take care(?: now)?|t+yl|(?:talk|holler|speak) (?:to|at) you \w+(?: \w+)?|catch you later"
    r"|cuidese|que descanse|signing off|logging off|over and out|peace(?: out)?|so long|toodles|ta ta|until next time|(?:i will |let me )?let you go|ya me voy|me despido|farewell|con (?:su )?permiso"
    r"|have (?:a|yourself a) (?:good|great|nice|blessed|wonderful) (?:day|one|night|evening|weekend|afternoon|rest of your \w+)"
    r"|que (?:tenga|pase|le vaya|este|te vaya) \w+(?: \w+){0,2})"
)
_LEAVING = (
    r"(?:(?:i )?(?:have |had |would )?(?:got to|better|have to|need to|must) (?:\w+ )?(?:go|run|get going|get off(?: of)?(?: here)?|bounce|head out|hang up|skedaddle)"
    r"|i (?:must|will|shall) (?:leave|go|be going)(?: now| then)?|i go now|i am done(?: here| for (?:today|now))?|(?:i am )?(?:closing|leaving|ending) (?:this|now|the chat)(?: now)?|i am (?:off|outta here|heading out|all set(?:,)? bye)|(?:ya )?me tengo que ir|(?:ya )?me voy)"
)
GOODBYE = row(
    Intent.GOODBYE,
    r"^(?:(?:ok|okay|que|kk|alright|all right|aight|welp|then|well|thanks|thank you|gracias|bueno|pues|you|y|that will do(?: me| it)?|i am done)[,.! ]+)*"
    rf"{_CLOSING}(?:[,.! ]+\w+(?: \w+){{0,2}})?[,.! ]*$",
    rf"^[\w']+(?:[,.']? [\w']+){{0,7}}[,.!] {_CLOSING}[,.! ]*$",
    r"^(?:[\w']+[,.!]? ){0,8}(?:and |y )?i(?: wi|')?(?:ll| am going to) (?:let you go|holler at you later|talk to you later|see you later|leave you be)(?:[,.! ]+\w+){0,2}[.! ]*$",
    rf"^(?:(?:well|ok|okay|alright|aight|welp|bueno|thanks|gracias|anyway)[,.! ]+)+(?:i am out|{_LEAVING})\b(?! (?:of|to|get|pick|refill|al?|por)\b(?! here))[^?]{{0,40}}$",
    rf"^(?:i )?{_LEAVING}[,.! ]*(?:bye|adios|thanks|gracias|now)?[.! ]*$",
    r"\b(?:that will do(?: me| it)?|catch you|see you|talk),? later[.! ]*$",
)
_THIS = r"(?:this|it|that|esto|este|esta|eso|aqui|(?:the|la|el) (?:app|chat|aplicacion|website|page|pagina))"
HELP = row(
    Intent.HELP,
    r"\b^(?:please |i need |i could use |necesito |can you |could you |puede |some |a little )*(?:help(?: me)?(?: out)?|ayud[ae](?:me)?|menu|options|opciones"
    r"|ayudar(?:me)?)(?: please| por favor| here| with this)*[.!? ]*$",
    r"\b(?:could use|need|give me|lend me) a (?:little )?hand\b(?! (?:cream|lotion))|\bech(?:e|a)me la mano\b",
    r"\bwhat (?:all )?(?:can|do) you (?:do|help (?:me )?with|offer)\b|\bwhat (?:is|are) (?:you|this|this chat) (?:able|good) (?:to|for)\b",
    r"\bhow (?:does|do) (?:this|it|you|the app|that)(?: \w+)? work\b|\bhow (?:this|it|that|the app|all this)(?: \w+)? works?\b",
    r"\bhow (?:do|can|am) i (?:\w+ )?(?:use|work|supposed to use) (?:this|it)\b|\bwhat (?:is this|can i (?:do|ask|say))(?: here| for)?[?. ]*$",
    r"\bwhat (?:(?:sort|kind|type)s? of (?:things|stuff|questions) )?(?:can|do|should|would|could) i (?:even |supposed to )?(?:say|type|ask|put|tell)(?: (?:you|here|it|to you|in (?:here|the box)))*[?. ]*$",
    r"\bdo i (?:need to |have to )?(?:talk|type|speak|write)\b|\b(?:what|how) (?:i am|am i) supposed to (?:put|ask|type|say|use|do)\b",
    r"\b(?:zero|no|not a|do not have a) (?:clue|idea) (?:what|how)\b.{0,20}\b(?:ask|say|type|use|work|do)\b|\bnever (?:used|done|tried) (?:one of )?(?:this|these|those|it|anything like)\b"
    r"|\b^(?:(?:it is |this is )?my )?first time (?:here|using|on|doing|with|trying)\b|\b(?:i am )?new (?:to|at|with) (?:this|these|all this)\b|\bes (?:mi|la) primera vez\b|\bprimera vez (?:que (?:lo |la )?(?:uso|entro|hago)|aqui)\b",
    r"\b^(?:instructions|instrucciones|manual|tutorial|sos|commands|comandos|opciones)(?: please| por favor)?[.!? ]*$|\blist of (?:commands|options|things)\b|\bthe things (?:i|you) can\b|\bhow does one\b|\bhow (?:to|do i|can i) (?:order|use|start|begin|proceed)(?: here| with this| on (?:here|this))?[?. ]*$",
    r"\b(?:need|require|want) (?:some |any )?(?:assistance|guidance)\b|\bguide me\b|\bwhat is your (?:function|purpose|job|role)\b|\bcomo se le hace\b|\bque sabes? hacer\b|\bde que me sirve\b|\bexplic\w+ como (?:va|es)\b|\bnever (?:\w+ ){0,3}(?:this way|like this)\b"
    r"|\bis there an? (?:tutorial|guide|manual|menu)\b|\bfirst[- ]time user\b|\bnot sure where to (?:start|begin)\b",
    r"\bnot (?:\w+ )?(?:sure|certain) (?:what|how) (?:i am|to) (?:do(?:ing)?|supposed|use|ask|say)\b|\bi am not understanding\b|\bdo not know (?:where i am|how to (?:use|do) (?:this|it)|how this|what to (?:ask|say|type|put|press|do[?. ]*$|do here))\b",
    r"\b^(?:me )?(?:ayuda[ns]?|podria[ns]? ayudar\w*)(?: con esto| por favor| tantito)?[?.! ]*$|\b^(?:what is|what do i do|what happens|and) next[?. ]*$|\b^(?:and |so |ok )?now what[?. ]*$|\bno le (?:hallo|muevo|agarro)\b|\bthis (?:thing|app|chat) (?:is )?for\b|\buse (?:this|it) but how\b",
    r"\bwhat (?:else |all )?(?:do|can|could) you (?:do|offer|handle)\b|\btell me what you (?:can )?do\b|\bwhat services\b|\bque servicios\b|\b(?:where|how) (?:do|can|should) i (?:start|begin|get started|go about (?:this|it))[?. ]*$"
    r"|\b(?:show|teach|tell) me how (?:to (?:use|do|work) |this|it)\w*|\b(?:i am|we are) stuck\b|\bnot (?:good|great) (?:with|at) (?:computers?|technology|this|these|apps?|phones?)\b|\bneed (?:some )?assistance\b|\bassist me\b",
    r"\bno se (?:que|como) (?:hacer(?:le)?|poner(?:le)?|preguntar(?:le)?|escribir(?:le)?|usar(?:lo)?|empezar|decir(?:le)?)\b|\b(?:por donde|como) (?:empiezo|comienzo)\b|\b(?<!dijo )(?<!dice )(?<!dijeron )(?<!dicen )que (?:se puede|puedo) (?:hacer|pedir|preguntar)\b"
    r"|\bpara que sirve (?:este chat|esta app|esta aplicacion|esta pagina)\b|\bque hace (?:usted|esta app|esta aplicacion|este chat)\b|\bque haces\b|\b(?:explique(?:me|nme)?|expliqueme|ensen(?:e|a)me|me explica|me ensena|me orienta) (?:como|que) (?:funciona|se usa|usar|hago|le hago|puedo)\b",
    r"\bwhat are (?:my|the|all the) (?:\w+ )?options\b(?! (?:for|if|on)\b)|\b(?:outline|explain|list|give me|show me|tell me) (?:the |my |all |your )*(?:available )?options\b(?! for)"
    r"|\b(?:cuales son (?:mis|las)|que) opciones\b",
    r"\bexplain (?:what|how)\b.{0,30}\b(?:first|do|works?|use)\b|\b(?:i am|this is) (?:\w+ )?(?:confused|confusing|lost)\b|\bi do not understand\b"
    r"|\beverything (?:this|you)(?: \w+){0,3} (?:can|able|handle|do)\b|\b(?:walk|guide) me through (?:this|it|how)\b",
    r"\b(?:que|en que|como) (?:mas )?(?:me |le |les )?(?:puede|puedo|pueden)[s]?(?: usted)? (?:hacer|ayudar|pedir|preguntar)\w*(?: aqui)?\b"
    rf"|\bcomo (?:funciona|se usa|se hace|lo uso|uso)(?: {_THIS}\b|[?.! ]*$)|\bcomo le hago\b|\b(?:donde|a que|que boton) (?:le )?(?:pico|aprieto|pongo|escribo|presiono)\b"
    r"|\bno (?:le |lo |te )entiendo\b|\b^no entiendo\b|\bno (?:le )?se (?:usar|como usar|mover|manejar)\b(?!.{0,30}\b(?:ella|el)\b)|\b(?:que|como) (?:le|te) (?:pregunto|digo|escribo)\b",
)
