"""Signs of violence, of thoughts of suicide or harm, and of an attempt."""

from rxflow.dialogue.red_flags.passing import Pass

# A sign, where it is passed over, and what a patient may say, a line each.
HARM: dict[str, tuple[Pass, str]] = {
    "violence": (
        Pass.DENIED | Pass.PAST,
        """
        PARTNER ~4 hits|hit|hitting|beats|beat|beating|beaten|abuses|abusing|abused|punched|punches|punching|slapped| \
        slaps|slapping|kicked|kicks|kicking|choked|chokes|choking|strangled|strangles|attacked|attacks| \
        hurts|hurting|hurt|raped|rapes|molested|molests|threatens|threatened|threatening|shoved|shoves| \
           grabbed|hiting|bruised|assaulted|assaults|stabbed|shot|burned ~1 me|us !up|with|back|good|hard|to
        ( abusing|abuses|abused|punched|slapped|choked|strangled|raped|molested|assaulted|beating|stabbed| \
           threatened ) me !up
        PARTNER ~2 ( hits|hitting|beats|beat|beating|abuses|abusing|abused|slaps|punches|hurts|hurting|kicks|chokes| \
           molested|molesting|raped ) ~2 \
            me|us|kids|children|mom|mother|her|him|son|daughter|sister|grandma|baby|dad|brother|grandmother|wife \
            !in|at
        ( being|getting|am|is|was|been|got ) ~1 abused|beaten|molested|raped|assaulted|strangled|stalked !by?
        ( being|getting ) hit|hurt|threatened|choked ~1 by
        ( hits|beats|slaps|punches|kicks|chokes|hitting|punching|slapping|kicking|strangling|abusing|shoves| \
           pushes|beating ) ~1 me|us !hard|like|up|with|that|at // PRICE
        PARTNER ~2 touches|touched|touching|fondled ~1 ( me|us | inappropriately | private )
        throws|threw|throwing ~3 at me|us
        PARTNER ~4 pushed|shoved|pushes|pinned|dragged|burned|bit|spit|spits me|us|on
        attacked|beaten|hit|hurt|threatened|assaulted|choked|punched|slapped|kicked|strangled|stabbed ~1 by ~3 \
            PARTNER|stranger
        afraid|fear|scared|miedo ~1 for|por MY ( life|safety | vida )
        in|en danger|peligro ~3 ( . | from|with|at|de|con|him|he|my )
        PARTNER ~3 violent|violento|violenta|abusive|stalking|stalks|acosa
        stalking|stalks me
        kidnap*|kidnapped
        ( PARTNER|he|she ) not give me my medicine|meds|medication|pills|insulin
        no me da|deja MY{0,1} medicina|medicinas|pastillas|insulina !sueno
        me toca|toco|tocaba|forzo|obligo ~3 ( padrastro|tio|papa|sexo|sexual )
        abuso sexual
        domestic violence|abuse|abusive
        abusive ~1 PARTNER|relationship|home|marriage
        elder|child|physical|physically abuse|abused|abusing
        ( afraid|scared|terrified ) ~1 ( of|from ) MY{0,1} PARTNER \
            !and|will|forgot|forgets|forgetting|reaction|getting|losing|missing|being|going|dying|not|having| \
           taking|running
        PARTNER ~3 ( kill | hurt | shoot | stab | murder ) me|us|her|kids|them !if|when // PRICE
        hell kill|hurt|beat me|us
        threat*|threatened|threatens|threatening ~2 me|us|her ~4
        threatens|threatened|threatening|threat ~2 kill|hurt|shoot|beat|burn !REFLEX
        PARTNER ~3 will|would|gonna ~1 kill|hurt|beat me|us
        ( knife|gun|bat|belt ) ~2 ( to|at|on ) me|my !house
        PARTNER ~5 ( gun|knife ) ~3 me|us
        not ~2 let ~1 me ( leave | go | out | see | have | call | use )
        locks|locked|trapped me in|inside|up
        not ~2 feel|am safe|secure ~3 home|house|here|PARTNER
        not safe ( at home | here | with )
        unsafe ( at home | with | in | here )
        raped|rapist|rape !seed
        forced ~4 sex
        human trafficking|trafficked
        sexually assaulted|abused
        ( PARTNER ~2 | mi|su ex ) ( me|nos|le|la|lo|les ) ~1 ( pega | pegan | pego | pegando | pegado | golpea | \
            golpeo | golpean | golpeando | lastima | lastimo | ahorco | ahorca | amenazo | amenaza | maltrata | \
            abusa | abuso | aviento | empuja | empujo | patea | pateo | cachetea )
        ( me|nos ) ~1 ( pega|pego|pegan|golpea|golpeo|lastima|maltrata|amenaza|amenazo ) MY{0,1} PARTNER
        ( me|nos ) ~2 ( maltrata | maltratan | maltratando | golpea | golpean | golpeando | abusa | abusan | \
            amenaza | amenazan | amenazando | amenazo | violo | violaron | viola | ahorco | acosa | acosando | \
            pegando | estrangulo )
        ( pega|golpea|maltrata|abusa|pego|golpeo ) ~1 ( a|de ) ~2 ( PERSON|mi|mis|nosotros|nos ) !precio
        ( miedo ) ( de|a|al|del ) MY{0,1} ( \
            esposo|esposa|marido|novio|novia|pareja|ex|papa|padre|padrastro|hijo|hermano|companero )
        ( me|nos|la|lo ) ( va|quiere|iba ) a? matar|lastimar|hacer !si|de|dano|el|esta|este|la
        ( PARTNER_ES ) ~3 ( matarme|matarnos|golpearme|pegarme|lastimarme )
        amenaz*|amenazo|amenaza ~3 ( matarme | matar | cuchillo | pistola | golpearme | muerte )
        violencia domestica|familiar|intrafamiliar
        no ~2 ( siento|estoy ) ~2 segura|seguro ~3 casa|aqui|esposo|pareja|el
        no ~2 deja salir|ir|ver
        violaron|violacion|abusaron
        grabbed|agarro|agarra|apreto|grabs ~3 ( throat | neck | hair | cuello | pescuezo | pelo | cabello | \
            garganta )
        ( pushed|shoved|threw|kicked|dragged|pushes|throws ) ~1 ( me|her|him|us|FAMILY|CHILD ) ~3 ( \
            stairs|wall|floor|ground )
        ( me|la|lo|nos|le ) ~1 ( empujo|avento|jalo|empuja ) ~3 ( escaleras|escalera|pared|piso )
        steals|stealing|quita|roba|esconde|hides ~3 ( pension | dinero | money | pills | medicine | medicinas | \
            pastillas ) ~9 ( hit|hits|pushed|beats|pega|golpea|empujo|grita )
        ( hits|beats|pushed|slapped|shoved|pega|golpea|empuja|empujo ) ~2 ( FAMILY | CHILD | kids ) !up
        no ~2 deja|dejan ( salir | ir | hablar | usar )
        ( he | she | el | ella ) ~2 ( next room | aqui | here | listening | oyendo | escuchando ) ~9 ( hit | \
            grabbed | scared | afraid | agarro | pego | miedo | hurt )
        say|says|said|dice|dijo|diciendo ~2 ( he | she | que )? ~3 ( kill | hurt | mata|matar|matarme|mate ) ~1 \
            ( me | us | kids | the kids | ninos | hijos )
        ( dice|dijo|farmacia|salgo|voy ) ~9 me mata
        ( have to | need to | must | not | no puedo ) ~2 ( type|talk|whisper|speak|hablar|escribir ) ~2 \
            quietly|quiet|loud|fuerte|bajito|softly >9 he|him|she|el|ella
        me|nos|la|lo ~1 ( quiso|quiere|intento|trato|iba|va ) ~2 ( \
            ahorcar|golpear|pegar|estrangular|acuchillar|lastimar|quemar|violar ) !de|el|la
        twisted|twist|twists|torcio|tuerce|torcer|doblo|bent ~2 ( my | me | her | mi | el | la | lo ) ~2 ( arm | \
            wrist | brazo | muneca | mano )
        bruised|bruises|bruise|moretones|morado|moreton|black eye ~6 ( where | donde | from | because | de ) ~2 \
            ( he|she|him|her|lo|me|el|PARTNER ) ~3 ( \
            hit|grabbed|twisted|punched|torcio|pego|agarro|golpeo|pushed|squeezed|kicked|threw|apreto|jalo )
        donde|where ~2 ( he|she|me|lo|la ) ~2 ( torcio|twisted|punched|pego|golpeo|kicked )
        ( se | he | she ) ~2 ( puso | pone | got | gets | turns | turned ) ~1 ( violento | violenta | violent | \
            agresivo | agresiva | physical )
        ( got | getting | gets | things ) ~1 ( bad | violent | physical | ugly ) ~2 ( again )? ~1 ( at )? home
        ( PARTNER|dice|says|said|dijo|he|she ) ~6 ( \
            stab|shoot|kill|strangle|beat|choke|burn|apunalar|apunala|acuchillar|matar|quemar|ahorcar ) ~1 ( \
            me|us|him|her|kids|them ) !if
        me|nos|la|lo|le ( va|quiere|iba|quiso ) a? apunalar|acuchillar|quemar|ahorcar|golpear|pegar|disparar
        ( me|le|nos ) ~1 ( avento|aviento|avienta|arrojo|lanzo ) ~2 ( \
            sarten|plato|platos|vaso|botella|zapato|silla|cosas|cuchillo )
        ( threw|throws|throwing|hurled ) ~3 ( at ) ~1 ( me | us | her | him | my )
        PARTNER ~2 smashed|broke|busted|cracked|rompio|partio|quebro ~6 ( \
            face|nose|jaw|arm|ribs|lip|tooth|cara|nariz|brazo|costilla|boca|diente )
        """,
    ),
    "suicidal": (
        Pass.DENIED | Pass.PAST | Pass.GENERAL,
        """
        suicid*|suicide|suicidal|suicidio|suicidarme|suicidarse|suicida|suicidas \
            !prevention|hotline|loss|survivor|awareness
        unalive|unaliving
        thoughts|thinking|pensamientos ~1 ( death | dying | muerte | being dead )
        """,
    ),
    "self-harm": (
        Pass.DENIED | Pass.PAST,
        """
        kill|kills|killing|killed|offing|off|hang|hanging|hanged|drown|shoot|shooting|shot|stab|poison| \
           murder|starve MY{0,1} REFLEX
        want|wants|wanted|wish|wanting|wishes|ready|like|feel|rather|hope|hoping|prefer|hopes ~1 ( \
            to|i|be|just|it )? ~2 ( die|dying|dead|disappear|gone ) !than|of|laughing|for|from
        ( want|wants|wanted|going|ready|like|thinking|gonna ) ~3 ( not exist | not be alive | not wake | end \
            everything | end things | end it )
        ( and|to|just|of|about|way|ready ) end|ending it .
        end|ending|ended|finish ( it all | MY{0,1} own? life|lives|suffering|pain | everything | things for good )
        not ~1 want|wants|wanted|wanting|wish to? ( live | exist | be alive | be here anymore|any|longer | be in \
            this world|life | go on living | keep living | continue living | be around anymore | be on this \
            earth | be here . ) !in|with|near|at|far|there|without
        not ~2 feel|feeling|felt like ( living | being alive | existing | being here | going on living | going \
            on . | waking up . )
        no|never longer|again want|wants|wish|wishes to? ( live|exist|wake | be alive|here )
        tired|sick|exhausted of ( fighting . | being alive | being here . | this life | existing | trying . )
        hate|hates being alive
        stop|quit|stopped living|existing
        ending things
        ending everything|it ~1 ( all | . )
        hurt|hurts|harmed|cut REFLEX ~1 with ~2 razor|knife|blade|glass|navaja|cuchillo
        mejor|quiero|ojala|si me muero|muera|muriera !de
        goodbye|farewell note|letter|video
        cease to exist
        think|thinking|want|feel|like|urge|about|going|plan ~3 crashing|crash|wreck|wrecking MY car|truck
        not ~4 alive ~2 ( next | by | tomorrow | anymore | much | . )
        will|would|could|should|might|gonna|let|may|ll ~1 i|me|myself ~2 die !without
        i|me ~2 will|would|could|should|might|gonna|going|may ~2 die !without|of|from|laughing
        die ~1 ( in my sleep | tonight | soon | by )
        i|me ready|prepared ~1 to|for die|death
        wish|want|pray|hope|hoping|praying ~3 die|death|dead !than
        muerte ~2 ( rapida | sin dolor )
        reason|point|purpose|need ~3 stay|remain|be|staying|being alive
        want|wants|need out ( of ( this )? life|world | . )
        talking|talks|talked|joking|jokes|joked ~1 about ~2 dying|death|suicide|die|ending|killing
        mortal|mortales
        me estoy haciendo|lastimando dano?
        se esta haciendo dano
        thinking|thought|considering|about|might|could|consider|contemplating|contemplate ~3 \
            overdosing|overdose|suicide
        not ~1 keep going ( . | anymore | on )
        danger|threat|risk|harm to REFLEX
        nothing matters ~1 ( anymore | . )
        FAMILY|CHILD|he|she|i ~1 is|am cutting !MY|MEDICINE|back|it|in|costs|down|out|off|coupons|corners|food
        been|started|keep|keeps|stop|still cutting ( again | . | lately | more )
        lethal|letal|letales
        dose|amount|many|much|level|cantidad|dosis|pills|enough ~7 fatal|deadly|mortal|mortales
        going|gonna|will|want|wants|might|could|plan|planning|thinking|rather ~4 \
            take|taking|swallow|swallowing|down ~1 ( every ~1 MEDICINE | all ~2 MEDICINE | everything ~3 \
            MEDICINE|cabinet|house ) !with|to|refilled
        happens|happen ~3 if i ~1 take|took|swallow|swallowed ~1 ( all | whole | the whole | everything | \
            NUM_54_9999 )
        assisted suicide
        how to ( die . | kill REFLEX | end it | hang )
        happier dead
        para que vivir|vivo|sigo
        ganas|mejor|quisiera|quiero de? no vivir|existir|seguir|estar
        quiero|quisiera|gustaria ~1 ( dejar de existir|vivir|sufrir|respirar | dejar este mundo | irme de aqui \
            para siempre )
        no ~2 veo|encuentro|encuentra|ve ~2 sentido|salida ~1 ( . | a la vida | a vivir | a nada )
        acabar|terminar|termine con mi|su|este|tanto sufrimiento|dolor|vida
        extranaria|extranaran|extranarian ~3 si ~2 ( muero | muriera | no estoy | faltara | voy )
        not|never ~2 want|wants|wanted to? wake !early|at|before|so|for|them|him|her|up?
        not want|wants to? wake up !early|at|before|so|for|at|on|with|the|my
        ( take|taking|takes|took ) MY own? life|lives
        burden|carga|estorbo ~1 to|for|on|para|de ~2 \
            everyone|everybody|family|kids|anyone|them|all|todos|familia|hijos|people|others|wife|husband
        just|such|only|am|soy|feel|like ~2 burden|estorbo . // money
        better|happier|easier|fine ~4 when|once|if|after|without ~2 i|me ~2 \
            gone|dead|die|died|disappear|disappeared|around
        better|happier|easier ~3 if|when i am|was|were ~1 not ~1 ( here | around | alive | born )
        if|when i ~1 were|was|am ( dead | gone forever | not alive | not around anymore )
        not ~3 be|been around|here|alive ( much longer | for long | long | anymore . )
        i|she|he ~1 will|might|could|may|should ~1 be dead ( by | soon | tonight | tomorrow | before | . )
        i should ~1 ( be dead | not be alive | die | not exist | kill )
        not ~1 need|needing ~2 anymore ~4 dead|gone|die
        ( to sleep|asleep | sleep ) ~1 forever
        drive|driving|crash|crashing|run|swerve|steer ~4 ( off|into | in front ) ~3 \
            bridge|cliff|tree|wall|traffic|road|river|train|ocean|lake
        no|not|any ~2 reason|point ~2 wake|get|getting|waking up !early
        not ~2 care|matter ~2 if|whether ~1 i|he|she ~2 live|die|wake|alive|dead
        not want ~2 ( saved | be saved | help me live | rescued )
        way|how|want|going|try|trying|tried|plan|planning ~4 overdose|overdosed
        would|will|could|can|might|do i|you|she|he ~1 ( die | not wake | never wake ) .
        would|will|could i|it|that|this|they ~1 die|kill ( me | if | from | . )
        if i ~2 took|take|swallow|swallowed|drank ~9 die|dead|kill|wake
        lost|lose|losing|no|not ~3 will|desire|reason to live|exist
        what is? ( the )? point ( of )? ( living | life | anymore | of going | of being here | of it all | in \
            living | of anything )
        life ~3 ( meaningless | pointless | is over | hopeless )
        not ~2 deserve ~1 ( live | be alive | to exist )
        want|wants|need|trying ~1 out of this life|world
        feel|feels|feeling|felt like ~1 ( dying | ending | i am done with life | killing | jumping )
        voices|voice|voces|voz ~5 kill|hurt|die|harm|matar|matarme|dano|jump|lastimar|hurting
        plan|planned|planning|method|rope|date ~3 die|suicide|death|hang|end
        wrote|left|writing|write|escribio|dejo|escribi ~4 goodbye|note|notes|carta|letter|letters ~5 \
            die|end|goodbye|love|sorry|despedida|suicide|suicida|ends|kill|dead
        thinking|think|thoughts|pienso|pensando|piensa|pensamientos|obsessed|dreaming|fantasize|fantasizing ~3 \
            death|dying|muerte|morir|morirme|dead|suicidio !benefit|certificate
        thoughts|want|going|afraid|scared|might|urge|urges|thinking|gonna|feel|miedo|ganas|quiero|voy ~4 \
            hurt|hurting|harm|harming|kill|killing|drown|drowning|shake|shaking|smother|lastimar|matar|dano ~2 \
            baby|kids|child|children|son|daughter|bebe|hijo|hija|hijos|wife|husband|mother|people
        cut|cutting|cuts|burn|burned|burning|slice|sliced|slicing ~1 MY{0,1} \
            arms|arm|thighs|thigh|wrists|wrist|skin|legs ~4 ( \
            feel|again|pain|stop|lately|razor|cope|numb|night|everyday|purpose|relief | . ) // cooking kitchen \
            fell glass accident bleeding work surgery
        razor|blade|blades|navaja ~5 arm|arms|wrist|wrists|myself|thighs|brazos
        ( pills|gun|rope|knife|pistol|pistola|pastillas|razor ) ~4 ( in front of me | in my hand|hands|lap | \
            next to me | frente a mi | en la mano )
        gun|pistol|pistola|rifle ~2 out|loaded|ready|cargada
        not ~2 see ~2 point|reason|future|purpose|sense ( anymore | in living|life|going | to live|living|go | . )
        not ~2 see ~2 way out !of|there
        do|doing|did something stupid|drastic|reckless|terrible|bad|crazy ~1 ( with|to | . ) !the|account
        keep|continue|think ~3 living like this
        keep|continue living
        self destruct|destructive
        canse|cansado|cansada|harto|harta|canso ( de vivir|existir | de mi|la|esta vida )
        pegar|dar|pegarme|darme|pegarse|darse|dio|pego|pegue ~1 un tiro|balazo
        mejor|felices ~3 si|cuando ( yo )? no|me|ya ~3 \
            estuviera|este|existiera|muera|muriera|muero|vaya|existo|estoy|estar|murio
        si|cuando ( yo )? ( me muera | me muero | no estuviera | me muriera )
        me da igual ~2 vivir|morir|morirme|vivo
        dejar|dejara|dejo de existir|vivir
        descansar|dormir|dormirme|dormido|dormida ~3 siempre
        irme|ir|voy|quiero|reunirme|estar ~3 ( de este mundo | con dios | al cielo | de esta vida | en el cielo )
        diganle|dile|digale|diles ~6 quiero|amo|perdonen|perdon|quise
        perdonenme|perdoname ~5 adios|hijos|todos|siempre
        better off ( dead | without me|him|her | if i )
        ( world|family|everyone|everybody|they|kids|people ) ~4 better ~1 without me
        rather die|kill !than
        rather ( be dead | not be alive | not be here | not live )
        wish ~3 ( dead | never born | never been born | not been born | die | not exist | never wake|woke | not \
            wake | not alive | never existed | not here | go to sleep ~2 not|never )
        sleep|asleep ~3 ( never|not ) ~1 wake|waking|woke
        hope|hoping|pray|praying ~2 ( not|never ) ~1 wake
        ( no|not|nothing|any ) ~4 ( reason|point|purpose|sense|left|use|will|desire ) ~3 ( live | living | live \
            for | going on | go on | be here | being here | being alive | exist | existing ) !in
        nothing ~1 to live for
        ( point|use ) ~2 ( living | being alive | going on )
        life ~2 not ~2 worth
        not worth ~1 ( living | it anymore | being alive | life )
        ( tired|sick|done|over|exhausted ) ( of|with ) ( living | life | being alive | existing | this life | my \
            life | trying to live ) !in|with|insurance|here
        ( hate|hates ) ~2 life >4 ( die | dead | disappear | gone | end )
        give|giving|given|gave ~1 up ~1 life|living
        not ~2 ( go on ( living | like this | anymore | any longer | any more | with life | . ) | keep living | \
            keep going on | live anymore | live like this | do life | take life )
        not ~2 ( keep going | do this | take this ) ~3 ( want ~2 over | goodbye | love them )
        nobody|not|no ~5 miss|care|notice ~5 ( gone | died | dead | disappeared | disappear | die | vanished | \
            killed )
        ( hurt|hurting|harm|harming|cut|cutting|burn|burning|injure ) MY{0,1} REFLEX ~2 ( again | on purpose | \
            lately | more | tonight | . !at|when ) // shaving fell cooking accident accidentally work lifting \
            kitchen knife bleeding
        ( want|wants|wanted|wanting|going|like|urge|urges|thinking|keep|keeps|thoughts|plan|plans|planning| \
           might|will|threatening|threatens|threatened|tempted|gonna|trying|tried|talking|says|about ) ~3 ( \
            hurt|hurting|harm|harming|cut|cutting|burn|burning|off|injure ) REFLEX
        cutting|harming|harm|harms|cuts|harmed|burning REFLEX // shaving cooking
        self harm|harming|harmed|injury|injuring|harms
        selfharm|selfharming
        ( lethal|fatal|deadly ) ~1 ( dose | amount | level | combination | overdose | dosage )
        how ( many|much|long ) ~9 ( kill|die|lethal|fatal|deadly|dead|overdose|fatally ) \
            !pain|infection|bacteria|germs|the|my|lice|fungus|mold|roaches
        how many|much ~6 take ~3 so|to|until|before ~5 ( not|never wake | end it )
        how many ( of these|them|those | ~1 MEDICINE ) ( would|will it | it would|will ) take ( \
            . | just|kidding|lol|haha|jk )
        cuantas|cuantos ( de estas|estos|esas|esos|ellas | ~1 MEDICINE ) ( se necesitan | hacen falta | \
            necesitaria ) ( . | just|es|jaja ) // surtir resurtir resurtido mes dia semana
        how ( many|much ) ~9 ( not wake | never wake | end it | od )
        ( enough|would|could|pills|mg|tablets|pastillas|dose|this|that ) ~3 ( to kill | kill ) ( me | someone | \
            myself | a person | somebody | him | her | an adult | a man | you )
        enough ~4 ( to die | to end | to not wake | to never wake | to overdose | to kill )
        ( way|ways|easiest|painless|painlessly|quickest ) ~3 ( die | dying | kill | death | suicide ) \
            !weeds|germs|lice|bacteria|pain
        ( hiding|hid|hidden|saving|saved|save|stockpiling|stockpiled|stockpile|hoarding|hoarded|collecting| \
           stashing|stashed ) ~1 ( up )? ~2 MEDICINE|them >8 ( take | when | die | end | enough | kill | \
            overdose | all | everything | over )
        ( saving|saved|stockpiling|stockpiled|hoarding|hoarded|stashing ) up? ~3 MEDICINE \
            !for|because|from|so|in|to
        ( thinking|want|wants|might|tempted|what|feel|going|gonna|could|considering|plan|planning|about| \
           will|wanted|ready|maybe|threatened|threatening ) ~6 ( \
            take|taking|took|swallow|swallowing|swallowed|down|downing ) ~2 ( whole|entire bottle | all of them \
            | them all | all the pills | all my pills|meds|medicine | all at once | all these pills | every pill \
            | everything in | all of these pills | all of my pills|meds|medicine ) !to|with|refills|in|home|from
        ( what if ) ~4 ( took | take | swallowed ) ~2 ( all | them all | everything | the whole ) ~4
        slit|slitting|slash|cut|cutting ~1 MY wrist|wrists|veins|throat
        jump|jumping ( off | from | in front ) ~4
        step|walk|run|walking|stepping ~2 front of ~2 train|car|truck|traffic|bus
        ( gun|pistol ) ~3 MY{0,1} head|mouth
        blow|shoot ~2 brains|head
        suicide note
        goodbye|farewell ~2 ( world | everyone | forever | cruel | all | to everyone )
        goodbye ~3 tell MY{0,1} kids|family|mom|wife|husband|children|parents
        goodbye|goodbyes to MY{0,1} kids|family|mom|wife|husband|children|everyone|world
        tell MY ( kids|family|mom|wife|husband|children|parents|son|daughter|dog ) ~2 ( love | loved | sorry )
        ( want|wants|going|gonna|like|thinking ) ~2 ( kill|killing|murder|murdering|shoot ) ( \
            him|her|them|someone|everyone|somebody|people|my|you ) !pain|chat|bill|time|order|germs
        ( be|join|see|go ) ~2 ( heaven ) ~2
        ( want ) ~2 ( join|be ) ~1 with ~4 heaven|jesus|god|dead
        just want|wants it all to? ~1 ( end | stop | be over | over )
        want|wants ~2 pain to? ( end forever | stop forever )
        not ~1 be alive ~1 ( tomorrow | much longer | in the morning | next week )
        not ~1 be around|here ~1 much longer
        last ( day | night ) ( on earth | alive | on this earth )
        matarse|suicidarme|suicidarse|ahorcarme|ahorcarse|colgarme|colgarse|dispararme|envenenarme|matarnos
        ( quiero|quiere|querer|queriendo|quisiera|queria|deseo|desea|ganas|gustaria|prefiero|preferiria|pienso|piensa| \
           pense|penso|pensando|voy|va|ojala|mejor|quieren ) ~2 ( \
            morir|morirme|morirse|muera|muriera|desaparecer|morirnos|muerto|muerta ) !de|cancion
        me ~1 quiero|queria|voy|intente|quisiera a|de? matar|morir|suicidar|ahorcar|cortar|colgar|quitar !de|el|la
        se ~1 quiere|queria|va|intento|quisiera|quieren a|de? matar|morir|suicidar|ahorcar|cortar|colgar|quitar \
            !de|el|la?
        ( quitar|quitarme|quitarse|quitarle|quito|quiten ) ~1 la vida
        no ~2 ( quiero|quiere|queria|quisiera|deseo|desea|quieren|soporto|aguanto ) ~2 ( \
            vivir|viviendo|vivo|viva|existir|existiendo ) !con|en
        no ~1 ( quiero|quiere|quisiera ) ~2 ( despertar|despertarme|despertarse|amanecer ) !temprano|a|tarde
        no ~1 ( quiero|quiere ) ~1 seguir ( viviendo | asi . | en este mundo | con mi vida | adelante . | aqui . \
            | sufriendo )
        no ~1 ( quiero|quiere ) ~1 estar ( vivo | viva | en este mundo | aqui nunca|mas . | en esta vida )
        ya no ~2 ( puedo|aguanto|soporto ) ~1 ( con )? ~1 ( vida | vivir )
        ( dormirme|dormir|dormida|dormido|duerma ) ~4 no ~1 ( \
            despertar|despierte|despertarme|despertara|despertarse ) ~1
        para|mejor|quisiera|gustaria|ojala ~1 no despertar|despertarme|despertarse|despierte
        no ~1 ( despertar|despertarme|despertara ) ( nunca | jamas | mas | ya )
        no ~2 ( vale|merece ) ~1 la pena ~2 ( vivir|viviendo|vida | seguir . )
        ( vida ) ~3 ( no vale | no tiene sentido | sin sentido | ya no )
        no ~3 ( sentido|caso|motivo|motivos|razon|razones|ganas ) ~3 vivir|vida|viviendo
        sin ( ganas | razon|razones | motivos ) de|para vivir|seguir
        ( cansado|cansada|harto|harta ) de ( vivir | la vida | esta vida | mi vida ) !en|con
        ( estarian|estaran|estaria|estara|estan|vivirian|serian ) ~1 mejor sin mi
        mejor ( muerto|muerta|muerta | sin mi )
        ( ojala|quisiera|desearia ) ~3 ( estar|estuviera|haber|no ) ~2 ( muerto|muerta|nacido )
        ( hacerme|hacerse|hacer|haga|haciendose|haciendome ) ~1 ( dano ) !el|la|a|al|esta|este
        ( quiero|quiere|pienso|voy|va|piensa|ganas|habla ) ~3 ( hacerme|hacerse|hacer ) dano
        ( lastimarme|lastimarse|cortarme|cortarse|cortandome|cortandose|autolesi*|autolesiones|autolesionarse ) \
            !el|la
        ( me|se ) ~1 ( corto|corta|cortando|corte ) ~1 ( los|las )? ~1 ( brazos|venas|munecas|piernas )
        ( me|se ) ( estoy|esta ) cortando
        acabar|terminar|acabo|acabe ( con ( mi|su|la|todo|esta|sufrimiento ) ) ~1 \
            !pedido|suscripcion|cuenta|tramite|conversacion|orden|chat
        acabar|terminar|acabe con todo
        ( cuant* ) ~8 ( \
            mat*|matar|mata|matan|matarian|morir*|morir|morirme|muere|muero|letal|letales|mortal|sobredosis| \
           morirse )
        dosis ~1 letal|mortal|fatal
        letal|mortal ~2 dosis
        cantidad|es ( letal | mortal )
        ( guardando|guarde|guardo|juntando|junte|acumulando|acumule|ahorrando|escondiendo|guardado|juntado ) ~3 \
            MEDICINE // lejos ninos refrigerador seguro gaveta
        ( quiero|voy|pienso|pense|penso|quisiera|gustaria|quiere|ganas|si|dan|va|pensando ) ~4 ( \
            tomar|tomarme|tomarmelas|tomarmelo|tragar|tragarme|tomo|tome|tomarse|tomara|tomaria|tragarmelas ) ~2 \
            ( todas|todo|todos ) !a|al
        tomarmelas|tragarmelas todas|todo
        ( despedirme|despedida|adios ) ~3 ( mundo|todos|siempre|vida|familia|hijos )
        aventarme|tirarme|lanzarme|tirarse|aventarse ~2 ( puente|edificio|balcon|tren|carro|carros|techo|metro )
        ( aguanto|puedo|soporto ) mas ~5 ( acabar | morir | terminar con | desaparecer )
        nobody|not|never ~3 ( worry|worrying|bother|bothered|care|fuss ) ~1 ( about|with|for|by ) me ~1 ( any | \
            anymore | more | again )
        nadie ~4 ( preocupar|preocuparse|preocupe|cuidarme|batallar|molestar|molestarse ) ~3 ( mi | conmigo | \
            mas )
        out of ~1 everyones|everyone|everybody|everybodys|their|theirs ~1 way|hair
        dejar|dejare de estorbar
        i ~2 not ~2 be ~1 bother|burden|nuisance ~4 ( anymore | any more | longer | again )
        ( point|sense|use|bother|caso ) >9 not ~3 be ( here | around | alive )
        ( here|around|alive|gone|die|leave|leaving ) ~6 own ( choice | hand | doing )
        voy|voi|pronto|quiero|quisiera ~3 descansar ~3 ( todo | todos | siempre | paz | en paz | esta vida )
        ( finally | soon | just ) ~4 ( at peace | be free of | over for me | rest forever )
        hiding|hid|hides|hidden|stashing|stashed|stash|escondiendo|esconde|escondio|escondido ~4 MEDICINE ~4 ( \
            mattress|pillow|bed|drawer|sock|closet|colchon|almohada|cama|cajon|ropa ) // kids children ninos
        locked|lock|locks|barricaded ~3 himself|herself|myself|themselves ~9 MEDICINE|bottle|razor
        encerro|encerrado|encerrada|encerre ~9 MEDICINE|frasco|navaja
        ( TOOK|with|con|grabbed|taking|llevo|agarro ) ~4 ( MEDICINE|bottle|frasco ) ~6 ( \
            room|bathroom|bano|cuarto|bedroom ) ~6 ( locked|lock|shut|encerro|not|cerro|door )
        ( told|said|says|telling|saying ) ~5 goodbye ~9 ( MEDICINE | bottle | locked | forever | last )
        given|gave|giving|giveaway|regale|regalo|regalando|regalado|gifted ~4 \
            cat|dog|pets|pet|things|belongings|stuff|everything|possessions|perro|gato|cosas|todo ~2 away ~9
        regale|regalo|regalando|regalado ~2 ( mis|sus|todas ) ~2 cosas
        wrote|written|writing|escribi|escribio|escribiendo ~3 letters|cartas|note|notes|nota|carta ~9 ( sorry | \
            goodbye | love | forgive | perdon | perdonen | adios ) // doctor insurance authorization
        wrote|written|writing|escribi ~2 ( the | my | las | mis | sus | all | his | her ) ~1 letters|cartas // \
            doctor insurance
        cartas|carta|letters|note escritas|escrita|written
        ( cosas|affairs|papers|asuntos|todo ) ~3 ( arregladas|arreglado|order|listas|arreglados|settled ) ~5 ( \
            letters|cartas|bottle|frasco|needs|falta|die|muera|need|need|adios|goodbye|soon )
        put|putting|got|getting|have|dejar|dejo|deje ~2 my|his|her|mis|sus affairs|asuntos ~2 \
            order|orden|arreglados
        irme|reunirme|estar|join|see|be|alcanzar|alcanzarlo|ir ~2 ( con|with|a )? ~1 ( mi|my|his )? ~2 ( \
            difunto|difunta|late|dead ) ~1 ( FAMILY )
        ya no quiero|quiere|queria|quisiera estar|seguir aqui|viva|vivo !sentado|sentada|esperando|en|con
        ( enough|basta|bastan|alcanza|alcanzan|suficiente|suficientes|con|si ) ~7 ( not|never|no|ya ) ~3 ( \
            wake|waking|despertar|despierta|despierte|amanece|despertara|amanecer ) ~1 ( up | . | uno | alguien \
            | nunca | jamas | mas | again )
        NUMBER|caja|frasco|bottle|whole ~5 ( enough|suficiente|bastan|basta ) ~5 ( die|kill|morir | never wake )
        want|wants|wanted|wana to? dye ( . | already | now | anymore | so )
        thinking|think|thought|imagine|imagining|keep|feel|pienso|pensando|imagino ~4 ( \
            driving|drive|driven|veering|swerving|chocar|estrellarme|aventarme ) ~3 ( tree|wall|pole|arbol|poste \
            | into | contra )
        ( everyone|everybody|familia|family|hijos|kids|world|todos ) ~4 ( better | mejor ) ~5 ( not ~2 \
            around|here|alive | sin mi | no estuviera|existiera )
        end|ending everything|everything|todo ( . | soon | tonight | already )
        no ( le | les )? ~1 ( veo|encuentro|hallo ) ~2 ( sentido|caso|chiste ) ~3 ( vivir|viviendo|vida|seguir )
        mejor|prefiero|preferible ~2 muerto|muerta|muertos|bajo ~2
        ( swallow|take|swallowing|taking|down|drink ) ~4 ( everything | the bottle | whole bottle | all ~3 ) ~3 \
            ( be done | end it | be over )
        take ~2 all ~3 MEDICINE ~4 ( be done | be over | sleep forever )
        se hace dano
        ( not|never|no ) ~2 ( open|opened|abrir|abriera|abro|abra ) ~2 ( eyes|ojos ) ~6 ( \
            relief|again|better|alivio|mejor|descanso|fine )
        ( not | no ) ~3 make it ( through|until ~2 night|tomorrow|morning|week|weekend | to ~1 tomorrow|morning \
            )
        no ~3 ( llegue|amanezca|amanezco ) ~2 manana
        ( nobody | no one ) ~1 ( would | will | ll | is going ) ~2 ( notice | care | miss | cry | mourn ) ~1 ( . \
            | me | if | when )
        nadie ~4 ( importar | importaria | extranar | extranaria | notar | notaria | llorar | lloraria )
        ( if | si ) ~4 ( asleep|dormida|dormido|gone|died|muriera ) ~9 ( relief | alivio | blessing | descanso )
        where|donde ~3 ( will | testamento ) ~6 ( sorry | goodbye | love | perdon )
        decided|decidi|decidido ~4 ( end|acabar|acabo|terminar|die|morir|matarme ) ~3 ( it|things|con \
            todo|life|vida|everything|todo )
        acabo|acabare|termino con todo
        no ~2 quiere|quiero estar en este mundo
        bought|buy|buying|got|compre|comprar|consegui ~2 rope|noose|gun|pistol|soga|cuerda|pistola|veneno|razor \
            !license
        ( insurance|seguro|money|dinero ) ~6 ( kids|hijos|family|familia|wife|ninos|husband|esposa ) ~6 ( \
            fine|bien|better|mejor|okay|ok ) // cover covers claim
        cuando ( yo )? ~1 falte|muera|desaparezca
        ( when|once|after ) i am ( gone | dead )
        ( plenty | enough | suficiente | suficientes | alcanza ) ~3 ( finish|kill|end|take ) ~1 me
        ( con ) ~1 ( eso|esto|estas|esas|todas ) ~1 ( me voy | me mato | me muero | acabo )
        not ~2 do ~2 life ~2 ( anymore | more | longer | . )
        no ~1 puedo ~1 ( con )? ~1 ( esta|la|mi ) vida
        """,
    ),
    "kill-me": (
        Pass.DENIED,
        """
        matarme|matarnos
        would|could ~8 kill me|you|someone|somebody|him|her|yourself !time
        will this|these|that|it|they ~3 kill me|you|someone
        """,
    ),
    "goodbye": (
        Pass.DENIED,
        """
        ( saying|said|say ) goodbye|goodbyes
        goodbye|adios !and|for|thanks
        """,
    ),
    "attempt": (
        Pass.DENIED | Pass.PAST,
        """
        ( tried|trying|attempted|attempting|tries ) ~2 ( kill REFLEX | suicide | end MY life | hang REFLEX | \
            overdose | take MY own? life | die )
        suicide attempt|attempts
        overdosed|TOOK|overdose|swallowed -9 ( on purpose | intentionally | deliberately | adrede | a proposito \
            | queriendo morir )
        ( slit|slashed ) MY{0,1} wrist|wrists
        ( cut ) MY wrists
        ( intento|intente|trato|trate|intentado|quiso ) ~2 ( \
            matar|matarme|matarse|suicidar*|suicidarse|suicidarme|quitarse|quitarme|ahorcarse )
        se ( corto|ahorco|colgo|disparo ) ~2 venas|munecas
        ( hung|hanged ) REFLEX
        shot REFLEX
        """,
    ),
}
