"""Phrases that ask about medicines: advice, what is on file, dates, refills and orders."""

from rxflow.dialogue.expression import Expression
from rxflow.dialogue.intents.intent import Intent
from rxflow.dialogue.intents.rows import row
from rxflow.dialogue.intents.words import ASKS, MEDICINE

_NOT_A_DRUG = (
    r"(?:alcohol|beer|wine|tequila|drinks?|food|milk|coffee|tea|water|juice|grapefruit|breakfast|lunch|dinner|supper|meals?|insurance|medicare|comida|leche"
    r"|cafe|agua|jugo|toronja|cerveza|vino|alimentos)"
)
INTERACTIONS = row(
    Intent.INTERACTIONS,
    r"\binterac\w*\b",
    r"\b(?:ok|okay|alright|all right|safe|bad|fine|dangerous|take|taking|taken|given|belong|mix|mixed|good|on|use|using|trouble|problems?|play nice|work|go|get along) (?:\w+ ){0,6}(?:together|at the same time)\b",
    r"\bat the same time\b(?=.*\?)|\b(?:mix\w*|together|combin\w+|conflict\w*|clash\w*|react\w*|interfere\w*|mess\w*|fights?) with\b(?! my (?:order|insurance))|\b(?:play (?:nice|well)|clash)\b|\b(?:any |a )?(?:problem|trouble|issue)s? (?:mixing|combining|taking)\b",
    r"\b(?:chocan?|se mezclan?|combinan?|pelean?|se contraponen?|reaccionan?) (?:con|entre)\b|\bse contraponen?\b|\bse pelean?\b|\b(?:tomar|tomo|tomarlas|mezclar)\b.{0,40}\bjunt[ao]s?\b",
    r"^(?:so |hey )?(?:can|does|do|will|is|would) .{1,60}\b(?:go|ok|okay|fine|safe|work) with (?:my |the )?(?!alcohol|beer|wine|food|milk|coffee|grapefruit|insurance|medicare|that|this|you)\w+",
    r"\b[\w-]+ (?:\+|plus|and|on top of|with) (?:the |my )?[\w-]+\b.{0,12}\b(?:yay or nay|ok|okay|safe|bad idea|a problem|no good)\b",
    r"\b(?:get|gets|getting|got) along\b|\b(?:with|against|bother\w*|affect\w*|off|counteract\w*) (?:each other|one another)\b|\bcounteract\w*|\bcontraindica\w+|\bconflicts?\b(?=.*\?|.{0,25}$)|\bdoubling up\b",
    r"\b(?:bad|dangerous|safe|risky|harmful|ok|okay|good|weird|check\w*) (?:\w+ ){0,3}(?:combinations?|combos?|mix(?:es|ture)?|pairings?)\b|\b(?:in|out of) the same pill ?(?:box|organizer|case)\b",
    rf"\b(?:can|could|may|should) (?:i|we|you|she|he|\w+) (?:\w+ )?(?:take|use|have|mix|combine|add|do) (?:\w+ )?[\w-]+ (?:with|w|w/|alongside|and|plus|while (?:i am |im )?(?:on|taking)|if i (?:am on|take|am taking)) (?:my |the |this |a )?(?!{_NOT_A_DRUG}|it\b|that\b|them\b|me\b|this\b|how\b|when\b|what\b|if\b|is\b|please|pick|get|still|my (?:insurance|card)|an empty)[\w-]+",
    rf"\b(?:safe|ok|okay|fine|bad|alright|all right|dangerous|cool|wise) (?:for me )?(?:to (?:take|use|have|mix|combine|be on)|if i (?:take|took|use)|taking|mixing) (?:my |the |some |a )?[\w-]+(?: [\w-]+)? (?:and|with|w|w/|plus|on top of|alongside|while on) (?:my |the |a )?(?!{_NOT_A_DRUG}|it\b|i\b|my (?:coffee|morning))[\w-]+",
    r"\b(?!not\b|stay\w*\b|keep\w*\b|been\b|am\b|be\b|get\b)[\w-]+ on top of (?:the |my |a )?(?!that\b|it\b|this\b|everything\b|things\b)[\w-]+\b(?=.*\?|.*\b(?:ok|okay|safe|bad|is that|inter?action|intreaction)\b)|\b(?:int[er]{1,3}acti?on|intraction|interation|interction)s?\b",
    r"\b(?:nothing|anything|any|any of (?:them|these|those|my \w+)) .{0,40}\b(?:that )?(?:should not|can not|must not|not supposed to|not) (?:be )?(?:\w+ )?(?:together|with|mixed|combined)\b|\bcheck .{0,40}\b(?:against|for (?:bad|any problems|problems|conflicts|clash\w*))\b",
    r"\bcombin(?:ar|arl[ao]s?|o|ad[ao]s)\b|\b(?:se )?llevan? bien\b|\b(?:pastillas?|medicinas?|tant[ao]s?|tod[ao]s?|l[ao]s (?:dos|tres|cuatro)|amb[ao]s)\b.(0, 25)\bjunt[ao]s\b|\bhace[n]? (?:corto|reaccion)\b|\b(?:se cruzan?|contraindicad\w+)\b",
    rf"\b(?:puedo|se puede[n]?|podria|puede|debo) (?:\w+ )?(?:tomar\w*|usar|mezclar) (?:el |la |mi |un |una )?[\w-]+ (?:con|y|junto con|junto a|si tomo) (?:el |la |mi |los |las )?(?!{_NOT_A_DRUG})[\w-]+",
    r"\b(?:any|an|drug|bad|have) interac\w*|\b(?:can|do|does|will|would|should|is it ok(?:ay)? (?:if|for)) .{2,40}\b(?:cancel (?:each|out)|mess (?:up|with)|affect|interfere with|work against|fight with|clash with|be (?:taken|combined|mixed) with|go with) (?:my|the|each)\b(?! (?:order|insurance|stomach|sleep|kidneys?|liver|heart|driving|pregnancy|job|weight))|\b(?:both|all|all of (?:these|them|those)|so many)\b.{0,30}\btogether\b(?=.*\?|.*\b(?:ok|okay|safe)\b)",
    r"\b(?:algun|hay) problema (?:si|con|entre|en) .{0,30}\b(?:tom\w+|mezcl\w+|junt[ao]s?|combin\w+)\b|\b(?:afecta|interfiere|choca) (?:con |a )?(?:la|el|mi|mis|las|los)\b|\bal mismo tiempo\b(?=.*\?)|\bpelea[nr]?\b(?=.*\?)|\bhacen? dano junt[ao]s\b",
)
_DO = (
    r"(?:take|taking|stop|skip|double|crush|split|cut|chew|mix|drink|drinking|increase|decrease|eat|eating|breastfeed|drive|quit|bump"
    r"|toss|throw (?:it|them|this|that) (?:out|away)|dump|lower|raise|reduce|taper|wean|swallow|cut (?:back|down)|(?:go|come|get) off|go back on"
    r"|have (?:\w+ ){0,3}(?:alcohol|beer|wine|coffee|milk|grapefruit|drinks?|cocktail))"
)
ADVICE = row(
    Intent.ADVICE,
    rf"\b(?:can|should|may|could|must) i (?:\w+ )?(?:be )?{_DO}\b(?! (?:(?:it|them|this|my \w+) )?(?:to|from|at) (?:a|another|the|walg|cvs|h-?e-?b))",
    r"\b(?:can|should|could) i start (?:taking|on|with|a|an)\b|\bwhat should i do\b|\bshould i (?:be worried|call|go(?! (?:in|over|there|ahead|pick)\b)|wait(?! (?:till|until|for|in|to|here)\b)|switch|still|keep)\b",
    r"\b(?:is it|is this|is that|are they|are these|would it be|is) (?:\w+ ){0,3}(?:safe|dangerous|harmful|addictive)\b",
    rf"\b(?:is it|is that|would it be|are they|it is) (?:\w+ )?(?:ok|okay|alright|all right|fine|bad|chill|cool|normal)\b.{{0,30}}\b(?:{_DO}|get|feel|be dizzy|use|if i)\b",
    r"\b(?:is it|is this|are these) (?:ok|okay|alright|bad|normal)[?. ]*$|\bis it normal\b",
    r"\bhow (?:much|many) .{0,30}\b(?:(?:should|can|do) i take|is too (?:much|many))\b",
    r"(?<!have i )(?<!i ever )(?<!did i )\b(?:forgot|missed|skipped) (?:\w+ ){0,2}?(?!refill|fill)(?:to take|my|a|the|dose|pill|this|last night)\b(?! (?:wallet|card|phone|password))",
    r"\b(?:olvid\w+|salt\w+) (?:de )?(?:una|la|mi|tomar\w*|tomarme)\b|\bque pasa si\b|\bdosis (?:mas|doble)\b",
    r"\bside effects?\b|\befectos (?:secundarios|adversos)\b|\bcold turkey\b|\b(?:stop|quit) taking\b",
    r"\b(?:higher|lower|double|extra|bigger|stronger|smaller) dos(?:e|age)\b|\btake (?:two|2|double|an extra|extra|half)\b.{0,30}\?",
    r"\b(?:change|increase|raise|lower|reduce|up) (?:my |the )?(?:dose|dosage)\b",
    r"\bwhat (?:happens |would happen )?if i (?:stop|skip|take|drink|miss|eat|mix)\b",
    r"\b(?:while|when|if i am|if you are) (?:pregnant|breastfeeding|nursing)\b",
    r"\bwith (?:alcohol|beer|wine|grapefruit)\b|\bdrink(?:ing)? (?:on|while|with)\b|\bcon (?:alcohol|cerveza|vino|toronja)\b|\bgrapefruit\b",
    r"\b(?:debo|puedo|deberia|debe|podria) (?:tomar|dejar|partir|mezclar|beber|comer|saltar|suspender|seguir|manejar)\w*\b|\bme (?:la |lo )?tomo\b.{0,40}\b(?:de todos modos|o no|igual|doble)\b",
    r"\bes (?:seguro|malo|peligroso|normal) (?:tomar|que|si|mezclar|beber)\w*\b|\bhace (?:dano|mal)\b|\bengorda\b|\bda sueno\b",
    r"\b(?:will|does|can|could|did) (?:it|this|that|(?!you\b|i\b|they\b|someone\b|somebody\b|we\b)\w+) (?:make|cause|give) (?:me|you|people)\b|\b(?:can|does|could) (?:it|this|that|\w+) cause\b",
    r"\bdiagnos\w+",
    r"\bdo i have (?:a |an )?(?!any|refill|order|prescription)\w+ (?:infection|disease|problem)\b",
    r"\bshould i or should (?:i )?not\b|\bis (?:that|it|this) (?:\w+ )?normal\b|\bnormal\?|\b(?:bad|good|smart|terrible) idea\b(?=.*\?|.{0,3}$)|\b(?:before|while|when|after) (?:driving|operating)\b(?! (?:over|there|all|out|to)\b)|\bmax(?:imum)? (?:daily )?(?:dose|amount)\b",
    r"\b(?:is|could|can|would) (?:the |my |it |that |this )?(?:[\w-]+ ){0,4}(?:doing|causing|making|behind) (?:that|this|it|me|my)\b|\b(?:could|can|might) (?:it|that|this) be (?:from|because|due|the|my|caused)\b",
    r"\b(?:is it|would it be|it is|is that) (?:\w+ )?(?:acceptable|advisable|recommended|wise|smart|risky|harmful|necessary|too late|too much|safe|ok|okay|alright|all right|fine) (?:for me )?(?:to|if i|for) (?:be )?(?:split|cut|crush|chew|stop|skip|take|drink|double|use|keep tak|inject|mix|quit|start|halve)\w*",
    r"\bstill (?:good|safe|ok|okay|usable|effective|work|any good)\b(?=.*\?|.*\b(?:toss|fridge|warm|hot|expired|left out)\b|[.! ]*$)|\b(?:fridge|refrigerator|room temperature|left (?:it |them )?out|expired|(?:got|went|was|were) (?:hot|warm|wet))\b(?=.*\b(?:good|safe|toss|throw|use|ok|okay|ruined|spoiled)\b)",
    r"\b(?:can|could|should|may) (?:\w+ ){1,2}(?:chew|crush|split|swallow|cut|skip|double)\b|\b(?:drop(?:ping)?|cut(?:ting)?|bump(?:ing)?|switch(?:ing)?) (?:down |up |back )?(?:to|from) (?:\d+|one|two|three|half)\b(?=.*\?)",
    r"\b(?:does|would) it matter (?:if|when|what|how)\b|\bwill it hurt (?:me|anything|if|to)\b|\b(?:any|what) harm\b|\bwhat (?:can|should|would|could) (?:i|you) (?:take|use|recommend|do|suggest) (?:for|about|if)\b|\bhow (?:do|should|can) i (?:come off|wean|taper|stop|get off|quit)\b",
    r"\b(?:make|makes|making) (?:me|you) (?:\w+ )?(?:sleepy|drowsy|dizzy|tired|gain|fat|sick|nauseous|hungry|jittery)\b(?=.*\?)|\b(?:gain|lose) weight\b(?=.*\?)|\b(?:yay|yea) or nay\b|\bhow (?:late|many hours) (?:is too late|apart|between)\b",
    r"\b(?:(?:me|le|la|lo|se) )?(?:puedo|debo|deberia|podria|puede) (?:yo |\w+ )?(?:inyectar|bajar|subir|cortar|aumentar|reducir|doblar|brincar|parar|masticar|triturar|machacar|poner(?:me)? (?:mas|menos|otra)|dejar de|quitar|partir|saltar|suspender)\w*|\b(?:me|se) puede (?:tomar|partir|cortar|dejar)\b|\bque (?:puedo tomar|me recomienda|tomo) para\b|\bes normal\b|\b(?:hago|pasa) si (?:se me|me|tomo|no)\b",
    r"\bhow long\b.{0,40}\b(?:kick in|to work|start working|in my system|to wear off|is it safe)\b|\bis (?:that|it|this) (?:\w+ )?(?:too (?:much|high|low|many|strong)|dangerous)\b|\b(?:addicted|hooked|dependent|habit[- ]forming|withdrawals?|overmedicat\w+)\b(?=.*\?)|\b(?:what|anything) .{0,30}\b(?:over the counter|otc)\b|\bwhat do i do (?:if|about|with|when)\b|\b(?:safe|okay|ok) (?:for|to|while|during|in|with)\b(?=.*\?)(?=.*\b(?:take|pregnan\w*|nursing|kidneys?|liver|driv\w+|baby|surgery|fasting|my age)\b)",
    r"\bque (?:hago|debo hacer) si\b|\bme (?:va a |puede )?(?:hacer|hara|hace) (?:dano|mal|dormir|engordar)\b|\b(?:se puede|puedo) (?:tomarl[ao]s?|darl[ao]s?|dejarl[ao]s?|tomar|manejar|beber)\b|\bes (?:bueno|malo|peligroso) (?:si|para|que|dejar|tomar)\b|\b(?:doble|media) (?:dosis|pastilla)\b(?=.*\?)",
)
_ALLERGEN = r"(?:sulfas?|penicil\w+|amoxicil\w+|codein\w*|aspirin\w*|ibuprofen\w*|nsaids?|latex|peanuts?|shellfish|iodine|morphine|morfina|bactrim|mariscos|yodo)"
_NOTED = (
    r"(?:on (?:file|record|there|my (?:chart|file|profile|record|list))|in (?:there|my (?:chart|file|profile|records?)|your (?:system|computer|records?)|the (?:system|computer|chart|file|records?))"
    r"|listed|recorded|noted|flagged|documented|on the list|(?:wrote|written|put|got|have) (?:that |it |this )?(?:wrote |written )?down|have (?:that|it) (?:wrote|written|noted|listed|recorded)"
    r"|apuntad[oa]s?|anotad[oa]s?|registrad[oa]s?|en (?:mi|el|su|tu|los?) (?:expediente|sistema|archivo|file|record|registro|perfil|chart)s?)"
)
_REMEDY = r"(?:pills?|meds?|medic\w+|sprays?|stuff|refills?|tablets?|prescriptions?|shots?|drops|season)"
ALLERGIES = row(
    Intent.ALLERGIES,
    r"\b(?:am|is|are|was|know|that) (?:i|he|she|my \w+)(?: am| is)? (?:\w+ )?(?:as )?allergic\b(?=.*\?|.*\bon file|.*\bin (?:there|my))|\bwhat (?:\w+ )?(?:am|is|are) (?:i|he|she|\w+) allergic\b|\bam i (?:\w+ )?(?:as )?allergic\b",
    r"\b(?:my|any|what|which|list|have|whose|mis|sus|tus|[a-z]+'s) (?:\w+ )?(?:drug |known |the )?allerg(?:y|ies)\b(?! (?:pill|med|spray|stuff|refill|tablet|prescription|shot|is|are (?:acting|bad|terrible|killing)))",
    r"^allergies\b|\ballerg(?:y|ies) (?:list|on file|on record|do you have|information|info)\b|\b(?:in|on) my (?:chart|file|profile|record)\b.{0,20}\ballerg\w+|\b(?:as|listed as|have) an allergy\b",
    r"\b(?:mis|que|cuales|tengo|tiene) alergias\b|\ba que soy alergic[oa]\b|\bsoy alergic[oa] a\b(?=.*\?)|\balergias (?:registradas|apuntadas)\b",
    rf"\ballerg\w+\b(?! {_REMEDY}).{{0,60}}\b{_NOTED}|\b{_NOTED}.{{0,50}}\ballerg\w+\b(?! {_REMEDY})|\b(?:what|anything|everything|things|medicines?|meds|drugs|stuff)\b.{{0,40}}\ballergic\b|\b(?:have|got|listed|show|put) (?:me|her|him|emily) (?:\w+ ){{0,3}}(?:as )?(?:being )?allergic\b",
    r"\b(?:do|does|did) (?:my|[a-z]+'s|the|your) (?:\w+ )?(?:chart|file|profile|records?|system) (?:say|show|list|mention|note|include)s?\b(?!.*\b(?:refill|due|pick)\b)",
    r"\b(?:what|which)\b.{0,50}\breacts? to\b|\b(?:drug|medicine|medication|my|documented) (?:sensitivit(?:y|ies)|intolerances?|reactions?)\b|\bbad reactions?\b(?=.*\?)",
    r"\b(?:what|which)\b.{0,40}\b(?:not supposed to|can not|should not|am not allowed to|not allowed to) (?:take|have|be given)\b(?!.*\b(?:with|together|until)\b)|\b(?:what|which) (?:\w+ ){0,3}(?:should|do|must) i (?:have to |need to )?(?:avoid|stay away from)\b|\bbreak(?:s|ing)? (?:me )?out\b(?=.*\b(?:what|which|file|chart|list))",
    r"\b(?:aparecen?|salen?|tienen?|tienes|hay|dicen?|cuales|registr\w+|saben|ven|que)\b.{0,40}\b(?<!para la )(?<!para las )(?<!de la )(?<!de las )alergi(?:as?|c[oa])\b|\balergi(?:as?|c[oa])\b.{0,40}\b(?:aparecen?|salen?|tienen|tienes|dicen?|sistema|expediente|archivo|file|anotad[oa]s?|apuntad[oa]s?|lista)\b",
    rf"\bdoes it (?:show|say|list|mention|have) (?:my|her|his|the|i|anything about)\b.{{0,30}}\b(?:allerg\w+|hives|rash|reaction|{_ALLERGEN})\b",
)
NOTED = row(
    Intent.ALLERGIES,
    rf"\b(?:{_ALLERGEN}|swell\w*|swole\w*|hives|rash|reaction|broke out|ronchas)\b.{{0,110}}\b{_NOTED}",
    rf"\b(?:apuntad[oa]s?|anotad[oa]s?|registrad[oa]s?|tienen? (?:ahi|alli|que)|sabe[n]? que|aparece|sale|(?:have|has|got|know|shows?|list|lists|see) (?:that|my|the|about|about my)|noted that)\b.{{0,30}}\b{_ALLERGEN}\b(?=.*\?|.*\b(?:verdad|right|thing)\b)",
    rf"\bmy {_ALLERGEN} (?:thing|allergy|reaction|issue|problem)\b(?=.*\?|.*\b(?:file|system|chart|record|list))",
)
ADHERENCE = row(
    Intent.ADHERENCE,
    r"\badher\w+\b|\bcomplian\w+\b|\badherencia\b|\bcumplid[oa]\b|\bcumplimiento\b",
    r"\bhow (?:regular\w*|well|often|consist[ae]n\w*|good|bad|faithful\w*|reliab\w+|steady|steadily|diligent\w*|punctual|disciplined|on time) (?:have|do|am|has|did|was|is) (?:i|he|she|we|my)\b(?<!often do i)(?! (?:supposed|take|use)\b)",
    r"\b(?:am i|have (?:i|we) been|have (?:i|we)|has (?:he|she|\w+) been|did i|been) (?:\w+ )?(?:tak|fill|refill|pick|keep|kept|us)\w+\b.{0,40}\b(?:regular\w*|on time|consistent\w*|right|up|every (?:day|month)|on schedule)\b",
    r"\bhow (?:am|are) (?:i|we) doing (?:with|on) (?:my|taking)\b|\b(?:keeping up|kept up|keep up|on track) with\b|\b(?:have i been|was i|am i) (?:\w+ )?(?:good(?! to)|bad|late|behind|faithful|regular|consistent|missing|skipping)\b",
    r"\bhow many (?:days|doses|pills|times) (?:did|have) i (?:go|gone|miss\w*|skip\w*)\b|\bgaps? (?:between|in)\b|\bbetween (?:my )?(?:fills|refills)\b",
    r"\b(?:que tan|tan) (?:puntual|constante|regular)\w*\b|\b(?:he estado|estoy|me he) (?:tomando|surtiendo|atrasado|cumplido)\b|\bme he atrasado\b",
    r"\b(?:re)?fill(?:ing)? (?:history|record|pattern|habits?)\b|\bpick[- ]?up history\b|\btrack record\b|\bstreak\b|\bslack(?:ing|ed|er)\b|\b(?:slipp(?:ing|ed)|fall(?:ing|en)|fell|getting|been|running|am i|be) (?:behind|lax|sloppy)\b|\bmissed (?:any |my |some |a )?(?:refill|fill|month|pick ?up)s?\b(?=.*\?)",
    r"\bpercent(?:age)?\b.{0,30}\b(?:days?|doses?|time|covered|taken|adher\w*)\b|\bhow many (?:refills|fills|doses|days|months) (?:\w+ )?(?:i|did i|have i) (?:\w+ )?(?:late|miss\w*|skip\w*|behind)\b|\b(?:late|early) or on time\b|\bon time or\b",
    r"\b(?:did|have|has|do) (?:i|she|he|we) (?:\w+ )?(?:skip|miss|forget|let)\w* (?:a|an|any|some|too many|many|my|it) (?:\w+ )?(?:months?|refills?|fills?|weeks?|days?|doses?|pills?|lapse|run out)\b",
    r"\b(?:stay|staying|stayed|keep|keeping|kept|been) (?:\w+ )?(?:on top of|on schedule|on track|up with|caught up)\b|\bon track\b|\b(?:am i|have i been|been|do i|did i|i have been) (?:\w+ )?(?:tak|us|fill|refill|pick)\w* .{0,40}\b(?:like i (?:should|am supposed|ought)|as (?:prescribed|directed)|the way|right|properly|regular\w*|enough|every ?day|daily|on time|consist\w+)\b(?=.*\?)",
    r"\bhow (?:bad|good|am i) .{0,15}\b(?:look\w*|doing)\b(?=.{0,40}\b(?:on your end|on my|med|pill|refill|taking|record))|\b(?:show|see|pull up|check|tell me) .{0,30}\b(?:how (?:often|regular\w*|well|consist\w+|good)|late|on time|missed)\b.{0,30}\b(?:i|my)\b",
    r"\bcomo (?:ando|voy|vengo|he (?:estado|andado)|me he portado|estoy) (?:de|con|en|tomando|surtiendo)\b|\b(?:voy|ando|estoy|vengo) (?:\w+ )?(?:atrasad[oa]|retrasad[oa]|al corriente|al dia|puntual\w*|cumpliendo|a tiempo)\b|\b(?:fui|soy|he sido) (?:\w+ )?(?:puntual|constante|cumplid[oa]|regular)\b",
    r"\bque tan (?:bien|seguido|constante\w*|puntual\w*|regular\w*|cumplid\w*)\b|\bse me ha[n]? (?:pasad|olvidad)[oa]s?\b.{0,40}\?|\bcuant[ao]s (?:dias|dosis|veces|meses) (?:me he|he|se me ha[n]?|deje|falte|me salte|se me paso)\b|\b(?:me he|he) (?:saltad|brincad|faltad|fallad|olvidad)[oa]\b.{0,40}\?|\bhistorial\b(?!.*alerg)",
    r"\b(?:have|did|do|am|was|been|has) (?:i|she|he|emily|we)\b.{0,60}\b(?:regular(?:ly)?|faithful(?:ly)?|consistent(?:ly)?|steady|steadily|gaps?|skipp(?:ed|ing)|good about|bad about|on time|late (?:on|with|picking|getting|filling))\b(?!.*\b(?:hours|open)\b)|\b(?:doctor|dr|nurse|doc|cardiologist|\w+ologist|clinic)\b.{0,60}\b(?:if|how|whether|that) i (?:have been|am|was|been)\b.{0,30}\b(?:tak|fill|us|keep)\w*",
    r"\b(?:look|looks|looking|shows?|say|says) like i (?:have |am |been )*(?:miss|skip|forget|tak|fill|slack|keep)\w*|\bhow (?:many|often) .{0,20}\b(?:have i|did i|do i|i have|i)\b.{0,20}\b(?:missed|skipped|late|forgotten|forgot)\b|\bmy (?:record|score|numbers|history|pattern|routine)\b(?=.*\b(?:taking|fill\w*|refill\w*|pills?|meds?|medic\w+|doing|look\w*)\b)",
    r"\bhe\s(?:\w+ )?(?:surtido|recogido|tomado|tardado|atrasado|retrasado|faltado|cumplido)\b(?=.*\?|.*\b(?:a tiempo|bien|seguido)\b)|\b(?:surto|recojo|tomo|surtiendo|tomando|tomado|surtido)\b.{0,30}\b(?:a tiempo|seguido|puntual\w*|con regularidad|regularmente|como debo|como es|todos los dias)\b(?=.*\?)|\bme (?:atraso|retraso|salto|brinco)\b.{0,40}\?",
)
PURPOSE = row(
    Intent.PURPOSE,
    r"\bwhat(?: is| do i| am i| are|s)?\b.{0,40}\b(?:for|treat|help with|supposed to do),?(?: again| exactly| anyway| anyways| please)?[?. ]*$",
    r"\bwhy (?:do|am|was|did|is|are) (?:i|he|she|they|my doctor)\b.{0,12}\b(?:take|taking|on|put|prescribed|given|have)\b",
    r"\bused for\b|\b(?:it|this|that|[\w-]+) for again\b|\bwhat (?:does|do|is) (?!i\b|you\b|my plan|the plan|my insurance|mine\b)(?:[\w-]+ ){1,3}(?:do|treat)\b",
    r"\bhow (?:do|should|am i supposed to|many times a day do|often do|to) (?:i )?(?:take|use|inject)\b|\bdirections? (?:for|on)\b|\b(?:what|the|read|label) (?:\w+ )?instructions (?:for|on|say)\b|\bhow many (?:puffs|pills|tablets|units|times)\b(?!.*\b(?:left|refills?|fill|filled|more|too|get)\b)",
    r"\bwhat (?:time|part) .{0,20}\b(?:do|should) i take\b|\bwhen (?:do|should|am) i (?:supposed to )?(?:take|use)\b|\b(?:do|should) i take (?:it|this|them|(?:the )?[\w-]+) (?:with|before|after|in the|at|morning|every|once|twice)\b|\b(?:is|are|am i) (?:\w+ ){1,3}(?:supposed|meant) to\b",
    r"\bwhat does (?:the|my) (?:label|bottle|sig) say\b|\bwhich (?:one )?is (?:the one )?for\b|\b(?:is|are) (?:the )?(?:\w+ ){1,3}(?:the one )?for .{0,30}\bor\b",
    r"\bpara que (?:es|son|sirve[n]?|era|la tomo|lo tomo|tomo|me (?:lo|la) dieron)\b|\bque (?:hace|cura|trata) (?:la|el|esta|este|eso)\b",
    r"\bcomo (?:me )?(?:la |lo |las |los )?(?:tengo que )?(?:debo )?(?:tom[ao]|uso|usar|inyect)\w*\b|\bcada cuanto (?:la|lo|me)\b",
    r"\bcuando (?:me )?(?:la|lo|las|los) (?:tomo|debo tomar)\b|\b(?:con|sin) comida o (?:con|sin)\b",
    r"\bwhat (?:the |my |that |this |this one |it |those )?(?!i\b|you\b|we\b|they\b|he\b|she\b|plan\b|insurance\b|it\b|time\b|day\b|hours?\b|store\b|pharmacy\b|price\b)[\w-]+ (?:pill |one |medicine |tablet )?(?:does|is (?:used )?for|treats|helps with|is supposed to do|works on|are for|was for)\b|\bwhat kind of (?:medicine|drug|pill|med|medication)\b",
    r"\bwhy\b.{0,60}\b(?:gave (?:it|me|that|this|them)|given|prescribed?|put (?:me|her|him) on|(?:i am|she is|he is|am i|is she|has me|have me) (?:\w+ )?(?:on|taking)|i take|i need to take|i have to take|i was)\b",
    r"\b(?:how|what) (?:does|do|did|is) (?:it|the (?:\w+ )?(?:label|bottle|box|directions|doctor|sig|instructions)|my (?:label|bottle|doctor|prescription)) (?:\w+ )?(?:say|tell|read|want)\b(?!.*allerg)|\b(?:printed|written|say|says) on (?:it|the (?:label|bottle|box)|my (?:label|bottle))\b|\bwhat (?:it|the label|the bottle) says\b",
    r"\b(?:directions?|instructions?|dosing|dosage) (?:for|on|of|say)\b|\b(?:the|my|what|label|read|taking) (?:\w+ )?(?:directions|instructions|label)\b(?=.*\?|.*\b(?:what|read|tell|remind|repeat|say)\b)",
    r"\bhow (?:often|frequently|many times|many x) .{0,25}\b(?:am i|do i|should i|is it|are you|i)\b.{0,15}\b(?:take|taken|use|used|inject|supposed|puff|apply|give)\b|\bhow (?:2|to|do you|do we|does (?:she|he|\w+)|is it|are these) (?:\w+ )?(?:take|use|inject|apply|taken|used|given)\b|\b(?:x|times) (?:a|per) day\b(?=.*\?|.*\bhow\b)|\bhow many (?:x )?(?:a|per) day\b",
    r"\b(?:morning|mornings|am|daytime) or (?:\w+ )?(?:night|nights|bedtime|evening|pm)\b|\b(?:night|bedtime|evening) or (?:\w+ )?morning\b|\b(?:with or without|before or after|with food or|empty stomach)\b|\b(?:every day|daily) or (?:\w+ )?(?:when|as|only|if|just)\b|\bwhich (?:\w+ ){0,4}(?:is|are|do i take) (?:the one )?for (?!pick|refill|deliver)",
    r"\bpara que\b.{0,30}\b(?:es|son|sirven?|era|eran|tomo|toma|dieron|recet\w+|mandaron|uso)\b|\bpor ?que (?:me |le )?(?:dieron|recet\w+|mand\w+|pusieron|tomo|estoy tomando|la tomo|lo tomo)\b|\bcomo se (?:toman?|inyectan?|aplican?|ponen?|administra|usan? (?:el|la|mi|las|los|este|esta) (?!app|aplicacion|chat|pagina|sistema|programa))",
    r"\b(?:que|como) dice (?:\w+ )?(?:la|el|mi) (?:etiqueta|frasco|bote|botecito|receta|botella|caja|label)\b|\bcada cuant[oa]s?\b|\bcuant[ao]s? (?:\w+ ){0,2}(?:al dia|por dia|diari[ao]s|debo|me tomo|tengo que (?:tomar|usar|poner)\w*|se toman?|tomo)\b(?!.*medicinas)|\ba que horas? (?:me )?(?:l[ao]s? )?(?:tomo|debo|tengo que|toma)\b|\b(?:en ayunas|antes o despues|indicaciones)\b(?=.*\?)|\binstrucciones (?:de|del|para)\b",
    r"^(?:so )?(?:is|was) (?:the |my )?(?!it\b|there\b|that\b|this\b|everything\b|he\b|she\b)[\w-]+ (?:(?:the one|pill|used|given|meant|good|the pill|pills|medicine) )?(?:for|to treat|to help) (?:my |the |high |lowering )?(?!pick|deliver|free|sale|today|tomorrow|me\b|sure)\w+|\b(?:once|twice|one|two|three)(?: times)? (?:a|per) day or\b|\bonce or twice\b|\bhow am i (?:meant|supposed) to\b|\bwhat (?:is|was) (?:it|this|that|[\w-]+) (?:given|prescribed|meant|good|used|taken) (?:to me )?for\b",
    r"\bwhat (?:condition|problem|ailment|illness|disease)\b|\b(?:reason|point|purpose) (?:of|for|i|that i)\b(?=.*\b(?:tak\w+|on|pill|med\w*|prescribed)\b)|\b(?:do|am) i (?:\w+ )?(?:tak\w+|supposed to take|meant to take) (?:it|this|them|that|my \w+|the \w+) (?:with|before|after|in the|at|morning|every|once|twice|on)\b|\b(?:best|right|what) time (?:of day )?to take\b",
    r"\b(?:me )?(?:la|lo|las|los) (?:tomo|uso|pongo|debo tomar) (?:\w+ ){0,3}(?:noche|manana|comida|dia|veces|comer)\b(?=.*\?)|\bcual (?:\w+ ){0,2}es (?:la|el) (?:de|del|para|que es)\b|\b(?:la|el|esta|este|esa|ese|mi) [\w-]+ es (?:la |el )?(?:de|para) (?:la|el|los|mi)\b.{0,30}\?|\bpa que\b.{0,20}\b(?:es|son|sirven?|tomo|era)\b|\bque (?:cosa )?es (?:la|el|lo de)\b.{0,30}\?",
    r"\bwhat (?:the |my |that |this |these |those )(?!pharmacy|store|plan|insurance|time|price)(?:[\w-]+ ){1,4}(?:does|do|treats?|is for|are for|is used for|was for)\b|\bwhat i (?:\w+ )?(?:take|am taking|was given|use|got) (?:it|this|that|them|[\w-]+|the \w+|my \w+) for\b|\bwhat (?:it|that|this|these) (?:is|are|was|does)(?: (?:\w+ )?for)?\b(?=.*\b(?:pill|med\w*|tak\w+|label|bottle|again|remember|forgot|forget)\b)|\btell me (?:\w+ )?about (?:the |my )?[\w-]+[?. ]*$",
    r"^(?:so |and |ok |hey )?what (?:exactly )?(?:is|are) (?:the |my )?(?!this|that|it\b|up\b|new\b|going|happening|next|your|wrong|price|cost|total|co-?pay|status|wait|number|address|available|open|due|ready|left|closest|nearest|cheap|hours)[\w-]+(?: again)?\?$|\bhow (?:long|many days|many weeks) (?:do i|am i|should i|does it say to) (?:\w+ )?(?:take|taking|use|keep taking|supposed to take|stay on)\b",
)
REFILLS_LEFT = row(
    Intent.REFILLS_LEFT,
    r"\b(?:do|does|have|has) (?:i|it|my [\w-]+|the [\w-]+) (?:\w+ )?(?:have|got) (?:\w+ )?refills?\b|\b(?:how many|number of) (?:[\w-]+ ){0,3}(?:refills?|repeats?|fills)\b|\b(?:have|has|got|there|are|is|with) (?:\w+ ){0,2}any (?:more )?refills?\b|^any refills?\b",
    r"\brefills? (?:left|remaining|remain|do i have|does it have|are there)\b|\bout of refills\b.{0,20}\?|\b(?:am|are|is) (?:i|it|my \w+) out of refills\b|\b(?:zero|0|no) refills\b.{0,20}\?",
    r"\bhow many (?:more )?(?:are|do i (?:\w+ )?have|does it have|times|left)\b(?:.{0,40}\b(?:left|refill|fill|get|remain\w*)\b|[?. ]*$)|\bhow many (?:do i have |are )?left\b",
    r"\b(?:does|do|is|are) .{1,40}\b(?:any more|any left|zero left|none left|(?<!no )(?<!about )(?<!once )more)(?: refills?)?(?: (?:on|for|left)\b|[?. ]*$)|\bany(?:thing)? (?:left|more) (?:on|for)\b",
    r"\bcuant[oa]s? (?:\w+ ){0,2}(?:resurtidos?|recargas?|repeticion(?:es)?|surtidos?|veces)\b|\b(?:me|le|les) quedan? (?:algun[ao]s? |mas )?(?:resurtido|recarga|repeticion|surtido)\w*",
    r"\b(?:resurtidos?|recargas?|repeticiones) (?:me |le |les )?(?:quedan?|tengo|tiene|hay)\b|\bcuant[oa]s? (?:me |le )?quedan?\b",
    r"\b(?:re)?fills? (?:\w+ )?(?:left|remaining|remain|still|on (?:it|that|them|this))\b|\bwhat is left on\b|\bhow (?:many|mny|mani|much)\b.{0,50}\b(?:left on|refills?|refils?|repeats|more times)\b|\bleft on (?:it|my|the|that|this)\b(?=.*\?)|\b(?:is there|are there|have|has|got) (?:\w+ )?(?:any|more|some)\b.{0,25}\b(?:refills?|fills)\b(?=.*\?)|\brefills? (?:have|has|did|do|does) (?:i|it|my|the)\b|\bhow many more (?!days|weeks|min|hours)\w+",
    r"\b(?:which|what|any|are any|do any)\b.{0,60}\b(?:out of refills|no (?:more )?refills|refills (?:left|remaining)|without refills|zero refills|0 refills)\b|[,:] refills\?|^[\w-]+ refills\?|\brefills or\b.*\?|\bdo i (?:still )?(?:have|got) (?:\w+ ){0,2}(?:refills?|fills?)\b",
    r"\b(?:is|was|are) .{1,50}\b(?:my|the|its) (?:very )?(?:last|final) (?:one|refill|fill|bottle|time)\b(?=.*\?|.{0,3}$)|\b(?:label|bottle|it) .{0,30}\bsays? (?:0|zero|no refills|no more)\b(?=.*\?)|\b(?:has|have) (?:it|they|my [\w-]+) (?:\w+ )?(?:run|ran) out of refills\b",
    r"\b(?:can|could|will|would) (?:it|this|that|they|the [\w-]+|my [\w-]+) (?:still )?be (?:re)?filled (?:again|anymore|any more|another|once more)\b|\bhow many (?:more )?times (?:can|could|may|i can|can it|will|you can)\b|\bhow many (?:more )?(?:months|bottles) (?:\w+ ){0,3}(?:left|on|of)\b",
    r"\b(?:tengo|tiene|tienen|hay|quedan?|cuant[oa]s) (?:\w+ ){0,2}(?:refills?|resurtidos?|repeticion(?:es)?|recargas?|vueltas)\b(?! (?:de )?(?:por favor|list))|\b(?:refills?|resurtidos?|recargas?) (?:todavia |aun )?(?:me |le |les )?(?:quedan?|tengo|tiene|hay|disponibles|restantes)\b|\b(?:todavia|aun) (?:me |le |les )?quedan?\b|\b(?:es|era) (?:la|el|mi) ultim[ao]\b.*\?",
    r"\b(?:any|more|some|my) refills? (?:\w+ )?(?:available|authorized|good|valid|remaining|left)\b(?=.*\?|.*\b(?:check|see|know|how)\b)|\b(?:check|see|know|find out|tell me|wondering|curious|ask|look up)\b.{0,40}\b(?:refills?|fills)\b.{0,25}\b(?:left|have|has|remain\w*|got|still|there)\b|\b(?:am|are|is) (?:i|we|it|my [\w-]+|the [\w-]+) (?:\w+ )?(?:on|down to) (?:my|the|its) (?:last|final)\b|\bstill (?:have|has|got) (?:\w+ ){0,2}refills?\b(?=.*\?)|\bmany (?:re)?fills\b",
)
_FILL = r"(?:refill\w*|re-?up\w*|fill\w*|renew\w*|re-?order\w*|order|get (?:it|my|the|more|another|some)|pick up (?:my|the) next)"
NEXT_DATE = row(
    Intent.NEXT_DATE,
    r"\bwhen (?:can|could|is|are|will|do|does|should|am|may|would|was)\b(?! my orders?\b).{0,50}\b(?:refill\w*|due|next|fill\w*|get|again|eligible|order|renew|drop)\b(?!.*\bready\b)",
    r"\b(?:next|due) (?:refill|date|fill)\b(?!.*\bplease\b)|\bhow (?:soon|long|many days)\b.{0,12}\b(?:till|until|til|before|can i)\b.{0,40}\b(?:i|refill\w*|get|due|eligible)\b",
    r"\b(?:is it|am i|are we|is my \w+|would it be|is|still) (?:still )?too (?:soon|early)\b|\btoo (?:soon|early)\?|\b(?:is|are) (?:my|the) (?:\w+ ){1,3}due(?: yet| now| soon)?[?]",
    r"\b(?:what|which|when) (?:\w+ )?(?:date|day) (?:can|is|are|will|do|does)\b|\bwhat is (?:coming )?due\b|\b(?:which|what) (?:of my |ones? |\w+ ){0,4}(?:is|are) (?:due|ready to (?:be )?refill\w*)\b|\bam i (?:due|eligible|able to refill)\b",
    r"\bearliest (?:date|day|i can|time|refill)\b|\bcan i (?:refill|get|fill|renew|order) (?:\w+ ){1,4}yet\b|\bcome due\b|\b(?:refill|due|fill) date\b",
    r"\bcuando (?:puedo|podre|podria|me)? ?(?:volver a )?(?:surtir|resurtir|pedir|toca|tocan|vence|recoger mas|ordenar)\w*\b|\bcuando (?:me )?(?:toca|tocan|vuelve)\b"
    r"|\b(?:que dia|para cuando|en que fecha)\b.{0,25}\b(?:toca|puedo|surt|resurt)\w*|\bproxim[oa] (?:resurtido|surtido|fecha)\b|\bya me tocan?\b.{0,40}\?|\bcuando puedo\b(?! (?:recoger|pasar))",
    rf"\b(?:what|which) (?:is the |is my |\w+ )?(?:date|day|week|month|(?:sun|mon|tues|wednes|thurs|fri|satur)day)\b(?!.*\b(?:open|close|holiday)).{{0,20}}\b(?:can|could|am|is|are|will|may|do|does|should)\b.{{0,40}}\b(?:{_FILL}|next|due|eligible|able|again)\b",
    rf"\bwhen (?:am|is|are|will|can|do|does|should|would|could|exactly|i|it)\b.{{0,60}}\b(?:good to go|allowed|able to|eligible|due|ok to|okay to|time for|re-?up|ready (?:for|to) (?:a |be )?(?:another|refill\w*|more)|up for|my next|not too soon|run ?s? out)\b(?!.{{0,30}}\b(?:pick ?up|order)\b)|\b(?:know|tell me|check|see|wondering|ask) when\b.{{0,40}}\b(?:{_FILL}|due|next|eligible|available)\b",
    rf"\bhow so+n\b.{{0,15}}\b(?:can|could|may|am|is|would|till|until|before)\b.{{0,40}}\b(?:{_FILL}|eligible|due|another|again|more|allowed)\b|\bhow (?:many|much) (?:more )?(?:days|weeks|longer|time)\b.{{0,40}}\b(?:refill|due|next (?:fill|one|bottle)|{_FILL})\b|\bhow long (?:do i|must i|have i|would i|till|until|before|have to) .{{0,30}}\b(?:{_FILL}|next|due)\b",
    rf"\b(?:which|what|when|anything|any)\b.{{0,50}}\bcom(?:e|es|ing) (?:up|due)\b|\b(?:re)?fill dates?\b|\bdate\b.{{0,30}}\b(?:can|could|able|to) (?:i )?{_FILL}\b|\b(?:is there a|what) (?:date|day) (?:\w+ ){{0,4}}(?:wait|have to)\b|^(?:the |my )?[\w-]+ date\?|\bnext (?:fill|refill|one|bottle|supply|batch) (?:is |be )?(?:due|date|when|available)\b",
    rf"\btoo (?:soon|early)\b(?=.*\?|.*\b(?:when|if)\b)|\bwhen (?:is|will) (?:it )?not\b.{{0,20}}\btoo (?:soon|early)\b|\b(?:can|could|may|able to|allowed to) .{{0,40}}\b(?:{_FILL}|be (?:re)?filled) .{{0,30}}\b(?:yet|this (?:early|soon)|so soon)\b|\b(?:be refilled|refill (?:it|my [\w-]+|the [\w-]+)) (?:yet|now or|today or|already)\b|\bis it (?:about |almost |already )?time (?:to|for) (?:me to )?(?:{_FILL}|my|another|a)\b(?!.*\bappointment)",
    rf"\bam i (?:\w+ )?(?:allowed|able|good|clear|cleared|eligible|due|okay|ok|set|up) (?:to (?:go on|{_FILL})|for (?:a |my |another )|on (?:my|the|it)|yet)\b|\b(?:soonest|earliest) (?:\w+ ){{0,3}}(?:i can|i could|i am|can i|date|day|you can|it can|for (?:a |my )?refill)\b|\bhow close am i\b|\b(?:do|would|will) i (?:still )?(?:have|need) to wait (?:to|till|until|for (?:my|the) (?:next|refill))\b",
    r"\b(?:para|pa|desde|a partir de|hasta) cuando\b(?!.*\blist[ao])(?!.*\babiert)|\bcuando (?:me|se me|le|nos) (?:\w+ )?(?:dan|den|daran|tocan?|tocaria|surten|resurten|vuelven|pueden|corresponde|vence)\b|\bcuando (?:es|seria|sera|viene|cae|vence) (?:mi|el|la) (?:proxim[oa]|siguiente|resurtido|surtido|refill)\b|\b(?:proxim[oa]|siguiente) (?:refill|fecha|resurtido|surtido)\b",
    r"\b(?:que|cual|en que) (?:es la )?(?:dia|fecha)\b(?!.*\babr|.*\babiert|.*\bcierr).{0,40}\b(?:puedo|toca|refill|surt\w*|resurt\w*|pedir\w*|vence|dan|siguiente|proxim[oa])\b|\b(?:todavia|aun|es|esta) (?:muy|demasiado) (?:pronto|temprano)\b|\bcuanto (?:me |le )?falta (?:para|pa)\b|\bya (?:puedo|podria|se puede|me toca|le toca|es tiempo|es hora)\b(?! (?:recoger|pasar|ir)).{0,60}\?|\bcada cuando\b",
    rf"\bwhen\b.{{0,30}}\b(?:let|lets|allow|allows) me\b|\bfirst (?:day|date)\b(?=.*\b(?:can|{_FILL}|due)\b)|\b(?:is|are) (?:my|the|it|any of my) (?:[\w-]+ ){{0,3}}(?:due|refillable|eligible|able to be (?:re)?filled|ready to be (?:re)?filled|up for (?:a )?refill)\b(?=.*\?|.*\b(?:yet|soon)\b)|\bwhen (?:do|will|am|would|should) i (?:\w+ )?(?:run(?:ning)? out|be out|need (?:my|a|the|another|more)|get (?:my|the|another|more))\b",
    rf"\bhow (?:far|long) (?:out|off|away) (?:am i|is (?:my|the|it))\b|\bwhen\b.{{0,40}}\b(?:call back|check back|come back|try again)\b(?=.*\b(?:{_FILL}|refill|more)\b)|\bwhen is (?:my|the|it|the next) (?!order|appointment|pharmacy|store)(?:[\w-]+ ){{0,3}}(?:up|due|available|ready to (?:fill|refill|renew))\b|\bdays? (?:left )?(?:until|till|til|before) (?:i can|my|the next)\b",
    r"\bcuando se me (?:acab|termin)\w+|\bya (?:me |le |nos )?tocan?\b.{0,40}\?|\b(?:es|no es|esta) (?:muy |demasiado )?(?:pronto|temprano) (?:para|pa)\b|\bcuant[oa]s (?:dias|semanas)\b.{0,30}\b(?:faltan?|esperar|para|pa)\b|\bcuando (?:\w+ ){0,2}(?:pedir|surtir|resurtir|ordenar|refill)\w*\b",
    rf"\b(?:is|are) (?!my order|there|it\b|anything|everything)(?:[\w-]+ ){{1,4}}(?:due|too soon|too early)\b(?=.*\?|.*\byet\b)|\b(?:can|could|may) i .{{0,40}}\b(?:yet|this soon|so soon)\b(?!.*\b(?:pick|ready)\b)|\bwhen i (?:can|could|am|will|would be)\b.{{0,40}}\b(?:{_FILL}|again|due|more|another|eligible|get)\b|\bhow long (?:till|until|til|before)\b.{{0,40}}\b(?:{_FILL}|due|next|more|another|again)\b|\b(?:too soon|too early) (?:for|to (?:{_FILL}))\b(?!.*\b(?:said|says)\b.{{0,20}}$)",
    r"\ben cuant[oa]s (?:dias|semanas)\b|\bcuando\b.{0,40}\b(?:siguiente|proxim[oa]|otra vez|de nuevo)\b(?!.*\blist[ao])|\bque (?:dia|fecha) (?:me |le )?(?:toca|tocan|puedo|sale|corresponde)\b",
)
MY_MEDICINES = row(
    Intent.MY_MEDICINES,
    rf"\b(?:what(?! (?:is|was) (?:going on|happening|up|wrong|the (?:status|price|cost|hold|deal))| happened| about)|which|list|show(?! prescriptions for)|see|view|tell me|read|pull up|give me a list of|go over)\b(?: \w+){{0,6}} {MEDICINE}(?<!refill)(?<!refills)\b(?! (?:is|are|does|costs?|can|will|would|due|ready|left|remaining|cheap|covered)\b)",
    r"\b(?:what|which) (?:all )?(?:do|am|should|was) i (?:currently |still )?(?:take|taking|on|prescribed)\b(?! .{0,30}\bfor\b)",
    r"\b(?:my|mi|a|the|full|complete|current|updated|\w+\'s) (?:\w+ ){0,2}(?:medication|medicine|prescription|med|drug|pill|rx)s? (?:list|profile|record|history|summary|sheet|rundown)\b|\b(?:what|everything)\b.{0,20}\b(?:on|in) my (?:list|profile|file|account|chart)\b",
    r"\b(?:what|read|show|tell)\b.{0,30}\b(?:on file|under my name|in your system|with you (?:guys|all))\b(?!.*\ballerg)|\bwhat (?:\w+ )?do you have (?:\w+ ){0,3}for me\b",
    r"\b(?:que|cuales|cual|cuantas|cuantos) (?:\w+ ){0,2}(?:recetas|medicinas|medicamentos|pastillas|meds|pills|prescriptions|medications)\b(?! (?:es|son|cuesta|puedo|toma|al|por|a|se|debo|me (?:tomo|quedan)|toca|quedan)\b)",
    r"\b(?:ver|mostrar|muestreme|muestrame|ensename|enseneme|lista de|digame|dime|cuales son) (?:todas )?(?:mis|las|de) (?:recetas|medicinas|medicamentos)\b|^mis (?:recetas|medicinas|medicamentos)[.?! ]*$"
    r"|(?<!la )(?<!el )(?<!lo )(?<!las )(?<!los )(?<!para )(?<!por )\bque (?:es lo que )?(?:tomo|estoy tomando)\b(?! (?:para|por|si|con)\b)",
    r"(?<!refill )(?<!fill )(?<!order )(?<!need )(?<!get )(?<!run out of )(?<!is )\bwhat (?:all |it is )?(?:i|she|he) (?:am |is |was |\w+ )?(?:supposed to (?:be )?)?(?:take|takes|taking|on)\b(?!.{0,25}\bfor\b)|\b(?:what|everything)(?: all)? (?:is|am) (?:i|it i|she|he) (?:\w+ )?(?:supposed to be |meant to be )(?:on|taking)\b",
    r"\b(?:show|tell|list|read|see|print|email|remind|write|typed?|written|wrote|paper with|know|name|wants|needs)\b.{0,40}\b(?:everything|every (?:single )?\w+|all (?:the|my) \w+|all)(?: that)? (?:i am|i|she is|she|he|emily|\w+ is) (?:\w+ )?(?:take|takes|taking|on|have|has|get|prescribed)\b(?!.{0,15}\bfor\b)",
    r"\bhow many (?:\w+ ){0,2}(?:prescriptions|medications|medicines|meds|drugs|rxs?)\b(?!.*\bleft\b)|\b(?:have|got|show|see) (?:\w+ ){0,4}(?:down|listed|on record|on file|in there|active) (?:for|on|under) (?:me|my|emily|her|him)\b|\bwhat (?:all )?(?:do|does|did|have|has) (?:you|y'all|they|the (?:computer|system|pharmacy))(?: all| guys)? (?:have|show|got|see)\b.{0,25}\b(?:for me|on me|under|listed|down|in (?:the|your) (?:system|computer))\b",
    rf"\b(?:list|listing|printout|rundown|summary|record|copy) of (?:all )?(?:of )?(?:my|the|what|everything|mis|her|his) (?:\w+ )?(?:{MEDICINE}|i|list|am)\b|\b(?:show|see|read|pull up|send|email|print|view|give|tell|get|check|look at) (?:me |over )?(?:\w+ )?my (?:\w+ ){{0,2}}(?:med|medication|pill|rx)?s? ?list\b|^my (?:rx|med|meds|medication|medicine|pill)s?(?: list)?\?|\bevery (?:single )?(?:rx|prescription|medicine|medication|med)\b.{{0,40}}\b(?:on file|on record|in (?:the|your) system|has|i have)\b",
    r"\b(?:which|what) (?:ones |meds |pills )?(?:are|is) (?:\w+ )?(?:active|current|on my (?:profile|account|list|file))\b|\b(?:my|the) active (?:prescriptions|meds|medications|medicines)\b|\b(?:can not|do not|forget|forgot|never) (?:keep (?:them|my \w+) straight|remember what (?:i|all i) (?:take|am on))",
    r"\b(?:lista|listado|relacion) (?:\w+ )?(?:de|con) (?:tod[ao]s? )?(?:mis?|las|los|lo que|medic\w+|meds)\b|\b(?:muestr|ensen|dig|dime|ver|saber|lista|lea|lee|recuerd|mire|revis|chec)\w*\b.{0,25}\blo que (?:me |yo )?(?:tomo|surten|surto|recet\w+|dan|estoy tomando|tengo)\b|\b(?:mi|la) lista (?:completa|de med\w+)\b|\b(?:dame|deme|mandeme|manda\w*|pase\w*) (?:la|una|mi) lista\b",
    rf"\bwhat (?:all )?(?:do|are|have|does|did) (?:you|y'all|they|the pharmacy)(?: all| guys)? (?:\w+ )?(?:filling|fill for me|got me on|have me on|got me (?:taking|down)|have me (?:taking|down)|giving me)\b|\bwhat (?:all )?(?:have i got|do i (?:\w+ )?(?:have|got|get|fill)) (?:with|here|on (?:file|there|my)|at|from you|through you|in)\b(?!.*\b(?:allerg|refills|order))|\bnames? of (?:all )?(?:of )?(?:my|the) (?:\w+ )?{MEDICINE}",
    r"\bque (?:\w+ )?(?:tengo|tienen) (?:\w+ )?(?:ahi|en (?:el|mi|su) (?:sistema|cuenta|perfil|lista|expediente)|registrad\w+|apuntad\w+|con ustedes|a mi nombre)\b(?!.*alerg)|(?<!la )(?<!el )(?<!lo )(?<!las )(?<!los )\bque (?:me (?:estan )?(?:dando|surten|surtiendo|recetaron|recetan)|estoy tomando|tomo yo)\b|\b(?:todas|todos) (?:las|los|mis) (?:medic\w+|pastillas|recetas|meds) que (?:tomo|tengo)\b(?=.*\?|.*\b(?:lista|ver|cuales|diga|dime|muestr\w+|ensen\w+)\b)",
)
BRAND_GENERIC = row(
    Intent.BRAND_GENERIC,
    r"\b(?:is|are|was|does|do|can|could|what|how|which|why|have|has|got|any|get|getting|want|prefer|instead of|difference|cheaper|switch to|rather|like|hay|tiene[n]?|existe|es|cuanto)\b"
    r"(?: (?!my\b|mi\b|fine\b|refill\w*\b|fill\b)[\w'-]+){0,6} (?:(?:name|off)?[- ]?brand(?:[- ]name)?|generics?|generic[oa]s?|de marca|marca)\b(?! is (?:fine|ok))",
    r"\b(?:generic|brand|generic[oa]|marca) (?:or|vs\.?|versus|and|o) (?:the )?(?:generic|brand|de marca|generic[oa])\b",
    r"\bsame (?:thing|stuff|diff|difference|drug|medicine|med|pill)(?: as| or)?[?. ]*$|\bsame (?:thing|drug|medicine|med|pill|stuff) as\b(?! (?:last|before|always|usual))|\bsame diff\b|\b[\w-]+ (?:vs\.?|versus) [\w-]+\b(?=.*\b(?:generic|brand|same|diff|price|better)\b)",
    r"\bdifference between\b|\bes lo mismo\b|\bdiferencia entre\b|\bgeneric version\b|\b(?:as good as|same as|cheaper than) (?:the )?(?:brand|generic)\b|\boff[- ]brand\b",
    r"\bthe same as\b(?! (?:last|before|always|usual|my|the last))(?=.*\?|.{0,25}$)|^(?:is|are) (?:\w+ )?[\w-]+ (?:and|the same|just|really|basically)\b.{0,30}\bsame\b|\bdiff(?:erence|erent)?s? (?:between|b/?w|from (?:the )?(?:generic|brand))\b|\bknock-? ?offs?\b|\b(?:store|cheap|cheaper|regular|plain|other|fancy|real) (?:version|brand|name)\b(?! is)",
    r"\b(?:brand|fancy|real|chemical|scientific|other|generic|trade|drug) ?names? (?:of|for)\b|\bthe real (?:thing|stuff|deal)\b|\b(?:look(?:s|ed|ing)?|are|were|is|was|came) (?:a )?different (?:color|colour|shape|than|from|this time|now|today)\b|\blook(?:s|ed|ing)? different\b|\b(?:different|changed|new) (?:color|shape|manufacturer|maker|company)\b",
    r"\b(?:swap\w*|switch\w*|change|trade|substitut\w+|replace)\b.{0,40}\b(?:generic|brand|store version|cheaper (?:version|one)|generico)\b|\bgenerics?\b(?!.*\b(?:refill|please|need|send|order|is fine)\b)(?=[^.!]*\?)|\b(?:is|are) (?:there|they|it) (?:a |an )?(?:substitute|equivalent|off ?brand)\b|\bequivalent\b|\b(?:also (?:called|known as)|goes by|another name for|what is .{1,30} called)\b",
    r"\b(?:generic[oa]s?|original|imitacion|patente|similar(?:es)?|de marca)\b(?=.*\?|.*\b(?:igual|mism[oa]|sirve|mejor|barat)\w*)|\b(?:es|son|sirve|funciona|hace) (?:\w+ )?(?:igual que|lo mismo que|la mism[oa] (?:que|cosa))\b|\bse llama (?:tambien|de otra)\b|\b(?:la|el) mer[ao] (?:mero )?\w+ o\b",
    r"\b(?:is|are) (?:the |my |this |that |these )?[\w-]+ (?:the |a )?(?:generic|brand(?:[ -]name)?|name[ -]brand|real one|original|off[ -]brand)\b|\b(?:generic|brand)\b.{0,30}\b(?:exist|exists|out there|come out|available|instead|work as well|as good|any different|cheaper)\b|\b(?:hay|existe|tienen|viene) .{0,20}\b(?:generic[oa]|similar)\b|\bis (?:there|it) a cheaper version\b",
)
_ABOUT_MEDICINE = Expression(
    rf"(?!(?:please |hey |hi |hello |ok |[, ])*(?:can|could|would|will) (?:you|y'all|i get|i have) (?!tell|explain|say|check|split|take|crush))(?:{ASKS})(?: [\w'-]+){{3,}}|^(?:\S+ )?(?:why|how come|por que|how|what)\b(?: [\w'-]+){{3,}}"
)


def asks_about_medicine(said: str) -> bool:
    """Whether a message that names a medicine asks something of it that no other phrase answers.

    Args:
        said: The message as `spoken` gives it.
    """
    return bool(_ABOUT_MEDICINE.search(said))
