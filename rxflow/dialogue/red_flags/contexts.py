"""The tables of what takes a sign back, in the notation of `notation.py`, and plain lists of words."""

# Idioms are blanked before any sign is looked for.
IDIOMS = """
heartburn|back|knee|knees|head|feet|foot|price|prices|wait|waiting|commute|cost|costs|traffic|line|copay|copays| \
    bill|bills|app|bot|heat|allergies|pain|insurance|arthritis|migraine|hip|shoulder|tooth|this|these|tooth| \
    stress|job|work|boredom ~2 ( is | are | be )? killing me
killing|kills me|us ( lol | haha | here | softly )
PRICE ~5 ( heart attack | stroke | infarto | seizure | aneurysm )
( heart attack | stroke | infarto | seizure | aneurysm ) ~5 PRICE
the|that|other|both|el|la heart|chest|corazon|pecho pressure|pain|presion one|ones !is|are|feels|hurts|hour|side
( gave|gives|giving me|us | me|nos dio|da|daba ) a|an|un ~2 ( heart attack | stroke | infarto ) ~4 \
    REGISTER|PRICE
nearly|almost|casi ~1 fainted|fell|died|desmayo|desmaye|collapsed ~3 REGISTER // dizzy dizziness lightheaded \
    pressure mareo mareada mareado new hurts breathe
is|would|will|be|isnt that|it|this|i ~1 doubling|double up|dosing
mentioned|mention|read|reading|heard|hear|warned|warning|risk|flagged|flag ~3 serotonin syndrome // have having \
    shaking sweating fever confused twitching agitated symptoms now
( i had | i have had | yo tuve | tuve ) ( a|an|una|un )? ( anaphylaxis | anafilaxia ) from|to|with|a|con|por ~2 \
    MEDICINE // now today tonight just ago hour hours minutes epipen swelling throat breathing hives again ahora hoy \
    ahorita
pase|paso|pasa|pasamos|pasaria ~3 por mi|mis|la|las|el|los|su|sus|un|una ~1 MEDICINE|PRODUCT|receta|recetas // \
    error accidente sobredosis doble
insurance|app|mess|pharmacy|bot|website|traffic|you|news|game ~4 giving|gave|gives me a ( heart attack | stroke | \
    seizure | aneurysm ) !medicine
choking|drowning|suffocating|buried on|in|under|with|at ~3 \
    prices|price|cost|copay|bills|debt|paperwork|costs|fees|forms|work
bleeding ~1 money|cash
infarto ~4 precio|cuenta|costo|precios
dying|dead ( to|for|laughing|tired|of )
die ( for | laughing | of laughter|embarrassment|boredom )
muero|morir|muere|morirme|muriendo|muerto|muerta ~1 de ( risa|hambre|frio|calor|sueno|pena|verguenza|ganas|sed| \
    aburrimiento|cansancio|curiosidad|la )
morir|morirme|muero ~2 esperando
( precio|precios|dolor|calor|tos|espalda|alergia|alergias|rodilla|trafico|estres|espera|cabeza ) ~4 ( matando | \
    mata | matar | matarme )
( matando|mata|matan|matar|matarme ) ~3 ( precio|precios|dolor|calor|tos|espalda|alergia|alergias|rodilla|trafico| \
    estres|espera )
( going to | gonna | will | would ) kill me ( if|when|because i|he|she ( \
    forget|forgot|do|dont|miss|lose|am|run|can|have|need|hear|hears|not ) | lol | haha ) // gun knife threatened \
    hits
( wife|husband|mom|dad|boss ) ( will|would|is|gonna|is ) ( going to | gonna )? kill me . // gun knife threatened \
    hits scared afraid fear
va a matar si
scared ( to death )
shoot me ( a | an | over | text | email )
BREATHE|breathe|breath|respirar|aire|breathing ~3 PRICE
can|finally|already|do|does|to !not ~1 breath|breathe|breathing ~2 ( easy | easier | better | fine | normally | \
    well )
breathing ~2 ( easier | better | fine | normally | great )
passed ~1 ( my )? kidney
choked|choking up
not want ~7 withdrawal|withdrawals
avoid|prevent|before|scared|afraid|worried|risk|fear|cause|causes|prevents|about|if ~5 \
    withdrawal|withdrawals|abstinencia
rather die|kill than|another
( dying|dead ) ( lol|haha|tired|serious|skin|battery|phone|line|end|set|sea|weight )
( lol|omg|lmao|haha ) ~2 dying|dead|die
phone|battery|laptop|tablet|car|line|computer|call ~3 dead|died|dying|die
die|dying|dead of|from ~1 ( laughter|laughing|boredom|embarrassment|heat|hunger )
kill me now
vet|dog|dogs|cat ~2 prescription|refill
heart ~1 stopped ~4 PRICE
( took|taken|finished|used|taking ) all ~1 MY{0,1} ~2 MEDICINE >8 ( \
    refill|refills|more|ran|month|supply|week|need|left|already ) // once accident mistake die
desmayo|desmaye|desmayaba|faint|fainted|collapsed|out|died|murio|muero|choked|ahogo ~4 PRICE
PRICE ~4 ( desmayo|desmaye|faint|fainted|die|kill | passed|pass out )
took|taken|finished all ~4 antibiotics|antibiotic
took|taken all|them ~4 as prescribed|directed|instructed
TOOK ~4 ( como | segun ) ~2 receta|indicado|indico|doctor|doctora|decia|dice|recetaron|etiqueta
( took|swallowed|takes ) MY{0,1} last ~3 MEDICINE|one|dose
( tome|tomohoy|tomo|trago ) ~2 ultima|ultimo|ultimas
tome ~2 todas >6 ( mes|semana|surtir|resurtido|resurtir|necesito|mas ) // vez golpe error
TOOK ( it | them | the|my|this|that PRODUCT ) ~1 ( to | back | home | out | off | away | with )
( took|taken|takes|taking|take ) ~2 ( too much time | too long | NUM_1_9999|MANY|FEW \
    days|weeks|hours|minutes|months !worth | a lot of time | so much time | forever | a while )
( lost|dropped|spilled|threw|cancelled|canceled|deleted|ordered|clicked|pressed|pushed|hit|selected|chose|entered| \
    typed|refilled ) ~6 MISTAKE
MISTAKE ~2 ( lost|dropped|spilled|threw|cancelled|canceled|deleted|ordered|clicked|pressed|pushed|hit|selected| \
    chose|entered|typed|refilled )
hit|hits ( me )? ( with the|a|my|another|your | up | send | enter | submit | the button|wrong | home )
poison ivy|oak
pecho|pechuga ~1 pollo
poison control
avoid|without|prevent ~1 taking too|to much|many
( bill|bills|price|prices|copay|cost|total|insurance|music|traffic ) ~5 ( chest pain|pains | chest pains | panic \
    attack )
will|do|does|can|could|would i|you|it|this|stopping ~2 withdrawal|withdrawals
seizure|pain|symptom|headache free
stroke of luck|genius
sun|heat stroke
beat|beats me|us|him|her to it|the
commercial|ad|ads|anuncio|show|news|video|documentary|movie|book ~4 stroke|strokes|infarto|suicide|overdose|seizures
me|nos dieron|surtieron|mandaron|entregaron|vendieron ~1 NUM_1_9999|MANY|FEW|NUMBER // wrong accident equivocada \
    error sobredosis
locked|lock ~2 out
no ~1 puedo|puede vivir sin !mi|el|ella|ti|esposo|marido|novio|hijo
( acabe|acabo|termine|terminamos|finished|finish ) ~4 ( frasco|caja|bote|botella|bottle|box ) >5 ( \
    diaria|diario|diarias|daily | cada dia | al dia | a day | as prescribed | resurtir|resurtido|refill|more|mas )
out of breath from|after|running|laughing|because
blow me away
"""
# `chest pain medicine`, `overdose rescue spray`.
USE_AFTER = """
( prevention|rescue|emergency|daily|nasal|reversal|relief|control|type|related )? PRODUCT !not|stopped
"""
# `nitroglycerin for chest pain`, `in case of overdose`, `history of stroke`, `when I get short of breath`.
USE_BEFORE = """
THING ~4 for|against|treat|treats|prevent|prevents|stop|stops|contra|para|evitar|prevenir|por HELD{0,4}
( history|risk|prevent|prevents|prevention|avoid|case|prevents|evitar|prevenir|riesgo|antecedentes|caso| \
    prescribed|diagnosed|called|died|murio|away|prone ) ( of|for|from|with|a|de|as )? HELD{0,3}
( as needed for | needed for | so i do not | use ~2 when|if|for | uso ~2 cuando|para | needed when|if | take ~2 \
    when|if|for | works for | used for | sirve para | para cuando | for when | por si|casos | only if|when | in \
    case | en caso ) HELD{0,4}
( es|son|is|are|tomo|take|takes|toma|uso|doy|receto ) ( para|for|por|contra ) HELD{0,4}
refill|refills|refilling ~3 for HELD{0,3}
or just|only if|when HELD{0,4}
o solo|solamente|nomas ~1 cuando|si HELD{0,4}
use|uses|used|uso|usa|take|takes|needs|lleva ~2 when|if|cuando|si HELD{0,4}
"""
# Where the remedy was taken already and the sign stays, it is no mere use.
USE_FAILED = "took taken gave used tome still not worse sigue help now having without no"
PAST_AFTER = """
>5 ( antes ~1 | daban | NUM_2000_2099 | years|yrs|months|anos|meses|decades ago|atras | last|past ( \
    year|month|spring|summer|fall|winter ) | as a kid|child|baby|teenager|teen | when i was | when he|she was|were \
    ( a | little|young | ~1 NUM_1_2099 ) | cuando tenia|era | long ( time )? ago | since childhood|birth | hace ~2 \
    anos|meses|mucho | ano|mes pasado | de nino|nina|chico|chica|joven | in college | in high school | back in )
"""
PAST_BEFORE = """
( antes ~1 | daban | NUM_2000_2099 | years|yrs|anos|months ago | ano pasado | last year | used to | once | \
    previous|prior|past|previously | recovered from | survived | after MY | since MY | recovering from MY | ever \
    since ) HELD{0,3}
( hace ~2 anos|meses ) HELD{0,4}
"""
# `I had a stroke`, told without a time, is history; `I think I had a stroke` or `he had a stroke` is not.
LONG_OVER = """
( i | yo | me )? ( tuve | sufri ) a|an|un|una|my|two|NUM_1_3|dos?
i|yo|me ( had | have had | suffered | survived | tuve | dio ) a|an|un|una|my|two|NUM_1_3|three? \
    mini|small|big|mild|silent?
"""
# `my brother had a heart attack at 60`; `at 22:15` is a time of day.
AT_AGE = """
( at|aged | a los ) NUM_20_89 anos? !COMMA .
"""
RECENT = """
now today tonight morning just yesterday hour hours minutes still again hoy ahora ahorita ayer anoche manana recien
think maybe might creo quiza believe
"""
GENERAL = """
( ^ | COMMA | and|but|also ) OPENER{0,3} COMMA? OPENER{0,3} CAUSING !not|i|he|she >7 ( \
    cause|causes|causing|caused|sideeffect|causar|causa| \
    causan|provoca|provocar|produce|signs|symptoms|senales|sintomas|lead|make|makes|risk|riesgo|increase|raise| \
    trigger|happen|common|normal|turn|chance|chances|odds|likelihood )
( ^ | COMMA | . ) OPENER{0,3} ( el|la|los|las|este|esta|the )? MEDICINE ( puede|pueden|can )? \
    causa|causan|causar|provoca|provocan| \
    provocar|produce|producen|hincha|da|dan|cause|causes !me|mi|que
sideeffect|warning|warnings|label|leaflet|pamphlet|etiqueta
what|should|do if|happens|someone|people ~3 ( someone|somebody|people|person ) >6
is|can you|people|someone|one|it ~3 overdose|od
"""
PRESENT = """
( right now | now | today | tonight | this morning | ahora | hoy | ahorita | since | desde | started | i have it | \
    have it | i am having | having it | i am getting | lo tengo | i have that | i have them | me pasa | tengo eso \
    | me esta | getting worse | mine is|are|has )
i am|have|feel|got|keep
( he|she|FAMILY|CHILD ) ~1 is|has|feels|keeps|having|got
tengo|estoy|siento|tiene|esta
"""
# `if I have a seizure`; not `I do not know if I am having a stroke`, nor `what if`.
CONDITION = """
( if|whenever|unless|cuando ) ( i|he|she|they|you|someone|somebody|FAMILY|CHILD|MY|me|le|se|anyone|it )? ( ever | \
    get|gets|have|has|had|da|tengo|tiene|experience|start|notice )? HELD{0,3}
"""
# `could my chest pain come from it` is no general question; `can it cause my feet to swell` is one.
OWN = "my mi mis i"
BRINGS = "cause causes make makes turn turns give gives causar causa hacer hace da dar"
KNOWING = """
know sure tell wonder wondering check see ask idea what se saber even think worried clue like as seems feels
"""
DIRECTED = """
DOCTOR ~2 SAID ~9
"""
# Words that go on a list of what is denied.
DENIABLE = """
have having had has get getting got gets any a an the of feel feeling feels felt been being be actually really or
nor longer more kind sort even other signs sign symptoms symptom experience experiencing experienced complaints
complain history issues issue like ever tengo tiene tienen tenido haber ha hay siento siente tuve teniendo o ni mas
y and me le se les nos to going want wants wanted wanting thinking about planning trying try gonna feelings thoughts
ideas thought accidentally purposely take taking taken suddenly new unusual bad severe serious major current
currently yet at all chills cough colds cold nausea pain pains fever fevers rash hives swelling vomiting dizziness
dizzy headache headaches fainting bleeding bruising chest shortness trouble breathing breath difficulty numbness
weakness seizure seizures stroke confusion throat tongue lips face itching itchy dolor fiebre tos nauseas vomito
mareo mareos pecho aire sangrado ronchas hinchazon desmayo desmayado convulsiones dificultad respirar problemas
falta wheezing sweating black bloody stools stool dark urine tight tightness fainted passed out heart attack attacks
palpitations suicidal suicide desmayada sarpullido en el la los las de por mareado mareada algun alguna efectos
quiero quiere quisiera pienso pensado pensando planes intencion ganas hacerme hacerse hacer dano matarme
lastimarme intento sideeffect
"""
VERB_ENDS = "is are was were feels hurts hurt keeps will can esta estan duele"
MILD = """
fever fevers cough cold colds chills rash nausea fiebre tos calentura gripe headache headaches pain pains
"""
LISTING = "or nor ni o either neither tampoco"
LIKE_THIS = """
~5 ( like this|that|these | this ~1 bad|severe|strong|intense|fast | so bad|severe | asi | tan fuerte|feo|mal | \
    until|hasta )
"""
# `no chest pain or anything like that` denies all the same.
NOR_ANY = """
~1 or|nor|ni|o|and nothing|anything|any|nada|algo ~2 ( like that | asi )
"""
FIRST_TIME = """
~5 ( before|antes | in my life )
"""
UNDOES_DENIAL = """
( say|saying|claim|lie|lying|deny|denying|pretend|mean|true|decir|negar|cierto|verdad ) ~4
no es que
not that ~2
( can not|hardly | no puedo|puede ) ~5
"""
