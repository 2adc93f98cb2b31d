"""Phrases that ask for something to be done: refill, cancel, keep, stop, go back."""

from rxflow.dialogue.intents.intent import Evidence, Intent
from rxflow.dialogue.intents.rows import row
from rxflow.dialogue.intents.words import MEDICINE, REQUEST

_THE = r"(?:an |a |all (?:of )?(?:my |the )|both |one of (?:my |the |them |those )|my |the |that |this |those |our |his |her |mi |mis |el |la |las |los |ese |esa )?"
_CANCELS = r"(?:cancel\w*|cansel\w*|anul\w+|delet\w+|remov\w+|void\w*|undo|scrap|scratch|withdraw|kill|nix|rescind|revers\w+|call(?:ing)? off|get(?:ting)? rid of)"
"""Words that call an order off."""
_FILLS = r"(?:fill|send|ship|make|mix|prepare|process|run|submit|deliver|bother (?:with|filling|making|sending))"
_SURTAN = r"(?:surt[ae]n?|resurt[ae]n?|prepar[ea]n?|mand[ea]n?|envi[ea]n?|hag[ao]n?|llen[ea]n?|pid[ao]n?|proces[ea]n?)"
_I_ORDERED = r"(?:i|we) (?:had |have |already |done )*(?:ordered|asked for|put in|sent in|sent|requested|submitted|placed|called in)"
KEEP = row(
    Intent.KEEP,
    r"\b(?:not|never|without|rather not|no (?:me |se )?(?:l[oa]s? )?(?:vaya a |quiero |quise |vayan a )?)\s?(?:want to |to |be |you |have it |meant? to |going to |get )*(?:cancel\w*|anul\w+)\b",
    r"\b(?:do not|never|no longer) want (?:it|them|that|this|my \w+) (?:to be )?(?:cancel\w*|remov\w*|delet\w*)",
    r"\b(?:never|did not|have not|not) (?:\w+ ){0,3}(?:said|say|ask\w*|told|tell|mean|meant|want\w*) (?:\w+ ){0,3}cancel\w*|\bcancel\w*\b.{0,30}\b(?:did not mean (?:it|to|that)|was a mistake|by (?:mistake|accident)|(?:take|took) (?:it|that) back)\b",
    r"\b(?:changed my mind|no longer want) (?:about|to) cancel\w*\b|\b(?:un-?cancel|reinstate|reactivate)\w*\b|\bno l[eo] (?:de|di|den|haga|pique) (?:a |al )?cancel\w*",
    rf"\b(?:do not|never|please not|without) (?:\w+ )?(?:{_CANCELS}|pull|stop|drop|touch|mess with|lose|throw (?:out|away)) (?:it|them|that|{_THE}(?:\w+ ){{0,2}}(?:{REQUEST}|one))\b(?! (?:off|at|to|from) )",
    r"\b(?:do not|don't) (?:remove|delete|touch|drop|cancel) (?:it|my|the|that)\b",
    rf"\b(?:keep|keeping|leave|leaving|hang ?on ?to|hold ?on ?to|stick with|stay with) {_THE}(?:both |two |same )?(?:\w+ ){{0,3}}{REQUEST}\b(?! (?:at|in mind)\b)",
    r"^(?:(?:no|nah|nope|please|i want to|i would like to|i will|let us|wait|ok|yes|yeah|oh|well|we will|best to|go ahead and|i said|said|mejor|hey)[, ]+)*(?:ke+[po]+|hang ?on ?to|hold ?on ?to) (?:it|them|that(?: one)?|both|mine|my or?de?r)\b(?! (?:a secret|in mind|short|simple|up))",
    r"\b(?:want|like|prefer|rather|going|decided|need) (?:to )?(?:keep|hang ?on ?to|hold ?on ?to) (?:it|them|that|both|mine|what i ordered)\b",
    r"\b(?:leave|keep) (?:it|them|that|everything|things) (?:in|going|rolling|rollin|as (?:it )?(?:is|was)|on|open|active|alive|the way|like it|how it|where it is|there|be as)\b",
    rf"\blet (?:it|the {REQUEST}|that|them|my {REQUEST}) (?:stand|stay|ride|run|go through|go on through|keep going)\b|\b{REQUEST} (?:stays|stands|still stands|can stay|should stay|is (?:still )?(?:good|on))\b(?!.*\?)",
    rf"\b(?:do )?still (?:want|need|wanting|planning on|going to (?:want|need|get|pick up)) (?:it|that|them|{_THE}(?:\w+ )?{REQUEST})\b|\bnot getting rid of\b|\bput (?:it|that|my order|the order) back (?:on|in|the way)\b",
    r"\b(?:mantenga|mantener|manten|conserve|conservar|conserven|mantengan) (?:el|mi|la|lo|las|los)\b|\b(?:mantengal|conserval|conservel|guardel)[oa]s?\b|\bno (?:me )?l[oa]s? (?:quite|quiten|borre|borren|elimine|eliminen|saque|saquen|cancele|toque|toquen|tire|tiren|mueva|muevan)\b",
    rf"\bno (?:me )?(?:quite|quiten|borre|borren|elimine|saque|saquen|toque|toquen|deshaga|mueva) {_THE}{REQUEST}\b|\b(?:deje|dejen|deja|quiero quedarme con|me quedo con|siga con|sigan con|quiero conservar) (?:mi|el|ese|la|esa) {REQUEST}\b",
    r"\b(?:todavia|aun|siempre si|si|sigo) (?:me )?l[oa]s? (?:quiero|ocupo|necesito|voy a (?:querer|ocupar|necesitar|recoger)|queriendo|ocupando)\b|\bsiempre si\b(?! que| me duele)",
    r"\bdej(?:e|en|a)l[oa]s? (?:como|tal como|asi como|en pie|activ[oa]|igual|donde|puest[oa])\b|\bque se quede (?:el|mi|la|como)\b",
    r"\b(?:undo|stop|scratch|reverse|take back|forget|ignore|never ?mind|cancel) (?:the|that|my|about the) cancel\w*|\b(?:want|need|take) (?:it|them|that) after all\b|\b(?:go|going|proceed|continue|move forward|carry on) (?:ahead )?(?:through )?with (?:it|(?:my|the|that) (?:order|refill))\b(?! (?:if|when))",
    r"\b(?:sig[ae]n?|continu[ae]n?|adelante) con (?:mi|el|la) (?:pedido|orden)\b|\bque siga (?:el|mi|la) (?:pedido|orden)\b|\bme l[oa]s? quedo\b|\bno l[eo]s? (?:haga|hagan|mueva|muevan) nada\b|\bl[oa] voy a (?:querer|ocupar|necesitar)\b|^(?:no[,. ]+)*ke+p (?:it|them)\b",
)
START_OVER = row(
    Intent.START_OVER,
    r"\b(?:start|begin|go|do (?:it|this)|try) (?:\w+ )?(?:over|again|afresh|fresh|anew|from scratch|from (?:the )?(?:top|beginning|start|zero))\b(?<!go again)",
    r"\b(?:start|begin|do|redo|run|take) (?:me |us |all |it all |this (?:whole )?(?:thing )?|the whole (?:thing )?|everything )(?:\w+ )?(?:over(?: again)?|afresh|anew)\b(?! the (?:counter|phone))|^(?:\w+[,! ]+){0,2}do[- ]?over[.! ]*$|\b(?:a|want|need|get) (?:a )?do[- ]?over\b",
    r"\b(?:from scratch|from the (?:very )?(?:top|beginning|get[- ]?go|first step)|from zero|from step one|from question one|square one|clean slate|blank slate|(?:fresh|clean|new) start|desde cero|de cero|del (?:mero )?principio|desde (?:el|un) (?:mero )?(?:principio|inicio|comienzo))\b(?! (?:they|i have|my|it has|you))",
    r"\b(?:back|take me|bring me|go|return|send me|get me|put me)\b(?: \w+){0,3} to (?:the )?(?:very |whole )?(?:beginning|start|top|main (?:menu|page|screen)|home(?: ?(?:page|screen|menu))|first (?:thing|question|step|screen|page|part|menu))\b",
    r"\b(?:clear|wipe|erase|scratch|reset|redo) (?:it |this |everything|all|the (?:whole|slate|chat|conversation|form|screen))(?: \w+)?\b|\bborr(?:e|a|elo|alo|emos)(?: todo)? (?:y|todo)\b|\bborron y cuenta nueva\b",
    r"^(?:please |can we |can i |let us |ok |ugh |i want to |i need to |mejor |hey )*(?:restart|reset|reboot|start over|reiniciar?|reinicie\w*|new (?:request|start|session|convo|conversation|chat))\b",
    r"\b(?:start|begin|open|want|need|have|do|a|get) (?:a )?(?:brand )?new (?:session|convo|conversation|chat|request|start)\b|\b(?:nueva (?:sesion|conversacion|platica)|reinici\w+)\b",
    r"\b(?:pretend|act like|as if|imagine|like) (?:\w+ ){0,2}(?:opened|got here|started|walked in|never (?:happened|started|said|asked)|did not (?:happen|say))\b|\b(?:forget|ignore|disregard) (?:everything|all) (?:of that |that |of it )?(?:i |we |up to|before|so far|and )",
    r"\b(?:let us|can we|can i|could we|i want to|i would like to) (?:\w+ )?(?:try|do|run|redo) (?:this|that|it|the whole thing|everything)(?: \w+)? (?:again|over)\b|\bredo (?:it all|everything|the (?:whole|entire))\b",
    r"\b(?:empez\w+|empiez\w+|empiece\w*|empecemos|comenz\w+|comenc\w+|comienz\w+|iniciar|iniciemos|arranc\w+|vamos|hag\w+lo|vamonos) (?:\w+ ){0,2}(?:de nuevo|otra vez|de nuez|nuevamente|por el principio)\b|\btodo (?:de nuevo|otra vez)\b",
    r"\bvolver a (?:empezar|comenzar|iniciar)\b|\bvolvamos a (?:empezar|comenzar)\b|\bde nuevo (?:desde|todo)\b|\b(?:volver|vuelv\w+|regres\w+|ir|vamos|vamonos|llev[ae]me|de vuelta|otra vez) (?:\w+ )?al (?:mero )?(?:principio|inicio|comienzo|menu principal)\b|\bcomo si (?:nada|no hubiera)\b",
    r"\b(?:all )?over again\b(?! (?:every|each))|\b(?:can|could|want|need|have|like|let us|please|just) (?:we |i |you |to )?(?:to )?(?:restart|reset)\b(?! (?:my (?:password|login|phone)|taking))|\botra vez todo\b|\bdesde arriba\b",
)
_BEGINNING = r"^(?:(?:ok|okay|no|oh|well|ya|wait|eh|yeah|please|sabe que|bueno|nah|so|you know what|mejor|y|lol|ugh|haha|alright|not now|shoot|hey|hmm|jk|sorry|dang|never ?mind|gracias|thanks)[,.! ]+)*"
CANCEL = row(
    Intent.CANCEL,
    r"\b(?:cancel|cance?ll?(?:ed|ing|ation)|cancel[aeo]\w*|cansel\w*|(?:cancle|canel|cancl|cnacel)\b(?=.{0,30}\b(?:refill|prescri|medic|surt)))\b",
    r"\banul\w+\b",
    rf"\b(?:{_CANCELS}|take back|call back|stop|halt|pull(?: back)?|recall|retract|drop|back out of|backing out of|put a stop to|take out) (?!up\b|table\b){_THE}(?:last )?(?:\w+ ){{0,3}}{REQUEST}\b(?! (?:status|from my doctor|number))",
    rf"\b(?:{_CANCELS}|take back|call back|stop|pull|drop|do not (?:want|need)|no longer (?:want|need)) {_THE}(?:\w+ ){{0,2}}{_I_ORDERED}\b",
    rf"\b(?:take|pull|get|drop|remove|delete|cut) (?:\w+ ){{1,4}}(?:off|from|out of) (?:of )?{_THE}(?:{REQUEST}|cart|list|queue)\b|\btake (?:\w+ ){{0,3}}(?:orders?|refills?) off\b",
    rf"\b{REQUEST}\b.{{0,60}}\b(?:do not|no longer|not) (?:need|want) (?:it|that|them)\b|\b(?:what|one|thing|stuff) {_I_ORDERED}\b.{{0,40}}\b(?:take it off|do not (?:want|need)|no longer|pull it)\b",
    rf"\b(?:ordered|order|put|sent|submitted|requested|placed)\b.{{0,25}}\b(?:twice|two times|by (?:mistake|accident)|in error|accidentally|on accident)\b|\b(?:accidentally|mistakenly) (?:ordered|sent|put in|submitted|requested|placed)\b|\b(?:made a mistake|messed up) (?:on|with) (?:my|the|that) {REQUEST}\b",
    rf"\b(?:ya no (?:quiero|necesito|ocupo|voy a (?:querer|ocupar|necesitar)|me hace falta)) (?:mi|el|ese|la|esa|las|los|lo)(?: \w+)? ?(?:{REQUEST}|que (?:ya )?(?:pedi|ordene|encargue|habia|mande|solicite))\b",
    rf"\b(?:quite|quiten|quitame|quiteme|quita|saque|saqueme|saca|sacame|borre|borra|elimine|elimina|deshaga|detenga|detengan|pare|paren|retire|baje) (?:\w+ ){{0,4}}{REQUEST}\b|\bech[ea]n? para a?tras {_THE}{REQUEST}",
    rf"\b(?:ya|mejor|siempre) no (?:quiero que )?(?:me |se )?(?:l[oa]s? )?(?:quiero que me l[oa]s? )?{_SURTAN}\b|\bno quiero que (?:me )?l[oa]s? {_SURTAN}\b|\bme equivoque (?:al pedir|con el pedido|de pedido|en el pedido|y pedi)\w*|\b(?:pedi|ordene|encargue|mande)\b.{{0,20}}\b(?:por error|sin querer|dos veces|doble|equivocad[oa])\b",
    r"\b(?:do not|no longer) (?:need|want|require) (?:my|that|the) (?:order|refill)\b",
    rf"\b(?:do not|no) {_FILLS} (?:up )?(?:what|that|it|my|the|them|any of)? ?(?:i asked|i ordered|order|one i|what i|stuff i|thing i|after all|any ?more)\b",
    rf"\b(?:tell|told|ask|have|let) (?:\w+ ){{1,3}}(?:not to|to not|to stop|do not) (?:\w+ )?{_FILLS}\w*\b|\bdo not let (?:them|\w+) {_FILLS}\b|\bnot to {_FILLS} (?:up )?(?:what|the|my|it|that)\b",
    r"\b(?:put|send) (?:ours|mine|it|them|that|everything) back (?:on (?:the|your) shelf|in stock)\b|\b(?:order|refill)\b.{0,30}\b(?:will not|not going to) be (?:coming|picking)\b|\bi will not be (?:coming (?:for|to get)|picking) (?:it|that|them|my order)\b",
    r"\b(?:stop|pull|catch|hold) (?:it|them|that) before\b|\btoo late to (?:stop|pull|take (?:it )?back|undo|change my mind|call (?:it )?off|back out|withdraw)\b|\bdo not (?:fill|send|ship|make|process) (?:it|that|them) (?:after all|any ?more)\b",
)
_MOVE = r"(?:go|take me|take us|step|move|bring me|bring us|put me|send me|get me|let us go|scoot|scroll|flip|page|jump|roll|slide|hop)"
_PLACE = r"(?:step|screen|page|question|menu|list|part|options?|choices|spot|view|slide)"
BACK = row(
    Intent.BACK,
    r"^(?:(?:please|ok|can we|can i|could we|take me|let us|wait|no|oops|whoa|hold up|hey|sorry|i need to|i want to)[, ]+)*(?:go |move |step |scroll )?back(?:wards?| ?up)?"
    r"(?: please| a (?:step|sec\w*|minute|bit|page)| one step| one| once| up)?(?:,? (?:please|thanks|would you))?[.! ]*$",
    rf"\b{_MOVE} (?:\w+ )?back(?:wards?)?\b(?! to (?:the )?(?:doctor|er|hospital|work|school|pharmacy|store|house|home|bed|sleep)| and forth| on (?:my|the)| to (?:taking|my \w+ (?:dose|pills)))|\b(?:one|a) (?:step|page|screen) (?:up|back)\b|\bback (?:up|it up|us up|me up) (?:a (?:step|bit|sec\w*|minute|little)|one|please|to)\b",
    rf"\b(?:previous|prior|last) (?:step|screen|page|menu)\b|\bprevious (?:question|one|part|list|options?)\b|^previous[.! ]*$|\bundo (?:that|it|this|the last|my last)\b(?! order)|\b(?:show|see|give|look at|read|put up|bring up|pull up) (?:me |us )?(?:that|the|those) (?:\w+ )?(?:last|previous|other|earlier|first) {_PLACE}\b",
    rf"\b(?:the|that|what) (?:was )?(?:that |the )?{_PLACE} (?:\w+ )?(?:before (?:this|that|it|the last)|i was (?:on|at|in)|we were (?:on|at)|(?:a )?(?:second|minute|moment) ago|earlier)\b",
    r"\breturn to (?:where|the (?:last|previous|one before|prior))\b|\bwhere (?:i|we) (?:was|were)(?: (?:at|before))?[.! ]*$|\b(?:the )?(?:one|thing|part|bit) (?:right )?before (?:this|that)(?: one)?[.! ]*$",
    rf"\b(?:was|am|were) not (?:\w+ )?(?:done|finished|through|ready to move on)\b.{{0,40}}\b{_PLACE}\b|\b(?:went|jumped|skipped|moved|got) (?:\w+ )?(?:too far|too fast|ahead (?:of me|on me|too))\b|\bskipped (?:a|my|the|one|over) (?:\w+ )?{_PLACE}\b",
    r"\b(?:hit|pushed|pressed|clicked|tapped|touched|picked|chose|selected|punched) (?:on )?(?:the )?wrong (?:button|one|thing|option|choice|pharmacy|store|place|key|answer|spot|line)\b|\bmis-?(?:click|tap|clicked|tapped)\w*\b|\b(?:change|fix|redo|correct) my (?:last |previous )?(?:answer|choice|pick|selection)\b|\brewind\b",
    r"^(?:quiero |puedo |por favor |hay que |para |me |dejeme |hay |ay |oiga |perdon |espere |no |a ver )*(?:volver|volvamos|vuelva|vuelvete|regres(?:ar|arme|arnos|a|e|amos|emos|eme|ese|esate|ate|ame)|a?tras|devuelv\w+)(?: (?:por favor|a?tras|un paso|tantito|poquito|un poco|un poquito|una|a la anterior|para a?tras))*[.! ]*$",
    r"\b(?:volver|vuelva|vuelve|vuelv\w+|volvamos|regres\w+|devuelv\w+|ir|vaya|vamos|vamonos|pase|pon\w*|lleve\w*|muestr\w+|ensen\w+) (?:\w+ ){0,3}(?:a?tras|anterior|antes|donde (?:estaba|iba)\w*|de hace rato)\b|\b(?:paso|lo|pantalla|pagina|pregunta|lista|menu|parte) (?:anterior|de antes|de hace rato|pasad[ao])\b",
    r"(?<!eche )(?<!echen )\bpara a?tras\b(?! (?:el|la|mi) (?:pedido|orden))|\b(?:le )?(?:pique|aprete|di|puche|toque|puse|escogi|elegi) (?:\w+ ){0,2}(?:mal|equivocad[oa]|sin querer|donde no (?:era|debia)|a otr[oa])\b|\bme (?:equivoque de (?:boton|opcion|pantalla|farmacia)|brinque|salte (?:un|una))\b|\bno (?:habia|he) (?:terminado|acabado) de (?:ver|leer)\b",
    r"\bscroll up\b|^reverse[.! ]*$|^un[ao]? (?:para )?a?tras\b|\b(?:go|back) to the (?:last|previous) (?:thing|one|question) you (?:asked|said|showed)\b|\brevisit (?:that|the)\b|\b(?:change|redo|fix|correct) (?:what i (?:said|picked|chose|put|entered|answered|selected)|that last|the last (?:one|thing|answer))\b|\bnot what i (?:meant to (?:pick|hit|press|choose|say|click|put|select)|clicked|pressed|tapped)\b|\bback (?:it|that) up\b|\bgo to the (?:one|thing) before\b|\bun[a]? (?:paso|pantalla|pagina) (?:para )?(?:a?tras|antes)\b|\b(?:cambiar|corregir) (?:mi respuesta|lo que (?:dije|puse|escogi|elegi))\b|^(?:me |puede |puedes |por favor )*regresas?(?:r|rme|me)?\b(?! (?:la|el|mi) (?:llamada|medic))",
)
STOP = row(
    Intent.STOP,
    r"^(?:please |ok |okay |ya |no )*(?:(?:stop|quit|exit|parar|pare|para|parele|parale|end|abort|bail|alto|basta|detente|salir|salirme|terminar|close)(?: ahi| it| this| now| please| out| por favor)*[.,! ]*)+$",
    rf"{_BEGINNING}(?:never ?m(?:ind|imd|ine|nd|ibd)|nm\b|nvmd|forget (?:it|that|about it|this|the (?:whole|entire)|everything)|drop it"
    r"|skip it|(?:scratch|scrap|strike) (?:that|this|it)|screw (?:it|this)|the hell with it|to hell with it|leave it(?: alone)?(?:,? (?:thanks|thank you|please|gracias))?[.! ]*$|olvid(?:elo|ela|alo|ala|e(?:se)?|emoslo|ate|a(?= eso|[.,! ]*$))"
    r"|deje(?:lo|la)\b|dejal[oa]|dejemoslo|ya estuvo|nada,? olvid|ahi muere|ya (?:parel|dejel|dejal)[eo])\b",
    r"[,.] (?:so )?(?:never ?mind|nm|forget (?:it|about it)|olvid(?:el|al)o|dej(?:el|al)o|(?:let us )?(?:drop|leave|skip|forget|scrap|scratch) (?:it|this|that)|ahi muere)[.! ]*$",
    r"\b(?:forget|disregard|ignore) (?:(?:that )?i (?:said|asked|mentioned|brought|called|wrote|even)|(?:my|that|the) (?:last |whole )?(?:request|message|question)|(?:all |of )*(?:that|this)|what i (?:said|asked))\b|\b(?:changed my mind about (?:it|this|the (?:order|refill)))\b",
    r"\b(?:let us|we can|we will|i will|i would rather|i am going to|best|better|please|can we) (?:\w+ )?(?:drop|skip|forget|quit|stop) (?:it|this|that|here|the whole)\b(?! (?:for|until)| and (?:start|begin))|\b(?:leave|let) it (?:be|go|lay|lie|at that)\b|\bi (?:quit|give up|am done with (?:this|it|you)|am out of here|changed my mind)[.! ]*$|\bi (?:quit|give up)\b[.!, ]",
    r"\b(?:i )?(?:do not|no|not|dont) (?:want|need|quiero|necesito|ordering|refilling|getting|buying) (?:anything|any of it|any of this|nada)\b|\bno (?:quiero|necesito|voy a pedir|ocupo) (?:ya )?nada\b",
    r"\b(?:forget|scrap|call off|drop) (?:the|this) (?:whole|entire) (?:thing|order|refill|deal|business)\b|\b(?:not|no longer) (?:going to |gonna )?(?:fool|mess|bother|deal|fuss|do(?:ing)? (?:it|this))(?: \w+)?(?: with (?:it|this|that))?(?: (?:today|tonight|now|anymore|any more|right now))?[.! ]*$|\bcan not (?:do|deal with) (?:this|it|that) (?:right )?(?:now|today|tonight|anymore)\b",
    r"\b(?:do not bother|not worth (?:it|the|my)|more trouble than|too much (?:trouble|hassle|bother)|waste of (?:my )?time|closing (?:this|it|the app|out))\b|\bfound (?:a|an|another|some|my|more|one|the|two)(?: \w+){0,3} (?:bottles?|box|pack|supply|stash|pills|refills?)\b",
    r"\bi will (?:\w+ )?(?:do|try|handle|deal with|take care of|come back to|get to|worry about|fool with|mess with|finish) (?:it|this|that)(?: \w+)? (?:some other|another|a different|some) (?:day|time)\b|\b(?:some other|another|a different) (?:day|time)[,. ]+(?:thanks|maybe|please)|^(?:jk|lol|ok|oh|wait|no|nah|sorry|hey)?[, ]*(?:i )?(?:do not|no longer) need it(?: (?:after all|any ?more|now))?[.! ]*$",
    r"\bforget (?:about )?(?:it|this|the whole thing)[.! ]*$|\bnever ?mind[.! ]*$|\blet us not\b(?! forget)|\b(?:end|close|exit|leave|quit) (?:this |the |out of (?:this |the )?)(?:chat|conversation|session|window|app|program|thing)\b|\bget me out of (?:here|this)\b|\b(?:that is|i have had|ya) (?:enough|basta)\b(?! (?:for|to))|\bno (?:se|te) (?:preocup|apur|moleste)\w+\b|\bdo not worry about it\b|\bi have changed my mind[.! ]*$|\bdo not want to (?:do (?:it|this)|continue|go on|keep going)(?: any ?more| right now| now| today)?[.! ]*$|\bi will (?:\w+ )?(?:call|go|ask|phone) (?:them|there|in|over there|my doctor|the (?:pharmacy|store)) (?:myself|instead|in person)\b|\bleave me (?:alone|be)\b",
    r"\b(?:ya parele|ahi muere|ahi (?:lo )?(?:deje|dejamos|dejemos)\w*|dej(?:el|al|emosl)[oa] (?:por la paz|para otro)|no me haga caso|haga de cuenta|haz de cuenta|mejor (?:ya )?(?:ahi|otro dia|lo dejo|lo dejamos)|lo dejo|lo dejamos (?:asi|para)|siempre no|otro dia (?:lo|le|vengo|con|mejor)|ya no (?:quiero|voy a|le hace)(?: nada| seguir| continuar| pedir)?[.! ]*$|ya me (?:voy|canse))\b",
)
_PAST = r"(?:said|says|told|marked|showed)"
_SENT = r"(?:filled|ready|shipped|sent(?: out| in| over| off)?|processed|completed|complete|gone (?:out|through)|come (?:in|through)|came in|arrived|finished|done|delivered|prepared|picked|received|made it|put together)"
_PEDI = r"(?:pedi|pedido|pedidos|orden|ordene|encargue|encargo|receta|solicite|paquete|medicinas?|pastillas?|entrega|mande pedir)"
_NEWS = r"(?:any|no|an|some|get) (?:up\w{3,4}|news|word|progress|eta|luck|movement|idea when)"
TRACK = row(
    Intent.TRACK,
    rf"\b(?:where is|where are|where did|status (?:of|on|for)|track|check(?:ing)? (?:up |in |back )?(?:on|about)|follow(?:ing)? up (?:on|about|with)|update (?:me )?(?:on|about|for)|news (?:on|about)|what happened (?:to|with)|what is (?:up|going on|happening|the (?:deal|story|word|latest|hold ?up)) (?:with|on)|eta (?:on|for)|how is|where the (?:\w+ )?is) "
    rf"(?:my |the |that |this |our )?(?:last |latest |recent )?(?:\w+ ){{0,2}}(?:{REQUEST}|shipment|delivery|meds?\b(?! list)|stuff i|thing i|one i|box)\b",
    r"\b(?:where is|check on|update on|status of) (?:my|the) (?!closest|nearest|pharmac|usual|one)\w+(?: order| refill| prescription)?[?. ]*$|\bwhere is (?:it|everything|my stuff) at\b(?! the)",
    rf"\b(?:{REQUEST}) (?:status|update)\b|^(?:what is the |any )?status\b|\bstatus (?:update|check|report)\b|(?<!on )(?<!keep )(?<!lost )(?<!kept )\btrack(?:ing)?\b(?! (?:of|record|my (?:doses|pills)))",
    rf"\b(?:is|are|was|has|will) (?:it|they|my (?:\w+ ){{0,2}}{REQUEST}|everything|that)(?: be| been)?(?: (?:all|about|almost|finally|even|not))? "
    r"(?:ready|done|filled|finished|shipped|approved and ready|on (?:its|the) way)\b(?! to refill)(?!.{0,30}\bif i\b)",
    rf"\b(?:has|have|did) (?:my|the|our|that|those|they|you|anybody|anyone|somebody|it|\w+'s)(?: \w+){{0,3}} (?:been |got |gotten |get |ever )?{_SENT}\b(?! (?:my|on time|before|in the last|to (?:re)?fill))",
    r"\b(?:did|has|have) (?:any(?:body|one)|they|you|it|the (?:pharmacy|store|doctor)) (?:\w+ )?(?:send|fill|ship|process|finish|get) (?:it|them|that|to it|to my|my)\b|\b(?:is|are) (?:it|my|that|they|the)(?: \w+){0,2} (?:stuck|lost|held up|delayed|processing|still processing|in progress|pending|in transit|on hold|coming along)\b",
    r"\b(?:is|are) (?:\w+ ){1,4}ready(?: yet| for pick ?up| to pick up| to go)?[?. ]*$|\bready for pick ?up\b|\bis it not ready\b|\b(?:is it (?:time (?:for|to) )?pick ?up(?: time)?|can i (?:come |go |swing by |stop by )(?:by )?(?:and |to )?(?:get|pick up|for|grab) (?:it|them|my \w+)|can i (?:get|pick up|pick) (?:it|them)(?: up)? (?:now|yet|today))\b(?!.{0,30}\bif i\b)(?! (?:else|some|at)\b)",
    r"^(?:where|what|show|list|check|any|is|are|how|see|did)\b.*\bmy orders?\b(?!.*\b(?:cost|much)\b)",
    rf"^my orders?[?. ]*$|\b(?:got|have|has|get|where is|find) my (?:package|delivery|shipment)\b|\b{_NEWS} (?:yet )?(?:on|about|for|from|of|if|whether|when|with (?:my|the) (?:order|refill))\b|\b(?:any|no) (?:up\w{{3,4}}|news|word)(?: yet)?[?. ]*$",
    r"\bwhen (?:will|is|can|are) (?:it|my order|they|this|i|my \w+|the \w+) (?:be )?(?:ready|pick (?:it|them|up)\w*|arrive|get here|come|coming)\b(?!.{0,30}\bif (?:i|we)\b)|\bwhen (?:is|are|will|does)(?: \w+){1,4} (?:get(?:ting)?|going to get|be) (?:here|delivered|to my (?:house|door))\b",
    rf"\bdid (?:it|my (?:\w+ ){{0,3}}|the (?:\w+ ){{0,2}}{REQUEST}|that|they|the \w+) ?(?:ship|go (?:through|thru)|get (?:sent|filled|there|delivered|put in)|come (?:in|through)|arrive|fill it|send it|finish|make it|take)\b",
    rf"\b(?:has it|did it) ship(?:ped)?\b|\border i (?:put in|placed|made|did)\b.{{0,40}}\?|\b(?:you|it|they|message|text|app|email) {_PAST} (?:it was |it is |it would be )?(?:ready|\d+ (?:hours?|hrs?|minutes?|mins?|days?))\b",
    r"(?<!nurse was )(?<!doctor was )(?<!office was )\b(?:supposed|meant|said (?:they|you) would|promised) (?:to )?(?:text|call|email|message|notify|let) me\b|\b(?:never|not|nobody|no one|no) (?:\w+ )?(?:got|get|gotten|received|heard|called|texted|emailed|seen)? ?(?:a |any |an |the |no )?(?:text|call|email|notification|message|word|news|anything back|box|package)\b(?! (?:list|my doctor|me (?:back )?(?:when|if)|to (?:talk|speak)))|\b(?:have not|never|did not|not) (?:hear|heard) (?:anything|nothing|back|a (?:thing|word|peep|single))\b|\bnobody (?:\w+ )?(?:texted|called|emailed|told) me\b",
    rf"\bstill (?:waiting|have not (?:gotten|got|received|heard|seen)|no sign|not here|no (?:box|package|meds|order))\b|\b(?:mailman|mail ?carrier|mail ?lady|ups|fedex|usps|courier|delivery (?:guy|driver)|driver)\b.{{0,40}}\b(?:no|not|never|without|gone|nothing|come and)\b|\b{_I_ORDERED}\b.{{0,60}}\b(?:where|not (?:here|in|ready|come|arrived)|still|ready|yet|status|nothing|no (?:text|word|sign))\b|\b(?:ordered|requested|asked for) (?:\w+ ){{0,5}}(?:yesterday|ago|last (?:week|night|\w+day)|on \w+day|\w+day|this morning)\b.{{0,60}}(?:\?|\b(?:checking|still|never|nothing|not (?:ready|here|in))\b)|\bchecking on\b.{{0,60}}\b{_I_ORDERED}\b",
    r"\b(?:been|its been|took|taking|going on) (?:\d+|a|two|three|four|five|several|so) (?:\w+ )?(?:days?|weeks?|hours?|long)\b.{0,30}\b(?:what|where|still|meds|order|nothing|going on)\b|\bwhat is (?:going on|happening|the hold ?up|taking so long)\b.{0,10}\b(?:my|with|it|the)?\b|\b(?:in|not in) (?:the|your) (?:queue|system yet)\b",
    rf"\bdonde (?:esta|va|anda|quedo|viene)\b.{{0,20}}\b{_PEDI}\b|\b(?:en )?que va (?:mi|el|la)\b|\b(?:como|por donde) (?:va|viene|van) (?:mi|el|mis|la|lo)\b",
    r"\b(?:estado|estatus|status) (?:de|del) (?:mi |el |la |lo )?(?:pedido|orden|receta|que)\b|\brastre\w+\b|\bno (?:me )?(?:ha llegado|llega|han (?:llegado|avisado|hablado|mandado|llamado|texteado)|ha (?:avisado|salido))\b|\bnadie (?:me )?(?:ha |han )?(?:avis|habl|llam|marc|text|dij|mand)\w+|\bsigo esperando\b|\bya paso el cartero\b",
    r"\b(?:ya )?(?:esta|estara|estan) list[ao]s?\b|\bya (?:me )?(?:esta|estan|estara|salio|salieron|llego|llegaron|quedo|mandaron|enviaron|surtieron|prepararon|tienen list[oa]s?) (?:mi|mis)\b|\bya (?:me )?(?:mandaron|enviaron|surtieron|prepararon|tienen list[oa]s?) (?:la|el|lo|las|los)\b|\bya (?:esta|quedo) (?:el|la|lo)\b.{0,25}\b(?:pedido|orden|receta|pedi|encargue|ordene)\b|\bya (?:puedo|podemos) (?:pasar|ir|recoger)\b",
    rf"\b(?:que (?:paso|onda|hubo|hay|sabe)|quihubo|checar|checarme|checame|chequeme|revisar|saber|en que (?:quedo|va|quedaron))\b.{{0,30}}\b(?:pedi|pedido|orden|ordene|encargue|encargo|paquete|solicite|mi receta)\b|\b(?:lo que|el que|la que|pedido|orden) (?:ya )?(?:pedi|encargue|ordene|solicite|mande pedir)?\b.{{0,30}}\b(?:que paso|que onda|en que quedo|donde anda|por donde va|como va)\b|\b{_PEDI}\b.{{0,40}}\b(?:en que quedo|que paso|que onda|donde anda|por donde va)\b",
    r"\bcuando (?:llega|llegan|va a llegar|van a llegar|me llega|estara|esta list|puedo recoger|paso por)\b|\bya (?:llego|salio) mi\b|\b(?:a que hora|cuando) paso por\b",
    r"\b(?:out for delivery|on the truck|on (?:its|the|their) way(?: yet)?[?. ]*$|en camino|still (?:pending|processing)|en proceso)\b|\bdid (?:you|they|y'all) (?:get|receive|see) my (?:order|request|refill)\b|\b(?:order|refill|request|it|that) (?:went|gone|goes|going) (?:through|thru)\b|\b(?:started|working) on (?:my|the) (?:order|refill|prescription)\b|\bis (?:it|my (?:\w+ )?(?:order|refill|prescription|stuff)) (?:in|here)(?: yet)?[?. ]*$|\b(?:how long|how much longer) (?:until|till|before|for|on) my (?:\w+ )?(?:order|refill|prescription)\b",
    r"\b(?:cuando|a que horas?|para cuando) (?:va a|van a) (?:estar|llegar|quedar)\b|\bpara cuando (?:esta|estara|queda|estaria)\b|\bya (?:me )?l[oa]s? (?:surtieron|mandaron|enviaron|tienen|prepararon|tendran)\b|\bya (?:mero )?(?:quedo|viene|esta) (?:mi|listo|lista)\b",
)
_OURS = r"(?:my|our|her|his|the|this|a|one|that)"
EARLY = row(
    Intent.EARLY,
    r"\b(?:travel\w*|vacations?|going away|(?:my|our|a|this|road|work|business|on|for|big|long|weekend|hunting|fishing|camping|mission|church|day) trip|trip to|out of (?:town|state|the country)|cruise|going abroad|overseas|leaving (?:for|the country|town|on|out)"
    r"|flying (?:to|out|home)|fly out|(?<!book a )flight|hurricane|before the storm|honeymoon|deploy(?:ed|ment|ing)|study abroad|deer (?:lease|camp|season)|lake house|summer camp|(?:going|off|go) camping|(?:be|being|am|going to be) (?:away|gone) (?:for|from|until|till|all|\d|two|three|a)|heading (?:to|out|down|up) (?:\w+ )?(?:for|of town|on|next|this|tomorrow))\b",
    r"\b(?:lost|misplaced|can not find|lose) (?:my|it|them|the|a|track of (?:my|the))(?! (?:\w+ )?(?:insurance|card|phone|wallet|password|job|weight|time|here|login|closest|nearest|store|pharmacy|button|number|way|page|list|place|app|order|option|twice))\b",
    r"\b(?:stolen|stole (?:my|it|them|our|the)|swiped my|jacked|robbed|mugged|snatched|pickpocketed|burglar\w*|(?:broke|broken|break|breaking)[- ]?in(?:to)?|made off with|walked off with|ran off with|took off with|spilled|spilt|left (?:it|them|my (?:\w+ ){1,3}) ?(?:at|in|on|behind|out)|got left (?:at|in|on|behind)|ahead of (?:time|schedule)|get ahead on|early refill"
    r"|(?:re)?fill\w* (?:\w+ ){0,3}(?:too )?early|(?:get|have|order|pick up|pick) (?:\w+ ){0,4}early|(?:days?|weeks?|bit|little|few days) early|(?:before|sooner than|earlier than) (?:it is|it was|they are|i am|my) (?:\w+ )?due|before (?:the|my|its) (?:due|refill) date|replaced|replacement|vacation (?:supply|override|fill)|extra (?:month|supply|weeks?|fill)|double supply)\b",
    rf"\b(?:dropped|flushed|threw|thrown|knocked|fell|ate|chewed|tossed|rolled|washed|poured)\b.{{0,40}}\b(?:sink|toilet|drain|trash|garbage|away|dog|floor|puppy|out the|bottle|pool|lake|river|washer|laundry|counter)\b|\b(?:dog|puppy|cat|toddler|baby) (?:\w+ )?(?:ate|chewed|got (?:into|a hold of|hold of)|knocked) {_OURS}\b|\b(?:through|in) the (?:wash(?:er|ing machine)?|laundry|dryer)\b|\b(?:got|is|are|all|was|were) (?:\w+ )?(?:wet|soaked|melted|ruined|smashed|crushed|shattered|flooded|frozen|burned up|spoiled)\b|\bwent bad\b|\b(?:vial|pen|bottle|inhaler) (?:\w+ )?(?:broke|cracked|shattered|leaked|busted)\b|\b(?:broke|busted|cracked|shattered) (?:my|the|a) (?:\w+ )?(?:vial|pen|bottle|inhaler)\b",
    r"\bbefore (?:i|we|she|he|they) (?:go|goes|leave|leaves|head|heads|fly|flies|travel|travels|take off|get on)\b|\b(?:weeks?|month|months|days) (?:at|in|with) (?:her|his|my|their|the|grandma|\w+'s) (?:\w+ ){0,2}(?:in|house|place|camp|lake)\b",
    r"\b(?:viaj\w+|vacaciones|perdi(?! (?:el|la) (?:cita|numero|tarjeta|telefono))|se me (?:perdi|extravi|olvid)\w+ (?:\w+ ){0,2}(?:medicin|pastill|insulin|inhalador|en)\w*|se me perdi\w+|me (?:los |las |lo |la )?(?:robaron|volaron|bajaron)|se robaron|extravi\w+|se me (?:cay|tir|derram|rompi|quebr|moj|ech|regar|rego)\w+|se (?:echo|echaron) a perder|se lo comio el perro|(?:el|mi) perro se (?:l[oa]s? )?comio"
    r"|salgo (?:de viaje|para|fuera|de la ciudad|del pais)|por adelantado|adelant(?:ar|en|eme|arme|ado)\w*|(?:voy|vamos) a (?:estar|andar|salir) (?:fuera|de|lejos)|estare fuera|fuera (?:de la ciudad|del pais)|antes de (?:tiempo|que me toque|que me toca|la fecha|irme|irnos|salir|viajar)"
    r"|me voy (?:de (?:viaje|vacaciones|la ciudad|aqui)|para (?!a?tras)|por (?:\w+ )?(?:dias?|semanas?|mes\w*)|a (?!\w+[aei]r(?:me|se|la|lo)?\b|mi\b))|nos vamos (?:a|de|para))\b",
    r"\b(?:going (?!to (?:run|need|be|have|take|pick|go|get|keep|try|start|stop|do|use|wait|see|ask)\b)|gone|away|visiting|staying|leav(?:e|ing)|headed|driving|flying|be in|be at)\b(?! (?:in|within|by|today|after)\b).{0,40}\b(?:for|next|until|till|this|on) (?:the |a |an |about |at least )?(?:whole |entire |couple (?:of )?|few |next |two |three |four |six |\d+ )?(?:weeks?|months?|days|summer|winter|holidays?|christmas|thanksgiving|spring break|week ?end|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b",
    r"\b(?:stock up|lost luggage|lost my (?:bag|luggage|purse|suitcase|backpack)|house fire|burned (?:down|up)|flooded|(?:someone|somebody|roommate|cousin|thief|thieves) (?:took|stole|swiped|grabbed)|in (?:the|my) (?:hot car|heat|hot truck)|out in the (?:sun|heat))\b|\b(?:where i (?:put|left|set)|whereabouts of) (?:my|the|them|it)\b(?! (?:card|phone|keys))|\bno (?:encuentro|hallo) (?:mis?|las?|los|el)\b(?! (?:farmacia|opcion|boton))|\bdeje (?:mis?|las?|los|el) \w+ (?:en|olvidad)\w*|\btire (?:\w+ ){0,3}(?:a la basura|sin querer)\b",
)

_DUE = r"(?:due|ready(?: to go)?|available|coming up|left|eligible|toca|tocan|toque|toquen|corresponde|haya|pued[oae]|falt[ae]n?|venc\w+|surtible)"
_ALL_OF = r"(?:all(?: of)?|every(?: last| single)?(?: one of)?|each(?: one)?(?: of)?|todas?|todos|toditas|toditos|the (?:complete|entire|whole|full) (?:set|list|batch|bunch|lot|order) of)"
_NOT_ASKED = r"(?<!list )(?<!show )(?<!see )(?<!show me )(?<!what )(?<!do )(?<!are )"
_LOT = r"(?:the (?:whole|entire|full) (?:lot|bunch|list|thing|batch|set|shebang|kit and caboodle|enchilada|stack|pile|order|works)|the (?:lot|works))"
REFILL_ALL = row(
    Intent.REFILL_ALL,
    rf"{_NOT_ASKED}\b{_ALL_OF}(?: (?:my|the|mis|las|los|these|those|our|em|them|that|usual|regular|current|monthly|due|active|eligible|available|maintenance|open|overdue|daily))*"
    rf" {MEDICINE}\b(?! (?:were|was|is|are|got|i take|on file|\w+ has) (?:in|lost|stolen|gone|at|safe|bad|interact\w*)?)(?! (?:on file|together|that i have|i have on|emily|has))",
    rf"\b(?:everything|whatever|anything|todo|all|tod[ao]s) (?:(?:that|is|are|am|do|else|lo|se|las|los|que|ya|me|of|it|mine|i|have|can|get|my|\w+ can get|tenga|este|hay|le|nos) )*{_DUE}\b",
    r"\b(?:everything|whatever|all) (?:(?:that )?(?:i|\w+) (?:can|could|am able to|got|take) (?:get|refill|have|left|with))\b",
    r"\b(?:refill\w*|refil|fill(?: up)?|order|renew|reorder|get|send|want|need|do|run|resurt\w+|surt\w+|llen\w+|prepar\w+|orden\w+|echem?e?|quiero|necesito|ocupo|mand\w+|pid\w+|dame|deme|pong\w+)"
    rf" (?:me |us |up |it |in |on )*(?:ev?e?ry?thing|every last (?:one|thing|bit)|every (?:single )?one|all of (?:it|them|em|those|mine|ours)|all (?:my|the) stuff|them all|it all|'?em all|todo|todas|todos|todito|toditas|{_LOT})\b"
    r"(?! (?:else|is|about|to|safe|do[wn]+|you have|and (?:start|begin)|lo que me recetan|de nuevo|otra vez|el dia))",
    r"^(?:(?:please|i want|i need|quiero|yes|ok|yeah|can you do|just|go ahead and do)[, ]+)*(?:everything|all of (?:it|them|em|'em|those)|them all|the works|the whole (?:lot|bunch)"
    r"|the lot|tod[oa]s?(?: ell[oa]s| junto)?|todito|every(?:thing)? (?:one )?of (?:it|them)|the usual|all (?:four|five|six|seven|eight|nine|ten)(?: of (?:them|em))?)(?: please| por favor| thanks| lol)?[.! ]*$",
    r"\ball (?:my|the) (?:stuff|usuals?|regulars?|monthly \w+)\b|\bmy whole list\b|\bthe entire list\b|^(?:please |i want |i need )?(?:everything|all) (?:that )?i (?:take|am on|have)\b(?! (?:for|with))|\bwhatever is (?:due|coming|ready|up)\b|\bev?e?ry?thing i (?:have |ha?ve |have got |got |gt )?(?:left|due|with you|there|coming)\b",
    rf"(?:, |\bdo |\bsame |\border |\bmonth,? ){_LOT}\b|\bevery last (?:thing|one|pill|bottle|prescription)\b(?! (?:time|minute))|\bacross the board\b|\b(?:same|usual)\b.{{0,40}}\ball of (?:'?em|them|it|those)\b|\bno (?:me )?dej[ea]n?s?(?: fuera)? ningun[ao]?\b|\bmy (?:whole|entire|full) (?:\w+ )?(?:list|order|batch|regimen)\b(?! (?:of what|to my))|\b(?:pill ?(?:box|organizer|case|planner|minder)) (?:is|are) (?:\w+ )?empty\b",
    r"\ball (?:\d|two|three|four|five|six|seven|eight|nine|ten) (?:of )?(?:my|the|mis) \w+|\b(?:refill|fill|order|send|get|run|need|want|do|renew)\b.{0,20}\beverything (?:on (?:my|the|there|file)|in (?:my|the) (?:list|profile|account))\b|\beverything (?:that )?(?:is )?(?:(?:running|getting) (?:low|out)|up for|low|needs (?:to be )?(?:re)?fill\w*|needs (?:a )?refill\w*|can be (?:re)?filled|expir\w+|overdue)\b|\bmy (?:usual|regular|monthly|normal)s(?: please)?[.! ]*$|^(?:\w+ ){0,4}(?:my|the) (?:usual|regular|monthly) (?:stuff|batch|order|bunch|meds|pills|refills|medications|prescriptions)\b(?!.*\?)",
    r"\blo (?:mismo )?de (?:siempre|cada mes|todos los meses)\b|\b(?:surt|resurt|mand|pid|orden|llen|prepar|ech)\w+ (?:\w+ )?tod[oa]s?\b(?! (?:de nuevo|otra vez|los dias|el dia))|\btodo lo (?:mio|pendiente|del mes)\b|\bevery (?:one|thing) of (?:my|the) \w+ (?:prescriptions|meds|pills)\b",
)

REFILL_PHRASE = row(
    Intent.REFILL,
    r"\brefill\w*\b|\brenew\w*\b|\breorder\w*\b",
    r"\b(?:run|ran|running|almost|nearly|am|about|going|all|be|is|are) (?:\w+ )?(?:out|low|gone|empty)\b(?! of (?:here|town|time))",
    rf"\b(?:need|want|get|order|like|fill|send|give me|got to have|grab|pick up) (?:\w+ ){{0,5}}{MEDICINE}\b",
    r"\b(?:need|want|get|send|order|have|give me|like|grab) (?:\w+ ){0,2}(?:more|another|some more)\b|\bdown to (?:my last|the last|nothing|one|two|three|a (?:few|couple)|\d)\b|\bnone left\b|\b(?:took|used|on) (?:up )?my last\b|\bfresh out\b",
    r"\bfill(?:ed)? (?:up )?(?:my|the|it|this|that|them|both)\b|\bget .{1,40}\bfilled\b|\b(?:my|the) (?:\w+ ){1,3}filled\b",
    r"\bresurt\w+\b|\bsurt(?:ir|e|a|eme|ame|an|irme|irla|irlo|irlas|irlos|irmela|irmelo|o)\b|\brenov\w+\b|\brepo(?:ner|ngame|sicion)\b|\brefil\w+me\b",
    r"\bse me (?:\w+ )?(?:acab\w+|termin\w+|agot\w+|va a acabar|van a acabar|est[ao]n? (?:acabando|terminando))\b|\bme (?:quede|quedo|estoy quedando|voy a quedar) sin\b|\bya no traigo\b",
    r"\b(?:ya (?:casi )?|casi )no (?:me )?(?:tengo|queda[n]?|hay)\b|\bme queda[n]? (?:poc[ao]s?|un[ao]s?|dos|tres)\b",
    rf"\b(?:nece[sc]ito|nesecito|nesesito|quiero|quisiera|ocupo|me urge|deme|dame|mandeme|mandame|pid[ao]me|pedir|echeme|pongame|me (?:da|manda|surte)) (?:\w+ ){{0,4}}{MEDICINE}\b",
)
REFILL_WORD = row(
    Intent.REFILL,
    r"\b(?:need|needs|want|get|order|would like|fill|more|ne[sc]e[sc]it[oae]s?|quiero|quisiera|ocupo|urge|send|hit me|hook me|grab)\b|\bgive me (?:it|them|some|that|those|another|all|the same)\b",
    r"\b(?:can|could|may) (?:i|we|you) (?:please )?(?:have|get|do|send)\b",
    r"\b(?:i )?meant\b|\binstead\b|\bagain\b|\bgone\b|\bempty\b|\blow on\b|\bout of\b|\b(?:is|am|are) out\b|\blast (?:one|few|pen|dose|pill|puffs?|bottle)\b|\br x (?:\w+ )?(?:one|two|\d)\b",
    rf"\b{MEDICINE}\b",
    r"\b(?:injections?|shots?|spray|cream|pens?|drops|patch(?:es)?|puffer|inyeccion(?:es)?|pluma|gotas|crema|jarabe|vitaminas?|vitamins?)\b",
    r"\b(?:mandeme|mandame|deme|dame|pidame|pideme|me falta\w*|me toca|is due|time for)\b",
    evidence=Evidence.WORD,
)
