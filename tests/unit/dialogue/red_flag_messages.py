"""What patients say that stops everything, and what they say every day; a message a line."""

CRISIS = """
I want to kill myself
I just want to end it all
I want to end my life
I feel like ending my life
I'm going to take my own life
my friend is suicidal
my daughter said she wants to hurt herself
she is cutting herself
I wanna die
I don't want to live anymore
I don't want to be alive
there is no reason to live
everyone would be better off without me
I can't go on like this
I have been saving up my pills to end it
how many of these would kill me
how many lorazepam would it take to kill someone
what is a lethal dose
quiero matarme
me quiero matar
mi hermana quiere matarse
voy a suicidarme
quiero morir
mi hija se quiere morir
tengo ganas de morir
no quiero vivir
no quiero seguir viviendo
quiero quitarme la vida
mi hijo quiere quitarse la vida
quiero acabar con todo
quiero hacerme daño
cuántas pastillas se necesitan para morir
"""

EMERGENCIES = """
I can't breathe
I cant breathe
I can\u2019t breathe
I can\u00b4t breathe
I can`t breathe
I'm having trouble breathing
I am having a hard time breathing
shortness of breath since the new pill
he stopped breathing
he isn't breathing
her breathing is very slow
his lips are turning blue
he is unresponsive
I can't wake her up
she is hard to wake
my mom collapsed
I passed out this morning
my son is having a seizure
I have chest pains
my chest feels tight
there is pressure in my chest
I think it's a heart attack
my dad is having a stroke
his face is drooping
her speech is slurred
I can't move my left arm
one side of my face is numb
my throat is closing
my lips are swollen
it's an anaphylactic reaction, anaphylaxis
I have hives and trouble breathing
severe allergic reaction to the new pill
the bleeding won't stop
I am vomiting blood
I have black stools and take warfarin
my blood sugar is low and I'm confused
her sugar is very high and she is vomiting
my husband hits me
he is going to kill me
alcohol withdrawal and I'm shaking
I've never had chest pain like this
I can't sleep without chest pain
this medicine gave me a heart attack
I need an ambulance
no puedo respirar
me cuesta respirar
mi bebé no respira
mi hijo no puede respirar
me falta el aire
se desmayó
me desmayé
no lo puedo despertar
tiene los labios morados
tiene convulsiones
dolor de pecho
a mi papá le duele el pecho
siento opresión en el pecho
un ataque al corazón
tiene la cara caída
se me cierra la garganta
se me hinchó la lengua
sangrado que no para
no para de sangrar
estoy vomitando sangre
tengo heces negras
mi esposo me pega
azúcar baja y está confundido
"""

POISONINGS = """
I took too many pills
i took to many pills
I accidentally took two doses
I took a double dose
I took my pill twice today
I took an extra pill
I took 30 pills
I took ten pills at once
I took all of my pills
I took the wrong pill
I took my husband's pills by mistake
I took someone else's medication
I gave my son the wrong medicine
I gave my baby too much
I think I overdosed
my mom took too many of her pills
my grandma took her pills twice
he swallowed the whole bottle
my toddler ate some pills
my son swallowed my pills
my 3 year old swallowed a pill
my daughter got into my pills
my kid drank the cough medicine
my dog ate my pills
tomé demasiadas pastillas
me tomé todas las pastillas
mi mamá tomó demasiadas pastillas
tomé el doble
tomé doble dosis
mi hijo se tragó unas pastillas
el bebé se tragó una pastilla
se tomó todo el frasco
tomé la medicina equivocada
me equivoqué de pastilla
sobredosis
mi hijo está intoxicado
"""

URGENT = """
I have a rash with blisters
I have a rash and my skin is peeling
a rash and mouth sores
this is the worst headache of my life
I have a stiff neck and a fever
dark urine and muscle pain
my urine is dark
my eyes turned yellow
yellow skin
tengo ampollas en la boca
orina oscura
tiene los ojos amarillos
tengo la piel amarilla
rigidez de cuello y fiebre
el peor dolor de cabeza de mi vida
"""

HARMLESS = """
yes
cancel the order
I take two tablets a day, need a refill
my son needs his inhaler
my daughter needs her montelukast
my kid takes one tablet a day
I take it twice a day
I take one twice a day and need more
my doctor said to take it twice a day
I take metformin twice a day and lisinopril once
she takes it twice daily
I take a lot of pills
I take double strength tablets
I need an extra inhaler for my son
I took my last pill this morning
my son took his last pill, needs a refill
I took all of my pills and need a refill
I finished the whole bottle, need a refill
I lost the whole bottle
can you send me the whole bottle
how many pills do I have left
I have too many prescriptions
it costs too much
we had the wrong address
my son took my car
my son gave me my pills
my baby is sleeping
I can't wait
I missed a dose
I need my heart attack prevention pills
refill my seizure medication
I need my anxiety pills
refill my migraine medicine
I need my Narcan
I need my asthma inhaler for breathing
can I take all of my refills
tomo dos pastillas al día
me tomo una pastilla dos veces al día
tomo todas las mañanas una pastilla
tomo todos los días metformina
tomo muchas medicinas
mi hijo se tomó la última pastilla, necesita resurtido
mi hijo necesita su inhalador
necesito mi medicina para la presión
se me acabaron las pastillas
"""

DENIED = """
no chest pain
I have no chest pain, just need a refill
I don't have chest pain
not having trouble breathing
I am not suicidal
I never took too many
I haven't taken too many
I didn't take too many pills
no shortness of breath
refill my blood thinner, no bleeding
no tengo dolor de pecho
sin dolor de pecho
no tengo falta de aire
nunca tomé demasiadas
"""

IDIOMS = """
my heartburn is killing me, refill omeprazole
my back is killing me
these prices are killing me
the wait is killing me
the line at CVS is killing me
I'm dying to get this refill
I was scared to death by the copay
the price gave me a heart attack
"""
