"""Signs of heart, brain, breath, consciousness and blood."""

from rxflow.dialogue.red_flags.passing import SYMPTOM, Pass

# A sign, where it is passed over, and what a patient may say, a line each.
BODY: dict[str, tuple[Pass, str]] = {
    "chest-pain": (
        SYMPTOM,
        """
        CHEST !congestion|cold|xray|hair|cough|rub ~6 HURT
        HURT ~6 CHEST !congestion|cold|xray|hair|cough|rub
        ( heart|corazon ) ~3 HURT !medicine
        ( pain|pains|pressure|dolor|duele ) ~3 ( heart|corazon ) !medicine|doctor
        ( clutching|grabbing|holding|agarrando|agarra ) ~2 CHEST
        angina ~3 ( attack | now | again | . )
        CHEST ~3 funny|weird|numb|fire|closing|closed
        HURT ~3 ( left arm | brazo izquierdo )
        ( left arm | brazo izquierdo ) ~3 HURT|numb|tingling|tingles|dormido|adormecido|hormigueo
        jaw ~3 HURT ~4 arm|sweating|SWEAT
        HURT ~4 jaw|mandibula|quijada|jawbone ~4 arm|arms|shoulder|brazo|brazos|hombro|neck|cuello
        jaw|mandibula|quijada ~4 HURT ~5 SWEAT|VOMIT|arm|arms|brazo|brazos|shoulder|hombro|sick
        corazon se me sale
        standing|sitting|squeezing|squeezed|pressure|crushing|crush|tight|tightness|parado|parada|sentado| \
           sentada|aprieta|aprietan|opresion|aplasta|aplastan|heavy|weight|fist|foot|pie ~4 RIBS
        HURT|CHEST|RIBS ~3 \
            shoots|shooting|spreads|spreading|radiates|radiating|goes|going|sube|corre|recorre|baja|va ~4 \
            jaw|arm|shoulder|quijada|mandibula|brazo|hombro !test|tests|shot
        it|me|lo ~1 shoots|shooting|spreads|radiates|sube|corre|recorre ~4 \
            jaw|arm|shoulder|quijada|mandibula|brazo|hombro
        ( truck | car | elephant | someone | somebody | somebodys | alguien | elefante | camion ) ~4 ( on | \
            sitting | standing | parked | encima | sentado | parado ) ~4 CHEST|RIBS
        behind|detras ~2 breastbone|sternum|esternon
        """,
    ),
    "heart-attack": (
        SYMPTOM | Pass.LONG_OVER,
        """
        stroke !order
        derrame !de
        embolia|ictus
        heart attack
        ataque ( al corazon | cardiaco | de corazon | del corazon )
        infarto|infartando|infarta|infartado|cardiac arrest?
        heart ~1 stopped
        widowmaker
        """,
    ),
    "stroke": (
        SYMPTOM,
        """
        FACE ~4 droop*|droopy|drooping|numb|numbness|crooked|sagging|saggy|caida|caido|chueca|chueco|torcida| \
           torcido|dormida|adormecida|paralizada|paralyzed|lopsided|twisted|fell|falling|desviada
        droop*|drooping|crooked|lopsided ~3 FACE
        SIDE|LIMB|half ~3 \
            numb|paralyzed|weak|paralizado|paralizada|adormecido|adormecida|dormido|dormida|debil|limp !from
        numb|numbness|weakness|weak|paralyzed|paralysis|debilidad|adormecimiento|paralisis|entumecido| \
           entumecida ~4 SIDE|arm|leg|FACE|brazo|pierna
        SIDE|LIMB|half ~3 not|no ~2 work|working|works|moving|move|responding|mueve|responde|funciona|siente
        no|sin|not ~4 mover|moving|move|mueve ~3 SIDE|LIMB|half|body|cuerpo
        durmio|adormecio|paralizo|dormido|paralizado ~2 medio cuerpo
        no FILL{0,3} hablar|habla ~1 de repente
        boca|cara ~3 ( de lado | de un lado | jalada | chueca )
        FACE ~3 looks|look|is|seems ~1 uneven|weird|different|melting|lopsided|off !time
        ( not smile | smile ~2 crooked | smile ~2 uneven )
        FACE|SIDE ~3 not ~1 moving|working|move|work
        dragging|drags MY{0,1} leg|foot|arm
        vision|vista|sight ~3 black|gone|went|disappeared|borro|nublo|negro|oscura
        double vision
        seeing|veo|viendo double|doble
        went|going|gone|quede|quedo blind|ciego|ciega !drug
        durmio|adormecio|paralizo|entumio|torcio|cayo|dormio ~3 FACE|SIDE|brazo|pierna
        lost|losing|no|perdi|perdio|loss|perdida ~2 \
            feeling|sensation|sensibilidad|movement|movimiento|fuerza|fuerzas|strength ~5 \
            LIMB|SIDE|FACE|legs|piernas|body
        PERSON ~3 not|no ~1 know|sabe ~1 where|who|donde|quien ~1 he|she|they|is|esta|es|soy
        PERSON ~3 not|no ~1 recognize|recognizes|reconoce
        suddenly|sudden|repente ~3 not|no ~2 walk|stand|balance|caminar|equilibrio
        tingling|hormigueo ~3 ( one side | left|right side|arm | lado|brazo )
        balbucea|balbuceando
        tongue|lengua|mouth|boca ~2 twisted|trabada|trabado|torcida
        slurr*|slurring|slurred|slurs
        arrastra|arrastrando|arrastro ~2 palabras|voz
        speech ~2 garbled|weird|funny|off|gone|jumbled|messed
        talking|speaking|saying|talks|habla|hablando ~2 \
            gibberish|nonsense|jumbled|backwards|raro|enredado|incoherencias|incoherente|tonterias|chistoso
        words ~3 ( wrong | jumbled | out right | mixed up | out wrong )
        not FILL{0,2} ( get | find ) MY{0,1} words
        not FILL{0,3} ( speak | talk ) !to|with|now|right|long|rn|on|about|english|at|because|here|until|yet
        TROUBLE ~1 speaking|talking|hablar !to|with|english|ingles|espanol|con
        no FILL{0,3} hablar|habla|hablo !con|por|ahora|espanol|ingles|a|de|al|mucho|ahorita|hoy|directamente|en
        not FILL{0,2} ( move | lift | raise | feel | use ) ~3 arm|arms|leg|legs|side|face|hand|body
        no FILL{0,2} siento|siente|mueve|muevo|mover|levantar|levanta|sentir ~3 LIMB|SIDE|FACE|piernas|cuerpo
        suddenly|sudden|repente ~5 \
            blind|see|vision|vista|veo|ver|sight|confusion|confused|confundido|confundida|weakness|numbness| \
           debilidad
        not FILL{0,2} see ~2 ( one | left | right ) ~1 eye
        ( lost | losing | perdi | perdio | perdiendo ) ~3 vision|sight|vista
        no ve|veo ~2 ( un | izquierdo | derecho ) ~1 ojo
        LIMB ~3 hangs|hanging|cuelga|colgando|flopped|flops|dangling|useless|dead|inutil|muerto|muerta \
            !in|tree|up
        ( keeps|keep|sigue|estuvo|is|started ) ~1 dropping|tirando ~2 \
            everything|things|fork|cup|spoon|cosas|cuchara|taza|plates
        cayo|cae|cayeron|caen ~2 cuchara|taza|tenedor|vaso ~5 FACE|mano|brazo|hablar|habla
        PERSON ~6 not ~1 know|recognize|recognise me|us !well|about
        no me|nos reconoce|reconocio|conocio
        ya no me|nos conoce
        FACE ~2 ( fue | va | hizo | jalo ) ~2 lado
        FACE ~4 ( chueca | colgada | colgando | cayendo | floja | torcio | jalo )
        half|mitad|medio|media ~3 ( smile|sonrisa|FACE ) ~3 ( \
            missing|gone|dead|falta|muerta|caida|colgada|frozen|durmio|adormecio )
        coffee|drink|water|food|cafe|agua|comida|baba|drool|drooling|babeando ~3 ( corner | side | lado | one \
            side ) ~3 mouth|boca
        talking|talks|speaking|sounds|habla|hablando ~4 \
            drunk|borracho|borracha|marbles|cotton|mush|enredado|trabado|trapos
        ( un|one|left|right|izquierdo|derecho ) ~1 ( ojo|eye ) !drops ~4 ( \
            veo|ve|see|black|blind|nublo|negro|dark|curtain|cortina )
        nublo|nublado|oscurecio ~3 ojo|vista
        curtain|shade|cortina|velo ~5 eye|ojo|vision|vista
        lost|perdio|perdi|gone ~2 speech|habla|balance|equilibrio
        words|word|speech|tongue|voice|palabras ~3 \
            mush|mushy|slushy|jumbled|thick|scrambled|backwards|revueltas|enredadas|atoradas|atoran|trapo
        habla|hablando ~4 ( boca llena | papa ~3 boca | trapo | trabado | lengua )
        talking|talks|speaking ~4 ( mouth full | marbles | food in )
        LIMB|legs|piernas ~4 not|no ~2 \
            hold|holding|support|supporting|sostiene|sostienen|responde|responden|obedece|aguanta
        LIMB|mano ~3 gave|gives|given ~1 out|way
        walk|walking|camina|caminando|camino ~4 drunk|sideways|lado|lados|borracho|borracha|chueco
        ( veering | leaning | leans | listing ) ~3 ( side | left | right )
        not ~2 find ~2 words
        room|todo|everything ~3 spinning|gira|vueltas ~6 ( fall|falling|double|vomit|talk|habla|numb )
        ( keeps | keep | sigue )? ~1 repeating|repeats|repite|repitiendo ~3 same|misma|mismo ~1 ( \
            word|palabra|thing|cosa|sentence )
        LIMB|mano ~4 clumsy|torpe|weak|weird|floja|flojo|guanga !grip
        """,
    ),
    "no-breath": (
        SYMPTOM,
        """
        not|no FILL{0,3} BREATHE !mint|PRODUCT
        TROUBLE ~3 BREATHE !PRODUCT
        BREATHE ~3 \
            TROUBLE|labored|heavy|heavily|funny|weird|weirdly|bad|badly|worse|trabajosa|mal|feo|agitada|agitado
        short|shortness of? ~1 breath
        air|aire ~2 not|no ~2 go|going|come|coming|entra|entrando|llega
        not|barely|hardly|struggling|struggle|without|trouble FILL{0,2} \
            finish|complete|finishing|completing ~1 sentence|sentences !because|on|in
        no|apenas FILL{0,2} terminar|acabar|completar|termino|acabo ~1 frase|frases|oracion|oraciones
        short|long winded
        winded
        lungs ~5 tight|closing|full|closed|not|burning|fluid|collapsed|give
        not|no enough air|oxygen
        no air
        no ~3 jalar|agarrar|meter|tomar|sacar|entrar|pasar ~2 aire
        BREATHE ~3 fast|rapid|rapidly|quick|quickly|rapido|rapida|aprisa !PRODUCT
        not ~2 inhale|exhale
        hyperventilat*|hyperventilating|hiperventilando
        breathless|suffocating|suffocate|suffocated
        out of breath
        not FILL{0,2} catch ~2 breath
        not FILL{0,2} get ~2 air|oxygen|breath
        struggling|gasping|fighting|gasps ~2 air|breath
        gasping|gasps
        falta|faltando|falto|faltaba ~2 aire|oxigeno|respiracion
        no|sin ( me|le|les )? entra|agarro|agarra|agarrar|jala|jalo|llega|alcanza|alcanzo ~2 aire
        no tengo|tiene|hay|agarro aire !acondicionado
        sin aire|oxigeno
        ahog*|ahogo|ahogando|ahoga|asfixi*|asfixiando
        choking !hazard|hazards|up
        wheez*|wheezing|wheezy
        asthma attack|attacks|emergency|crisis
        ataque|crisis de asma
        inhaler|inhalador ~5 not ~1 ( working | helping | work | help | doing )
        inhalador ~3 no ~1 ( sirve | ayuda | funciona | hace | quita )
        silbando|silbido ~2 pecho
        oxygen|oximeter|oxigeno|saturation|saturacion ~5 NUM_69_89
        CHEST|ribs|rib|belly|stomach|costillas|costillitas|costilla|pancita|neck|nostrils|nariz|collarbone ~4 \
            sucking|sucks|sinks|sinking|caving|caves|pulling|hunde|hunden|hundiendo|mete|meten|flaring|aletea
        hunde|hunden|hundiendo|sume|sumen ~3 CHEST|costillas|costillitas|costilla|pancita|piel
        nebulizer|nebulizador|puffer|albuterol|salbutamol|inhaler|inhalador|rescue|puffs ~4 \
            nothing|nada|useless|failed|not ~1 helping|help|work|working|hizo|doing|did
        nebulizer|nebulizador|puffer|albuterol|salbutamol|inhaler|inhalador|puffs ~3 ( did | does | doing | hace \
            | hizo ) nothing|nada
        nebulizador|puffer|salbutamol|inhalador ~3 no ~2 sirve|sirvio|ayuda|ayudo|funciona|hace|hizo|quita|quito
        ( run | running | ran ) out of ( air | breath )
        few|couple|two|one|dos|una words|palabras ~2 ( at a time | a la vez )
        ( words | sentence | talk | speak | palabra ) ~6 out of ( air | breath )
        chifla|chiflido|silba|hervor|pita|ronca|chillan|whistles|whistling|rattles|rattling ~4 \
            CHEST|lungs|pulmones
        CHEST ~2 whistles|whistling|rattling|wheez*|chifla|silba
        not|no ~2 ( enough | suficiente | alcanza ) ~2 ( air | aire )
        no ~2 ( alcanza|llega|entra|rinde ) ~2 aire
        ( two | few | dos | couple | NUM_2_2|NUM_3_3|three|tres ) ~1 ( steps|pasos ) ~9 ( \
            sit|sentar|sentarme|breath|air|aire )
        ( sit | sleep | dormir | sentada | sentado ) ~2 ( upright | up all night ) ~4 ( breathe | breath | \
            respirar )
        ( drowning | drown ) ~3 ( own | fluid | lungs | bed )
        smother*|smothering
        ( breath|breathe|breathing|respiro|respirar|sucking|air|aire ) ~6 ( straw|popote|pajita|sorbete|snorkel \
            )
        """,
    ),
    "not-breathing": (
        SYMPTOM,
        """
        PERSON|MY is|am|are|was not FILL{0,1} breathing
        PERSON ~2 not|no FILL{0,1} breathing|respira|respirando|breath|breathe
        stopped|stops|quit|stop breathing
        dejo|deja|dejado de respirar
        no respira|respiraba ~3
        no|without pulse|pulso
        """,
    ),
    "slow-breath": (
        SYMPTOM,
        """
        BREATHE ~4 slow|slowly|slowed|shallow|stops|stopped|lento|lenta|lentamente|despacito|despacio|poquito|poco| \
           pausas|superficial|few
        slow|slowly|shallow|lenta|lento|barely|hardly|apenas|casi|few ~2 BREATHE
        breaths|respiraciones ~2 minute|minuto
        BREATHE|breaths|respiraciones ~3 every|cada ~2 NUM_9_9999|MANY|NUM_9_9|NUMBER seconds|segundos|second
        BREATHE ~3 ( once | twice | few times ) ~2 ( minute )
        """,
    ),
    "gurgling": (
        SYMPTOM,
        """
        gurgl*|gurgling|gurgles|snoring|snores|gorgoteo|roncando|ronca|pinpoint
        """,
    ),
    "blue": (
        SYMPTOM,
        """
        BLUE ~2 LIPS
        LIPS ~4 BLUE
        esta|puso|poniendo|quedo ~1 azul|morado|morada|moradito // PILL pierna ojo moreton
        and|and is turning|turned|is|are blue|purple|gray|grey // PILL
        PERSON|skin|she|he|baby ~2 \
            turning|turned|went|going|turns|looks|looking|is|are|esta|puso|pone|poniendo|ve|all ~1 \
            blue|purple|bluish|azul|morado|morada|moradito !today|days
        """,
    ),
    "fainted": (
        SYMPTOM,
        """
        fainted|fainting|faints
        ( about|going|gonna|almost|nearly|might|to|will ) ~2 faint
        passed|pass|passing|passes out !papers|flyers|candy|free|samples|the|of
        black|blacked|blacking|blacks out
        blackout
        desmay*|desmayo|desmayado|desmayada|desmaye|desmayando
        perdi|perdio|pierde ~1 ( conocimiento | conciencia | sentido )
        lost|losing|loses ~1 consciousness
        collaps*|collapsed|collapsing|collapse
        found|encontre|encontro|woke|desperte|is|laying|lying|amaneci ~4 floor|piso|suelo // CLINIC
        slumped over
        desplom*|desplomo|desplome
        se|me desvanecio|desvaneci|desvanece
        syncope
        me desvaneci
        ( room|everything|todo|world|vision|mundo|vista|things|lights ) ~2 ( went | turned | got | goes | puso | \
            volvio | hizo ) ~1 black|dark|negro|oscuro|gray|grey|white
        woke|desperte|amaneci|desperto|laying|lying|tirado|tirada ~4 \
            tile|tiles|ground|bathroom|banqueta|carpet|driveway|tierra // CLINIC
        se fue ( de lado | para atras )
        me|se ~1 desvanecia|desplome|desmaya|desmayaba
        keeled over
        dropped to the ~1 floor|ground
        past out !of|the|that
        """,
    ),
    "feels-faint": (
        SYMPTOM,
        """
        faint|lightheaded|mareado|mareada|dizzy
        """,
    ),
    "unresponsive": (
        SYMPTOM,
        """
        unconscious|unresponsive|inconsciente|lifeless|comatose|inconciente
        ( PERSON|not|barely|hardly|MY ) ~2 respond*|responding|responsive|responds // CLINIC
        not FILL{0,2} answering|answer me|us // CLINIC
        no FILL{0,2} responde|reacciona|respondia|reaccionaba|responden // CLINIC
        ( cayo|caida|tirado|piso ) >4 no contesta|responde|habla|mueve|levanta|reacciona
        not FILL{0,3} wake|waking|woke|awaken|wakes|rouse|arouse PERSON|MY|up !early|on|at|before|i|for // alarm
        ( PERSON|MY ) ~2 not FILL{0,3} wake|waking|woke|awaken|wakes !early|at|before|for // alarm
        TROUBLE|impossible ~3 wake|waking|awake|conscious|rouse !early|at|in|on
        ( barely|hardly|half ) awake|conscious|alive|moving|responding|there
        no ~2 puedo|puede|podemos|logro|logramos|quiere|consigo ~2 \
            despertar|despertarlo|despertarla|despertarse|desperta !temprano|nunca|jamas|a|antes
        no FILL{0,3} despierta|despierto|desperto !temprano|nunca|jamas|a|antes
        not FILL{0,2} wake|waking|awake .
        nodding out|off
        PERSON|is|are|was|all ~1 limp|unconcious|flacido|flacida
        out cold
        knocked out
        passed out cold
        not|no ~3 stay|keep ~1 ( awake | eyes open )
        not|no FILL{0,1} moving|move|mueve|moverse . // CLINIC package order arm leg
        no contesta|responde|reacciona ~1 >3 tirado|tirada|piso|suelo|cayo
        cayo|tirado|tirada >4 no ~1 levanta|levantar|mueve|responde
        ojos ~3 volteados|blanco|volteo
        volteo|voltearon|volteando ~3 ojos
        foaming ~3 mouth
        espuma ~3 boca
        ambulance|ambulancia|paramedics
        eyes ~2 rolled|rolling
        se esta muriendo
        PERSON is|was dying
        PERSON esta muriendo
        i am|think dying !to|for|here|over|inside|of|at
        me estoy muriendo !de
        ( shaken|shook|shouted|shouting|yelled|slapped|sacudo|sacudi|muevo|movi|grito|grite|hablo ) ~6 ( \
            gurgles|nothing|nada | not|no ~2 wake|respond|move|answer|reacciona|responde|despierta|contesta )
        eyes|ojos ~2 open|abiertos ~5 ( nobody | not | no | blank | nada | perdidos )
        nobody home
        not|no FILL{0,2} ( despertarlo | despertarla | levantarlo | levantarla )
        no abre los ojos
        not ~1 open ~1 eyes
        hard|dificil ~2 wake|despertar|rouse|despertarlo|despertarla !early|at|in|on|up|before|temprano
        TROUBLE ~2 ( keep|keeping ) ~2 eyes open
        ( barely | hardly | not ) ~1 keep ~2 eyes|awake|head
        casi no ~2 ( despierto | despierta | abrir | mantenerme )
        FAMILY|CHILD|he|she ~6 and ~2 not ~1 answer|answering|speak|react|reacting . // CLINIC called text
        FAMILY|CHILD|he|she ~2 not ~1 answer|react|speak . // CLINIC called text
        FAMILY|CHILD ~5 no ~1 contesta|responde|reacciona|habla . // CLINIC telefono llame
        ( staring | stares | mirada | mirando ) ~3 ( space | nothing | nada | perdida | fijo | fija | blank | \
            blankly | wall | me ) ~6 ( not | no | answer )
        floppy|flaccid|ragdoll|desguanzado|desguanzada|flacida|flacido
        rag doll
        ( gone | went ) limp
        """,
    ),
    "sleepy": (
        Pass.DENIED | Pass.USE,
        """
        ( so|very|really|too|extremely|muy|super|bien ) \
            sleepy|drowsy|sedated|dormido|dormida|somnoliento|somnolienta|out
        nodding|nods
        ( so|very|really|too|extremely|muy|super|bien|awfully|terribly|real|barely|bastante ) \
            sleepy|drowsy|sedated|groggy|woozy|dormido|dormida|somnoliento|somnolienta|adormilado|adormilada| \
           atontado|atontada|ida|ido|mareado|mareada|out
        ( not|no|barely|hardly|casi ) ~4 ( keep|stay|mantener|mantenerme|mantenerse ) ~3 ( eyes | awake | \
            despierto|despierta | ojos )
        """,
    ),
    "seizure": (
        SYMPTOM,
        """
        seizure|seizures|seizing|seized
        convuls*|convulsing|convulsion|convulsiones|convulsionando|convulsiono|convulsing
        having|had|has|throwing ~2 ( a fit | fits )
        ataque|ataques|crisis epileptico|epileptica|epilepticos|epilepsia
        ataque|crisis de epilepsia
        me|le dio|da|dan|dando|dieron|esta ~2 ataque|ataques !de
        twitching|sacudidas ~1 all over
        tonic clonic
        shaking|jerking|temblando|sacudiendo ~1 ( all over | uncontrollably | violently | todo|toda | entero )
        grand mal
        status epilepticus
        LIMB|arms|legs|body|cuerpo|brazos|piernas|manos ~2 \
            jerking|convulsing|sacudiendo|sacuden|sacude|brincando
        ojos ~2 blanco ~6 temblando|tiembla
        ( foam|espuma ) ~4 ( mouth|boca )
        eyes ~3 ( back of | rolling | rolled )
        stiff|rigid|tieso|tiesa|duro|dura ~1 ( as | como | like ) ~2 ( board | tabla | palo | plank )
        ( clenched|apreto|apretado|clenching ) ~2 ( teeth|dientes|jaw|quijada ) ~9
        ( twitching|jerking|shaking|flopping|brincaba|brincando|sacudia|sacudiendo|temblaba|convulsionaba ) ~3 ( \
            all over | rug | floor | piso | alfombra | suelo | uncontrollably | ground | whole | todo | toda | \
            entero )
        ( se | le ) ( fueron | voltearon | van ) ~1 los ojos
        """,
    ),
    "bleeding": (
        SYMPTOM,
        """
        not FILL{0,3} stop|stopping|stops|stopped ~2 BLEED
        BLEED ~5 not ~2 stop|stopping|stopped|stops|clot|quit
        no ~3 para|deja|paro|dejo|paran|dejan|parar|detiene|quita|parado|dejado ~2 BLEED
        BLEED ~4 no ~2 para|deja|detiene|quita|parar
        BLEED ~3 ( a lot | alot | heavily | heavy | badly | bad | everywhere | profusely | nonstop | \
            uncontrollably | out | to death | mucho | muchisimo | demasiado | abundante | fuerte | for ~2 \
            hours|hour|minutes|days | internally )
        bled|bleeding ~1 through
        cut|wound|nose|gums|gash|herida|nariz|cortada|encias ~5 not|no ~2 stop|stopping|quit|para|deja|cierra
        URINE ~2 BLOODY !test|tests|work|pressure|sugar
        NUM_2_9999|FEW|MANY ~1 pads|tampons|toallas ~4 hour|hora|hours|horas
        ( heavy|bad|severe|uncontrolled|uncontrollable|profuse|rectal|internal|nonstop ) BLEED
        blood|sangre ~3 everywhere|gushing|pouring|squirting|spurting|dripping|chorro|chorros|clots|coagulos
        ( lot|lots|alot|puddle|much ) ~2 blood !pressure|work|test|tests|thinner|sugar|draws
        mucha sangre
        ( soaking|soaked|soak|empapo|empapando ) ~4 pad|pads|tampons|toalla|toallas|towel
        VOMIT ~3 BLOODY !sugar|pressure
        BLOODY vomit
        cough*|coughing|coughed|cough|spit*|spitting|tosi*|tosiendo|toso|tose|escup*|escupiendo ~2 BLOODY \
            !pressure
        blood|sangre ~4 STOOL|URINE|toilet|vomit|vomito|puke|stools|bano|excusado
        STOOL ~4 TARRY
        bano ~2 negro|sangre
        TARRY ~2 STOOL
        blood|sangre !work|pressure|test|tests|type|draw|draws|thinner|sugar|clot ~3 \
            coming|comes|came|pours|saliendo|sale|salio|running|shooting|leaking !back|from
        sale|saliendo|salio ~2 sangre
        blood ~4 from|out ~2 nose|ear|ears|eyes|mouth|gums|rectum|butt|wound|cut
        BLEED ~4 hour|hours|hora|horas !before|after
        coffee grounds
        bleed*|bleeding ~3 brain
        ( poop|stool|stools|popo|caca|excremento ) ~1 BE{0,2} black|negro|negra|negros|tarry
        ( gums|encias|gum|nose|nariz|tooth|teeth|diente|muela ) ~6 ( still | sigue | siguen | not stop | no para \
            ) ~2 BLEED
        pure|pura|puro|bright|lot|lots ~2 red? blood|sangre
        asiento|cuncho|pozos|poso|granos|borra de? cafe
        coffee grounds|ground
        VOMIT|devolvi|devolvio|arroje|arrojo ~5 ( coffee | cafe | blood | sangre )
        throwing|throwin|threw|throw up ~2 BLOODY
        tissue|tissues|towel|towels|napkins|toalla|panuelo|panuelos ~3 soaked|empapado|empapada|full
        blood|sangre ~3 my|his|her|la|su|mi face|head|cara|cabeza|mouth|boca|ear|oido
        """,
    ),
    "some-bleeding": (
        SYMPTOM,
        """
        BLEED
        bruis*|bruises|bruising ~2 ( all over | everywhere )
        moretones ~2 todo|todas
        """,
    ),
    "head-injury": (
        Pass.DENIED | Pass.PAST,
        """
        hit|hurt|banged|bumped|smacked|cracked|struck|injured|hits|busted ~3 head
        head injury|trauma
        pegue|pego|golpeo|golpee|golpe|pegado|partio|abrio|lastimo ~4 cabeza
        banged|bumped|smacked|cracked|struck|hit|hits|knocked|whacked|pegue|pego|golpeo|golpee|partio| \
           abrio|fell|cayo|descalabro ~5 noggin|skull|forehead|temple|coco|craneo|frente|mollera
        """,
    ),
    "pregnant": (
        Pass.DENIED,
        """
        pregnant|pregnancy|embarazada|embarazo
        """,
    ),
    "confused": (
        Pass.DENIED | Pass.PAST,
        """
        CONFUSED !about|by|on|with|porque|con|por|sobre|which|why|how
        not ~2 making|makes|make|made sense
        ( talking|acting|acts|hablando|actuando ) ~2 \
            nonsense|drunk|crazy|weird|strange|funny|raro|borracho|incoherencias|incoherente|out
        out of it|head|sorts
        not|no ~2 ( know where | sabe donde | reconoce | recognize | coherent | coherente | sense )
        foggy|halluc*|hallucinating|alucinando
        ( talking|talks|saying|says|speaking|speaks|hablando|habla|dice|diciendo ) ~3 \
            gibberish|nonsense|disparates|tonterias|locuras|incoherencias|barbaridades|cosas ~1
        not making|makes ~1 sense
        no ~1 coordina|coordino|coordinan|coordinando
        not ~2 think ~1 straight|clearly|clear
        no FILL{0,2} pensar ~1 ( bien | claro )
        not ~1 ( know ~2 name|year|day|is )
        esta como ( ida | ido | borracho | borracha | tonta | tonto | zombi )
        como ido|ida|atarantado|atarantada|atontado|atontada
        staring|stares|stared|starring ~3
        mirada ~1 perdida|fija
        mirando fijo
        he|she|FAMILY|CHILD ~5 not ~1 know|knows|recognize|recognizes who ~1 am|is|are
        FAMILY|CHILD|ya ~3 no ~1 sabe|reconoce quien soy|es|somos
        ( not | no ) ~2 ( know | sabe ) ~2 ( where | donde | day | dia | name | nombre | year )
        """,
    ),
    "hallucinating": (
        Pass.DENIED | Pass.PAST | Pass.GENERAL,
        """
        halluc*|hallucinating|hallucinations|alucin*|alucinando|alucinaciones
        seeing|hearing|viendo|oyendo|escuchando|ve|oye|escucha|veo|oigo|sees|hears ~1 \
            things|stuff|bugs|people|voices|cosas|voces|bichos|spiders|shadows
        delirium|delirio|dts
        CRAWLERS ~3 wall|walls|pared|paredes|ceiling|techo|skin|piel|bed|cama|floor|curtains !spray|bite|bites
        ( seeing|sees|saw|viendo|ve|veo|hearing|hears|oye|oyendo|talking|habla|hablando ) ~5 ( not there | not \
            real | no estan | no existen | muertos | dead )
        ( seeing|sees|viendo|ve|veo ) ~1 CRAWLERS !sick|at|about
        ( nobody | no one ) else ~2 see|sees|hear|hears|can
        carpet|rug|wall|walls|floor|ceiling|alfombra|pared|paredes|piso|techo|curtains|cortinas ~3 \
            moving|mueve|mueven|breathing|melting|crawling|respira|derrite
        mueve|mueven|moving ~2 carpet|wall|walls|floor|ceiling|alfombra|pared|paredes|piso|techo
        ( feel|feeling|siento|feels ) ~3 CRAWLERS ~4 ( skin|piel|me|body|cuerpo )
        """,
    ),
    "vomiting": (
        Pass.DENIED | Pass.PAST,
        """
        vomit|vomiting|vomited|vomits|puking|puke|puked|vomitando|vomito|vomita|vomite|vomitar|vomitado| \
           devolviendo|barfing
        throwing|throw|threw|throws ~2 up
        not|no ~2 keep|keeping ~3 down
        ( been|being|getting|got|was ) ~1 sick ~1 NUM_2_9999|MANY|FEW|three|twice|again
        sick to my stomach
        ( devolver | guacareando | vomitado | basca | basquear )
        """,
    ),
    "fell": (
        Pass.DENIED | Pass.PAST,
        """
        fell|fallen|slipped|tripped|tumbled|cayo|cai|caida|resbalo|resbale|tropezo|tropece|hit|bumped| \
           banged|golpe|golpeo|golpeado|choco|accident !asleep|behind|apart|through|off|me|enter|send|on|out
        took|had a fall
        """,
    ),
    "alcohol-drunk": (
        Pass.DENIED | Pass.PAST,
        """
        ( drank|drunk|drinking|had|echo|eche|echaron|tomo|tome|tomohoy|bebio|bebi|bebiendo|bottle|glass| \
        glasses|shots|few|couple|pack|copas|some|unas|varias ) ~4 \
            wine|beer|beers|vodka|whiskey|whiskeys|whisky|liquor|tequila|rum|gin|booze|alcohol|drinks| \
           margaritas|cerveza|cervezas|vino|trago|tragos|copas|licor|mezcal|ron|pack|cheves|chelas
        drunk|borracho|borracha|tomado|tomada|ebrio|tipsy
        ( most|half|whole|bottle|glass|glasses|lot|botella ) of|de ~2 ( \
            merlot|wine|chardonnay|cabernet|vodka|rum|scotch|bourbon|tequila|vino|champagne )
        """,
    ),
    "feels-bad": (
        Pass.DENIED,
        """
        ( feel|feels|feeling|feelin ) ~2 ( weird | funny | sick | bad | terrible | awful | strange | off | \
            horrible | wrong | like )
        siento|siente|sintiendo|sentir ~3 ( mal | raro | rara | fatal | horrible | feo | mareado | mareada )
        sluggish|woozy|groggy|tipsy|loopy|spinning|dizzy|weird|strange|mareado|mareada|atarantada|atarantado
        """,
    ),
    "sleep-pills": (
        Pass.NOTHING,
        """
        MEDICINE ~2 ( dormir | sleep )
        BENZO|OPIOID|ambien|zolpidem|unisom|benadryl|trazodone|seroquel
        """,
    ),
}
