"""Common English and Spanish words that are like a medicine's name, such as concert and Concerta.

They are those of the 30,000 most frequent English and 20,000 most frequent Spanish words (wordfreq 3.1.1, without
accents) that are within two edits of a name in `data/mock_drugs.json` or begin one; the frequent ones are of the first
5,000 and 3,000. `bench/everyday_words.py` writes this file.
"""

FREQUENT_WORDS = frozenset(
    """
    aaron ability above abre abril abrir acaba acabar acaso accept acceso acerca across acted acting action actions
    activa active activo activos acto actor actores actors acts actuar admit advice affair africa agenda ahora aire alan
    albert album alcance alcanza alegria alert alex algo alice alien alive alla alleged alli alma alone alpha also alta
    altas alto altos altura always ambiente ambito ambos amiga amor andar anos antes anti anyway apart apps april aqui
    arab area arena arma arms artes arts asia asian atras attack audio auto autor autos avance avion aviso away ayer
    ayuda ayudar azucar azul bajos barco basic basis began bella berlin bien bill blue boca bolivia bomb bomba bone
    bonita bonito boring brain brave brazos breve britain broma buen buena buried busca buscan buscar cabe cada cafe
    caida caja call calle calls calm calor cama camara cambiado cambiar cambio cambios camera cameron caminar camino
    canada canal capaz cara caracas carajo carbon card cards care cares carga cargo carino carl carne carrera carry cars
    carta cartas carter casa casas casi casos cats causa cayo celebra celebrar cell cells cent century cerca cero
    certain chance chances change chris ciclo cielo cien cierto cinco cita civil clara claro clase clave clay clean
    clima climate close closed closer club coach code cola color colores colors come comer comes comic comida comite
    como concept concepto concepts concern concerns concert concierto concrete conexion conoce contar copa copia core
    corea corner corona corp corps correct correcta correcto correo correr corta corte cortes corto cosa cost cover
    crack crap crea cream crear cree creek creen creer crees creo crew cristo crown cual cuales cuentan cuesta culpa
    cura cure cuts daily dance danos dara database datos dave david davis days dead deal dean dear debera debia decade
    decades decia dejaron dentro desire destroy detail detras detroit devil dias diaz different digan digo disco divided
    divine doctor dolor done door drag drama draw drive drop drops dual duda dudas dude duke dulce dumb dura duro dust
    dutch duty earn earned eating editor effect efficient either elite ella email emma enlace entera entra entrance
    entre epic equal equipo eran eric error escala espera esta estadio estar estara estate esto estos estrella europa
    evil evitar exist existe exists exito expand expanded extend extent extra extrana facil factor factors facts fail
    fair familia family fase fast father favor fear federal female feria file fill film fine firme first fiscal fish
    fits flag flash flor flow folk fool force forced forces forget forgive form forma foro fort fotos four france frase
    fuel fuera gain gana ganar ganas gastos gather gene genera general generar giant giants globe gloria gordon grab
    grace gracia grados gratis grave grecia green greg guide guns gusta guys habia habian hablan hace hagan hall hara
    haria hayan head heads heat heavy hence hill hola home honor hoped hora hosted hotel hubiera humana humano humanos
    humor iban ideal impact indian info internal into iowa iran iron isis isla italia italian items jail jane japan
    jardin jeff jobs jones jorge juan juez jump june junio junta junto kate kevin khan kill korea labor lados laid lands
    lane larga large largo larry last later latest latin latina laura learn leather leave leon lesson lessons letra
    level libre libres libro lima limit limite limited limites limits linda line lineas lines liquid lista listo live
    llega llegar lleva llevo load loca local loco logic logica logro lopez lord losing loud louis love loved loving luis
    lunes lyrics magic mail main major mala malas male mall malo malos mama manana manera manos marca marcas marco
    margin maria marina marine mario martin mary materia mayo mayor medal media medio medios medium mental mesa meta
    metro metros miami mierda mike mile miles milk mill mills mina mind mine mini mira mirada mirror misma mismo mismos
    miss mobile moda moneda monte moral more moreno morir motion motor movie movil muestra multi music nacio nacion name
    named negra neither neutral newly nick nine norma normal normas norte north nota novia novio nuestra nueve nurse
    nuts olor olympic onda online opened oral ordered oregon oscar outer pablo pace page pages pago paid pair pais
    palace panama panel panic pants papel paper para parar pared paris park paro part pasada pasan pase paseo paso pasos
    paul pays peak pedro pelea pena penal pensaba pensar peor perder perdon phil piden piensa pipe piso pista place
    plain plane plantas plants plazo pobre pobres poca poco pocos podian podran police poor posted praise preparing
    president presidente prevent pride primaria primera principe printed prior prison privada probar profit program
    programa programs proper propia propio prove proved proven pueda pues puesta pump puts queda quiera quit race races
    rail rain raise ranks rapid raro rates rather rating ratio rato raza razon ready realise recall receive regalo
    region regla reglas reina reino relate related relation relax remain remind renta require resident rest resto result
    resulta results reveal review revista reyes rica rico ricos ride rios rise ritmo roads robin robo roja rojas roma
    roman rome ropa rosa ruin runs rusia ryan sabia sabor saca safely safety sala salen salido salon same sand santos
    sarah says scale score scored scores scoring screen seal seas season sector sede seed seeds segura semana semi senor
    senora sentia sepa sept sera seria serie serio shed sido siga sigo silence silent simon sing sino slave slide slowly
    smile sobre social soft soil sola solar sold sole solid solo some somos song sons soon sort soul sound spain speak
    spin spirit split spring star stay steve stop strike string strip suena suggest suma syria tail talk tambien tampoco
    tantas tantos tape teacher teams teen tema temas tend tener tenes tenga tengo tenia terms test tested testing tests
    theater this thus tienda tiene tienen tienes ties till time times timing tipo tips tiro toca tocar toda todas today
    todo told toma tomado tomar tomo tone tono tons tony took tool topic torneo torno torre torres total tour town toxic
    toys train trained tras trata tratado tren tres trick trump trust tube tune tunnel turn turns tuve tuvo tuya tuyo
    ultima ultra unit urban usar users usual utah valid valor valores value vamos vayan vayas vease veia venga venta
    ventaja ventana ventas venue verde verte very vestido viajar viaje vias victima victoria victory vieja viendo viene
    vienen viento visita vista viste visto viva vive votos vuelva vuestra wanting wants ways weak weather well whether
    wild will woman wore worthy your zona zone
    """.split()
)
"""Of the most frequent: a word that is near one of them is likely to be that word misspelt."""

RARER_WORDS = frozenset(
    """
    abarcan abismo abort abraza abren abri abria abrigo abrio abusar acaban acacia acelera aches acidos acids aclara
    aclaro acordaron acorn acoso acres actas actin activar activas acton actriz actua actue actuo acudir acumular acuna
    acusa acusan acusar acuso addis adele adictos adios admin adnan adobe adolf adolfo adopt adopta adora adore adorn
    adoro adrian advert advise advisor aerosol agarro agility agrada aguda aguilar agustin aidan aiming airbus airway
    aislar ajeno alain alarcon alaskan alberga albion alega alegar alegra alegre alegro aleja alejo aleta alexa alexei
    alfie alfredo algae algebra alike allan allege alleges allegory allie almacen aloft aloha altar altera alterna alton
    alude alvaro alves alvin alzar amaba amada amanda amar amarga amargo amber ambient amelia amend amends amino amit
    amlo ammo amour amparo amplify analog anaya anchura andaba andate andes andhra anexion anexo angelo angular angus
    anhelo animan ankara annex anota anotar antano antena anthrax antifa anton antrim antro anula anular anus anvil
    anwar apaga apelar aplico apolo apoya approx apricot aprobo apron aprox aptos apuro aqua arabe arabia arabs aragua
    arana aranas aranda arbor arcane arcas arcos arctic arequipa argel argos ariana arica arise armada armo armor aroma
    arson artie artisan aryan asco asesina asians asma aspira aspirar aspire aspiring aston astra astro astros asuma
    asumo ataca atacada atacado atacan atacando atacante atacar ataco atada atari ateneo atento ateos atom atoms atrae
    atraen atrapa atraso atreve atreven atrevo attach attain attic audit auditor augment augmented aulas aumentan
    austral austria autora avail avalon avant avanza avanzo avert avian avila aviones avisa avisos axial ayala azar
    aznar azure bacteria bacterium baila bailan bailiff bajan balas balkan balon banana banera banos bantu barack barata
    barca baring baron barriga basa basalt basan basil basin bateria bayou bazaar beater benfica bengal benin benny bent
    benton benz besar bestia beta betis betrayal betty blaine blessing boeing boise bolas bolivar bonding bonfire
    bonilla bonitas bonnet bonnie booing boone boosted bordo bored borne borro bosco bosnia botella botin bourne bovine
    bowie bowing boxing brace braced braces brava bravo breather brecha brenda brennan brent bretana breton bride brim
    brine bristol brom bromas bryan bryn buceo buffy bummed bummer bumped bumper bumps bumpy bums busan buscara buscas
    buses buster buyer cabal cabana caben cabida cabin cabina cabos cabra cabras cacao cactus cadera caera cagada cagan
    cagar cahill caiga caigan cairo cajas cajita cajon cajun cala calado calais calcular caldas caldera caldo caleb
    caleta calida calido calif caliz caliza calla callao callar callate callum calma calmar calms caloric calvert calvin
    calvo camas cambian cambiara cambias cambie cambien cambies cambodia camboya cambrian camel camelot camels cameo
    camilla camille camilo camina caminan camion camisa camisas cana canaan canals canaria canary canas canasta cancha
    canela canes canine canon cansa cansada canse canta cantaba cantan cantar cantera canton cantos canvas capas capilla
    capita capitol capri captura caracol caras carat caravan carb carbs cardiac carece cared carey cargan cargar cargas
    caring carla carlin carlo carly carnal caro carol caros carpa carro carson cart carte cartel cartera carton carts
    carve carved casada casan casar casilla casita castor cata catalan cauca causan causar cayman cazar cedula celda
    celeb celebran celebre celebres celebro celebs celery celeste celia cellar cello celosa celta celtic celula cenas
    centavo centra centran cepeda cerco cerda cerro cesta ceuta chan chant chanted chanting chants chaotic cheater
    cheque cher chester chevy chili chipre chivo choral chore chores cicero ciclon ciclos ciego cielos cierro ciervo
    cifra cinderella cipher circa circo ciro cisco citan clan clans claras clare clarin clarity clasp cleo cleric clero
    clever climas climax clive cloak clon clone cloned clones cloro closes closet clot clover cloves clubes clyde coals
    coated coates cobain cobran cobrar cobre cobro cocoa coded codes codex coding coffin coge cogen coger cohen cohete
    cohort colas cole colega colera coles colgar colin collage collar collie coloca colocan coloco colon colts coma
    coman comas comb combina comen comentan comet comete comey comia comica comma compa complace compressor compro
    comuna conan concentra concerted concerto concerts concreta concretar concretas concreto concuerda conecta cones
    coney confia confio connie conocera conocerla conocerte conor cons conserva consort conste contara conte contenta
    conteo contesta convert converts convierta copiar copied coraje coral coran cord cordon cords cordura cores corey
    corinne corny coros corra corran corre correa correctas corrected correction correctly correctos corrects corregir
    corren corres corro corset cortan cortar cortaron cortas cortejo cortex cortez corteza cortos coruna coser cosmo
    costar coste costes cougar coven covent covid cowan coyote crave crayon crayons creador crean crearon creas creator
    creators crece crecen creci creditor credo creed creep creia creian crema creme creole crept crespo crest cresta
    crete crews creyeron creyo cringe crook crore crores cruzada cuantia cuban cubic cuero cuide culpar cumbia cumbria
    cumpla cunada cuota cupid cupos curar curas cured cures curiosa curro cuyos cyanide daban dados dairy daisy dalai
    damian damien damos danada danar daran daras daria darian daring dario darwin daryl davila davison davos daytona
    dazed deban decal declan decor dedicar defendia defiant definir deity dejara delgada delgado delia della delve
    demanded demora dental dependia depot deriva desired desires destina destined detalla detesto detox deviant devin
    diabetes diabetic diagram dials diane dieran dieta diff differ differed differing differs difieren digamos diosa
    diran dirian dirige dirigen dispersal dista distal distant divas divide dividen divides divino dogma dolan dolar
    dolce dolio dolphin dolphins domino doncella dones donnie donor donovan dorado dorados doris dormi dorms dorset dory
    dowry draco drain draped driscoll droga drone drones drums duane dubai ducha dudar dudosa duela duena duffy dumps
    dunes dunne duran durar durara duras dureza duval dylan earnest earring eased eater ebrio eclipse eclipsed edgar
    editar educar edwin eerie egoista eldest electo elector electors electos electro elena eleva eleven elevo elgin
    elicit eligen eliges elimina eliminate elimino elisa elites elitist elton elvira elvis embrace emerson emile emilia
    emilio emily eminent emite emiten emocion enamel enclosed endowed enforce enfrento engel enhance entrara entrego
    envases envia epico epitome equator equip eramos erased erica erin ernest ernie errand erwin espia espina estadios
    estais estalla estallo estare estero esther estima estimo estrada estreno ether ethic etica etnia eton evaluar
    evident evita evitan evite evito exactos examina exigen exista existan existia exiting exitos extant extasis extensa
    externa extinct extract extrae fabian facto factura falda fallan faltan famer farah faraway fatiga fears feast
    feather feathers fecal fedex fedora fella fema femur fenix feos feral fermin ferris ferro fervent fiance fiasco
    fibra figuran fijas filas fina finas finer finest firmes firmo flags flaps flask flex float floja flora floral flota
    fluent flux focal focos forage forex forge forgo formo forro fosa fragil frena freno frias frosted fumar fumes funes
    funnel futura gabby galan gallega galway gambia gambit ganaba ganada ganan ganara gasoline gaspar gator gatos gavin
    generals generan generic generica genes geneva gentil gently gerencia gestor gettin girona glance glaring globes
    glove goalie godoy goma gopro gordo gorge gorro gozar graba graced graces gracie grain gral gramos granite granos
    grasa grasp grata gravy groin grover guapa gums gustar habil hacian halal halcon halfway hallan hallo hallway halo
    haram haran haras harian harina harlan harman hartos hasan hater havin hayas hayes hazel hazlo header healer
    healthier healy heated heater heaters heath heathen heavier hectic hector hefty helada helado helena helium hella
    hembra heredia herein herencia heroin heron herring hester heyday hilda himno hippo honesta horace horne hornet
    horno hoyos huella huida humane humbling humeda humid hybrid hydra hydro idolo idolos idols ignoran ilustra ilustrar
    ilustre impart imran incur indican indicio indo inducing indus infernal inmoral insert inspira inspirar inspire
    inspiro insta install instalo insure integral interval intra invoking iodine ionic irene irina irritate irvine irwin
    istmo janata janet janine janitor janus jarabe jasmine jessica jewel jodie jules julieta juliette jumps jungla
    jungle justa kamala kaplan kappa karan karen kari karim karin karma katrina kebab keller kelley kendra kenia kepler
    keto kilda kodak koran kris kristin kyle labio lacteos lactose laden ladron lagos laguna laird lambda lamenta lamina
    lance lancet lanes lanus lanzas lapiz larkin larsen larson larva laser lasts lata latas lateral latex latino latvia
    latvian laude laurel lauren laurie laying lazos leafy leaned leasing lector lectora lefty lenin lentes lentos leona
    lesbian lesbiana lessen leve lever levers leves levin levine lexi leyeron libera libra licor lidera ligada ligera
    lilac limita limitan limitar limito lina liners linus lipid liquids lira lirica liter literal liters litoral litre
    litres litro livid livin llamara llantas llave llegara llene llevara lleve lleven lleves llora llueve loading loaned
    lobes locate locos lodge lodging lodo logico login logran logre logros loma lomas lomo lope lora lorca lorde lore
    loren lorena loreto lorna lote loteria lotes lotta lotte lotus louie louise lovin lucero lucia lucian lucid lucie
    lucio lucir lujos lumen lumps lured lust luther lutheran luton lydia lyman lyric lyrical machos macos macri macro
    madman madura mago magos mahal maiden mails makin malay mali malice malik maltrato mamita manada mandate maneja
    manic manila manor mantas mantis mantra maori marcan marcar marchan marea marian marica marie marin marino marion
    marlin marvin masiva masivo matan mateo mather matic matrix matriz matron maxi maxim maxine mayan mayas mayors mckay
    meantime medial median medic medicare medina megan meghan mejia mejora melo menem merino merito meritos merlin meryl
    meseta messing metadata meth methane methyl meti metia metida metio meto metric mica microwave miden midi midway
    mila milan mild milestone miley milf milky milla millie milly milne milo mimi mimic minera mineral minoria miraba
    miraban miradas mirado mirage miran miranda miras mire miren mires misil mitigate mitigated mitin mitos mitre mobil
    molar momma monet monica moniker monja monkey mono monopoly mont morado morale moran moray morbid morbo morena moria
    mornin moron morph morris morro mortal mortar mortem morton mosaic mosca moscas motel motif motin motiva motivar
    motoring motos motown mourn movia movin movio muera mueran mueve mums mural nacen nacer nadia nadine namibia narco
    narcos narendra nariz narra nasa nascar nate nathan nativa nativas navarro nazca nearing needy negras nelly nenes
    nepal nerdy nestor neural neuro neuron neurotic nevera newton nexus niagara nicer nicki nicks nicky nico nieve nifty
    niki nikon nisman nissan nocturna nocturnal nocturnas nocturno nolan nomad nomas nominate nonstop norm norman norms
    norse norton notaba notable notary notch nothin notre novak novella novena noveno novo nuance nunes nunez nurses
    oasis obvia ocular oculta ocultar ocupar odian oliva olive olvide omni opener opinar optar optica optical optima
    optimal oracle orador orales orilla orina orion ornate orson orton osama oscars osvaldo oswald oxido paced paces
    pacto pactos pagada pagadas pagan pagos paladar paleo palette palido palin palos pamela pancreas panes panned pant
    pantano panting paolo papal paraba parada paradas paraiso paran parana paras parasite pardo parejo paren pares pario
    parish parlor parto pasadas pascal pasen paseos pases pasiva pasivo pasto pastos pata patada patadas patata patatas
    patel pathway patio patos patrol paulo paved pavel payday payer peaked pedi pedia pedian pegan peloton pemex penas
    pencil penn penned pensada pensas pepsi peptide perderia pereza peril perla perlas perm peron pescar petit petra
    petro petrol pierna piero pintada pionera piper pipes pistol pixel pixie placid plagio plaid plaque platano playin
    poema polaca polaco polar polarity poli polite politely polka poly ponia porch pores porno porro porta portal portar
    porte ported porter porto postal prada praga prays precaria precedent prem prepaid preparan presidenta presidents
    preso prestar presto preston prevail prevalent preve previa previas previene previo prevista primario primo printer
    prisa prism pristine privy prix proa proc proceda procura producia profecia profeta prog prom promesa pronta prop
    proponia pros prosa prosper proteja proto proton protons provee proveer proverb proverbs proves provoca provocar
    proyecta pseudo pubic puffy pulido pumas pumps puntas pupil purify putos qaeda quack query quill quinta quita quota
    quran rabia raced racer racha racks radial radiance radiant radiator radios rages raids rails rains rajoy raman
    ramas rambla ramon ramos ramps rangos rankin ranting rants raped rapes raras raros rascal rasgo rasgos rastro ratas
    ratios raton ratos ravine rayas rayo rayon rays razas razor reactive reagan rebound rebuttal receta reciba recite
    recoil recon recta rectify recto rector refine reflector reflex reflux refran regain regal regala regalan regalar
    regan reggae regina regis regula regulan reia reinas reins relata relates relativo relato relaxed relay relayed
    relic reliquias relive remade remark remedy remera remit remix renal rename renamed renee renew renovate rental
    rentas renting renueva repaid repita repiten repitio repito replay requiem resena resin resta resting restore
    restored restores restoring restos resulte resulto retain retains retard rethink retinal retira retirar retire
    retiro retos retro revel revela revelan revelar revelo reves revisa revisar revise revistas revival revive revived
    revue rewind rhino rider riders rigor rinon rinones rita rito ritos rivera roared roast roba robada roban robaron
    robins robos roca rocas rocco rojos roland rolando rolex rollins romana romano romanos romeo romero rompa ronnie
    ropas rosada rosary rosas rotary rotas rotor rotos rover rovers rowan rubia rueda ruina rusos rutina saban sabian
    sabine sacan sacos saenz sagan salad salah salam salas saldo salgan salian salim saline salis saliva salman saltan
    saltos saluda salve sama samba samir samoa sanar sanas sanctuary sanos santana sara satan satanas satin sauna savor
    sayin scala scalp scorer scots scribe seater secta secular seda sedan seine selector selena selma senalo senda seno
    sentada sentar sentira sentry separa separan separar separo sephora septic septima sequel sequia serbio serena
    serene sergio serra servia servido severa sexism sexta sexting sexton shane sheds shine shiny shiva shrine shrines
    shrink sienta sieve sigamos sigma silica sinclair sine siren sirena sirenas sirens siria sirio sirva sirvan sismo
    skyline slain slavery slavic sleeve slice sliced slices slick slime sloane slope slowed slower slows slums snoring
    soaring sobra sobran sobres sobrina sobrino soda sofa sofia soga soja solace solano solas solia solido solids
    solomon solvent somali sombra sonar sonda sonia sonic sonoma sonrie sonya sopa sora sorda sordo sores soria sorta
    sorted sorteo sorting sosa sotano sowing spaced spank spanned spared spark spawned spectra sphinx spice spine spire
    spirits splendor splinter spoil spray spree springer sprint sprinter sprints sprite stab stabs stalin stall stance
    stasis stead stein stella stellar stems stomp storing strain stride strife stripe strive studs stump stumps stylized
    suban subo suceda sueca suede suman sumar sumas sums supera supra suyos swede swine syed synth syringe tacos tactic
    tactical tacto tailor taiwan takin tamara tambor tamil tampa tanaka tanya tapa tarado tardan tarifa tariq tarmac
    tarzan taxis tazas tecla teens teeny telas temen temer temia temo template temps tended tender tendon tends teneis
    tenerla tenet tenets tenis tenor tensa tense tenso tenth tents terrain terri tesis tesla tess tessa tester testify
    testigo textil texting thence thugs thumb thumbs tiara tibia tierna timido timor tirado tiran tiren tiros titan
    tobias tobin toby tocado tocan tocas tokio tolls tomados toman tomara tomaria tomas tombs tomes tomos toms tonal
    toned toner tones toni tonic tonne torah torch tori torna tornado toros torso torta tortas toured tours touted toxin
    traba trace traced tracer traces tracey tractor trad trader traders traga tragos traia traidor trainee trainer
    traitor tram trama tramo tramos trams tran trance translate trapped tratada tratados traten tratos trays traza
    trazado trazar tremor trenes trevor tricks tricky tricolor trident trigo trim tripod tris trivia tropa truco trucos
    trumps truss tryin tubes tubos tubs tufts tuits tulsa tumba tumbas tummy tumor tumors tuned tunel tunes tunez tunis
    tupac turco turin turks tutela tuyas tuyos tweak ulcers ulrich ultramar ultron unicef unify uproar uribe urine usara
    utero uterus vacios vacuum vagos valen valentin valia valida valido valio valioso valve vance vanity vapor varas
    varela varia varian variance varon vasca vascular vaso vasos vasta vatican vecina vector vegan veloz vence venda
    vende venia vent venting vera veran verdura vere vereda veredas verge veria verla verlag verlas verle verme versa
    verse vertical vestida vestidos vestir veteran viaja vials vicki victor victors viena vienes vienna viera vigil vila
    vinagre violan violate violet violin violo visitor visor vistas vita vitamins vitoria vitro vivan vivi vivia
    vivieron vivira vocal volar volt volta voltage voltaire voltaje vortex votaron vuelan waitin waldo walkway wallace
    warfare welch whence willis wrapped yegua zambia zebra zelda zest zeta zinc zocalo zodiac zoning zorra zorro zulia
    """.split()
)
