"""Phrases that answer: conditions that are no yes, hesitation, and pointing at one of a list."""

from rxflow.dialogue.intents.intent import Evidence, Intent
from rxflow.dialogue.intents.rows import row

CONDITION = row(
    Intent.UNSURE,
    r"\b(?:only|except|not) if\b|\b(?:no ?mas|sol[oa](?:mente)?|siempre y cuando|nada mas) (?:si\b|que (?:no|cueste|salga|este)\b)|\bsiempre y cuando\b|^(?:yes |ok |sure )?(?:as long as|provided|depends|it depends|depende)\b",
    r"\bif (?:it|that|they) (?:is|are|was|costs?|does)\b.{0,40}\b(?:then )?(?:no|not|yes|ok|forget|skip)\b|\bif (?:it|that|they) (?:is|are|costs?|runs?|comes? to) (?:not )?(?:under|less|more|over|cheap|below|above|too|free)\b",
    r"^(?:if|si) (?:it|that|they|me|es|sale|cuesta|no|the)\b.{3,60}\b(?:sure|yes|ok|no|si|fine|then)\b",
    r"\bthen (?:no|never ?mind|forget it|skip it)\b|\botherwise (?:no|hold|forget|skip|never)\b|\bhold off\b(?! on (?:the|my|that) (?!order|refill))",
)
_AWHILE = r"(?:a )?(?:min\w*|moment|sec\w*|bit|little bit|day|day or two|few days|little while|while)"
HESITATION = row(
    Intent.UNSURE,
    r"\b(?:do not|don't) (?:\w+ )?know\b(?! (?:what|which|the name|how|when|why|where|his|her|that|if (?:it|they|you|my|the)))|\b(?:not|ain't|aint) (?:\w+ )?(?:sure|certain|convinced)\b(?! (?:what|which|how|if (?:it|my|you)|when|the name))|\bcan not (?:decide|make up my mind)\b|\bhave not (?:\w+ )?(?:decided|made up my mind)\b|\bundecided\b|\bno idea\b|\bon the fence\b|\b(?:of )?two minds\b|\btoss[- ]?up\b|^i am (?:\w+ )?torn\b|\bi (?:\w+ )?(?:go|going) back and forth\b|\bsix of one\b|\b50/50\b|\bcould go either way\b|\bhave to (?:see|wait and see)\b|\bwe will see\b|\bwhat do you think\b|\bwould you (?:do it )?if you were me\b|\bwhat would you do\b|\b(?:usted )?que (?:dice|opina|me recomienda|me aconseja|haria usted)[?. ]*$",
    r"^(?:(?:e+h*m*|h+m*|u+m+|well|ok|wait|oh|no|yes|maybe|not yet|lol|sorry|and)[,. ]+)*(?:i )?(?:let me|need to|have to|got to|would (?:have|need|like|want) to|will (?:have|need) to|want to|can i|ought to|should(?: probably)?|had better|better|probably should) (?:\w+ )?(?:think|check|ask|see(?! (?:everything|all|what (?:i|you|is|my medic\w+|medic\w+)|which|my|the (?:list|rest|other|last|first|previous)))|look(?! up)|talk (?:to|with) my|talk it over|(?:call|text) my (?!doctor's|pharmac)|decide|sleep on|consult|run it (?:by|past)|mull)\b(?!.{0,20}\b(?:my (?:order|prescriptions|refills|list)|a pharmacist|questions?)\b)",
    r"\b(?:ask|talk to|check with|run it by|see what) (?:my|the) (?:\w+ )?(?:wife|husband|doctor|daughter|son|mom|dad|sister|brother|boss|spouse|partner|insurance) (?:first|says|thinks|before)\b|\b(?:think|sleep|mull) (?:about |on |over )?(?:it|that|this)(?: over)?\b(?! (?:is|was))|\b(?:still|am|i am) thinking\b|\bgive me time\b",
    rf"\b(?:give me|hang on|hold on|one|just|wait) {_AWHILE}\b(?! (?:to|of) (?:get|pick|fill))|^(?:hold on|hang on|wait|one sec\w*|not (?:right )?(?:now|yet)|maybe (?:later|tomorrow|not|so|another \w+)?|later|eh+|meh|hm+|idk|possibly|perhaps|could be|kind of|sort of|sorta|iffy)[.!, ]*$|^(?:quien sabe|sabe|puede ser|puede que si|chance|a lo mejor|igual|mas o menos|ni idea|segun)\b[^?]{{0,30}}$",
    r"\b(?:dejeme|dejame|deje|tengo que|debo|necesito|quiero|voy a|hay que|deja) (?:\w+ )?(?:pensar\w*|pienso|ver(?!\w)(?! (?:mis|mi|la lista|las|los|todo|que (?:medic|tengo)))|veo|checar|checo|revisar|reviso|consultar\w*|consulto|preguntar\w*|pregunto|platicar\w*)\b|\b(?:lo voy a pensar|lo (?:pienso|consulto|platico)|no (?:lo )?se(?! (?:que|cual|como|donde|cuando|cuanto))|no estoy (?:\w+ )?segur[oa]|no me decido|tengo (?:mis )?dudas|un momento|un momentito|un ratito|mas tarde|al rato|ahorita (?:le|te) (?:digo|aviso)|(?:luego|despues) (?:le|te) (?:digo|aviso))\b|^a ver[,. ]*(?:si\b.*|que dice\b.*|espere\w*|espera\w*|dejeme\w*)?$",
)
_PLACE = r"(?:\d{1,2}|one|two|to|too|three|four|five|six|seven|uno|dos|tres|cuatro|cinco|[a-f]|(?:1st|2nd|3rd|4th|5th)|first|second|third|fourth|fifth|last|next to last|top|bottom|middle|former|latter)"
_NUMBER = r"(?:(?:nu?m+b?e?r|num|option|choice|opt|no\.?|letter|item|line|opcion|numero|la|el|the|#) ?#?)"
_SAID = r"(?:(?:yes|yeah|ok|okay|no|sure|oh|uh|um|hm+|please|and|well|so|not that one|i guess|i think|maybe|probably|let me see|let us see|alright|right|hey|si|bueno|mejor)[,. ]+){0,4}"
_TAKE = r"(?:i (?:want|need|will (?:take|go with|have|do)|would (?:like|take|go with)|pick|choose|meant|mean|said) |it is |it would be |that would be |give me |let us (?:do|go with|try) |go with |make it |make that |do |pick |choose |(?:i am )?going with |put me down for |quiero |deme |dame |la |mejor |seria |es )?"
_AFTER = r"(?:[,.]? (?:it is|(?:it|that)(?: would|'d) be|i guess|i think|please|then|thanks|thank you|maybe|sir|hon|lol|por favor|gracias|on (?:the )?(?:top|bottom|list|left|right)|in the (?:middle|list)|of (?:those|them|these|the (?:two|three|list))|from (?:the )?(?:top|bottom|end)|down|up|over|above|below|right under it|(?:that )?you (?:said|listed|mentioned|gave)(?: first| last| me)?|not the [\w.]+(?: one)?))*[.!, ]*$"
POINTING = row(
    Intent.CHOOSE,
    r"^(?:(?:yes|yeah|ok|no|sure|oh|uh|um|the uh|please|and|well|so|not that one)[, ]+){0,4}(?:i (?:want|need|will take|would like|pick|choose|meant|mean) |it is |give me |let us (?:do|go with) |go with |make it |pick |choose )?"
    r"(?:the |that |this |number |option |choice |no\.? ?|#){0,3}(?:[\w.]+ ){0,3}(?:one|ones|option|choice)(?:,? (?:i guess|i think|please|on (?:the )?(?:top|bottom|list|left|right)|in the middle|thanks|above|below|right under it|you (?:said|listed|mentioned)(?: first| last)?))*[.!, ]*$",
    rf"^{_SAID}{_TAKE}{_NUMBER}{{1,2}}{_PLACE}(?: (?:one|option|choice|fella|guy|bottle|thing))?{_AFTER}",
    rf"^{_SAID}{_TAKE}(?:the |that |this )?{_PLACE} (?:one|ones|option|choice|fella|fellow|guy|bad boy|bottle|thing|item|entry){_AFTER}|^{_SAID}{_TAKE}(?:the |that )?(?:very )?(?:first|second|third|fourth|fifth|last|middle|top|bottom)(?: one)?{_AFTER}",
    rf"(?:^|[,.] ?){_TAKE}{_NUMBER}?{_PLACE}(?:(?:, ?| )(?:and |plus |& |y |y la |y el )?{_NUMBER}?{_PLACE}){{1,4}}{_AFTER}",
    r"^(?:it is |i (?:want|mean|meant|said) |no,? |give me |that is )*(?:the|that) (?:[\w.-]+ ){1,4}(?:one|ones),? (?:of (?:those|them|these)|and not the|not (?:the|that)|on the|at the|in the (?:middle|list)|you (?:said|listed|mentioned))\b|^not (?:the )?(?:first|last|second|top|bottom|that)(?: one)?,.{0,40}\b(?:the )?(?:other|middle|first|second|third|last|top|bottom)(?: one)?[.! ]*$",
    r"\b(?:both|the two|the first two|the last two)(?: of (?:them|those|these|em|it))?\b|^(?:all|the) (?:of )?(?:two|three|them|those)\b|\b(?:either|any) (?:one|of (?:them|those|these)),? (?:is|works|whichever)|^(?:either one|whichever)[.! ]*$",
    r"\b(?:one|the)? ?(?:right )?(?:above|below|under|after|before) (?:it|that|that one)\b|^(?:the )?(?:top|bottom|middle|first|second|third|fourth|fifth|last|former|latter|other)(?: one)?(?: please)?[.! ]*$",
    r"^(?:number |option |num |no\.? ?|choice |opcion |numero )#?(?:\d|one|two|to|too|three|four|five|uno|dos|tres|cuatro|cinco)(?: please| por favor)?[.! ]*$",
    r"^(?:si |no |bueno |mejor |ok |pues |y )*(?:(?:quiero|deme|dame|escojo|prefiero|me quedo con|seria|es|mejor|con|pongame|mandeme) )?(?:la|el|las|los)(?: de| numero| que esta(?: mas)?)?(?: (?:hasta|mero|mera|mas|numero|la|el|hasta mero))* (?:primer[ao]?s?|segund[ao]|tercer[ao]?|cuart[ao]|quint[ao]|ultim[ao]s?|otr[ao]s?|uno|dos|tres|cuatro|abajo|arriba|derecha|izquierda|al ultimo|chiquit[ao]|grande|(?:en|de) (?:el )?medio|roj[ao]|azul|blanc[ao]|amarill[ao]|verde|ros[ao]|rosit[ao])(?:,? (?:por favor|opcion|de la lista|gracias|es[ae] mer[ao]|es[ae]|(?:el|la) ultim[ao]|de (?:abajo|arriba|hasta \w+)|farmacia|nomas|de todas|que (?:dijo|menciono)))*[.! ]*$",
    r"^(?:the )?(?:one|two|three|first|second|third|1|2|3) and (?:the )?(?:two|three|four|second|third|fourth|last|2|3|4)\b|\byou (?:mentioned|said|listed|showed)(?: \w+)? (?:first|second|third|last)\b|\b(?:first|last|second) (?:one )?you (?:mentioned|said|listed)\b|\bthe one with (?:the )?(?:bigger|smaller|higher|lower|big|small)\b|^(?:let me|give me|i want) (?:get |have )?(?:the|that) (?:first|second|third|last|middle|top|bottom)\b",
    r"^(?:las dos|los dos|ambas|ambos|es[ao]s dos)\b|^(?:el|la) (?:primer[ao]?|segund[ao]|tercer[ao]?|cuart[ao]|ultim[ao]|un[ao]|dos|tres|\d) y (?:el|la) (?:segund[ao]|tercer[ao]?|cuart[ao]|quint[ao]|ultim[ao]|dos|tres|cuatro|\d)\b|^(?:that|this) one (?:there|here|right there)[.! ]*$|^(?:es[ae]|est[ae]|es[ao]s)(?: (?:mism[ao]|mer[ao]|un[ao]|de (?:ahi|alla|abajo|arriba)|por favor))?[.! ]*$",
    evidence=Evidence.POINTING,
)
UNNAMED_MEDICINE = row(
    Intent.REFILL,
    r"\bthe (?:\w+ ){0,4}(?:one|ones|stuff|kind)\b(?! of (?:the|these|those))|^(?:la|el|lo) (?:que|de|del)\b",
    evidence=Evidence.WORD,
)
