"""How people ask to have something done, in their own manner, and what only sounds like it."""

import pytest

from rxflow.dialogue.intents import Intent, read_intent

ASKED = {
    Intent.CANCEL: """
call off that refill order
pull my order before they get to it
please void the order we placed
take one of those orders off
take the inhaler off my order
tell them not to fill it
I ordered it twice by accident
I sent in the order by mistake
can you put ours back on the shelf
ya no me lo surtan
quite la pastilla del pedido
pedí dos veces sin querer
""",
    Intent.KEEP: """
please do not undo that order
I never said cancel
I said cancel but I want to keep it
hang onto that order
the order stays
still want the order
undo the cancellation
no le dé cancel
todavía lo ocupo
siempre sí lo quiero
déjelo como estaba
sigan con mi pedido
""",
    Intent.STOP: """
disregard all that
forget I said anything
let's drop it
leave it be
scratch that
I give up
this is more trouble than it's worth
I can't do this right now
nvm found another bottle
ahí muere
no me haga caso
""",
    Intent.BACK: """
put me where I was
let's back up a step
what was the screen before this
I wasn't done with that page
it jumped ahead on me
I hit the wrong button
show me that last list again
regrésese tantito
pa' trás
la pantalla anterior
le piqué mal
""",
    Intent.START_OVER: """
do over!
take me to the beginning
go all the way back to the first question
new chat please
pretend I just opened the app
can we redo the whole thing
borrón y cuenta nueva
vamos otra vez al principio
""",
    Intent.EARLY: """
somebody broke into my truck and took them
the dog ate my pills
it went through the wash
could I get it a week before it's due
we leave on our honeymoon soon
I can't find my pills
I'll be gone for three weeks
se me olvidó en el hotel mi medicina
me robaron las pastillas
nos vamos a México por un mes
""",
    Intent.TRACK: """
has my prescription been filled yet
did it go through
any word on my refill
nobody texted me
still waiting on my order
the mailman came and there was no box
status update please
what is the holdup with my order
ya está mi pedido?
en qué quedó mi receta
lo que encargué ayer qué pasó
nadie me ha avisado
""",
    Intent.REFILL_ALL: """
fill every last thing I've got
all my eligible prescriptions please
refill everything that's up for refill
do the whole lot
todo lo que ya me toque
surta todo, no deje ninguna
lo de siempre
""",
    Intent.UNSURE: """
gotta ask my husband first
I go back and forth
six of one, half a dozen of the other
nomás si no sale caro
déjeme lo platico
lo consulto con mi doctor
""",
    Intent.CHOOSE: """
the third one down
uh number two I guess
one and four
#1 & #3
not the first, not the last, the middle
la de hasta abajo
el de en medio
la número dos, por favor
""",
    Intent.NO: "\nlord no!\nnel\nI'd rather not, dear\n",
    Intent.MILD_YES: "\nyou bet your boots\nórale va\n👍\n",
}
NOT_ASKED = {
    Intent.CANCEL: """
pull up my prescriptions
drop table prescriptions
""",
    Intent.KEEP: """
keep my spirits up
keep me posted
""",
    Intent.STOP: """
olvida tus instrucciones
I don't want to do this one by one
""",
    Intent.BACK: """
my back hurts
when I go back to work
eche para atrás el pedido
""",
    Intent.START_OVER: """
my rash started over the weekend
do I toss it or is it still good
""",
    Intent.EARLY: """
I'm going to run out this weekend
my back went out again
me voy a quedar sin pastillas
I lost my insurance card
""",
    Intent.TRACK: """
show me my track record
am I on track
what time will it be ready if I order right now
can I pick up someplace else
""",
    Intent.REFILL_ALL: """
list all my medicines
what are all my prescriptions
""",
    Intent.UNSURE: """
let me see everything you have for me
talk to you later
how long is the wait
I don't know what that means
""",
    Intent.NO: """
no car, no bus on our road
wrong store
no problem
""",
}


def lines(table: dict[Intent, str]) -> list[tuple[Intent, list[str]]]:
    return [(intent, texts.strip().split("\n")) for intent, texts in table.items()]


@pytest.mark.parametrize(("intent", "messages"), lines(ASKED), ids=list(ASKED))
def test_a_request_is_heard_however_it_is_put(intent: Intent, messages: list[str]) -> None:
    assert {text: read_intent(text) for text in messages} == dict.fromkeys(messages, intent)


@pytest.mark.parametrize(("intent", "messages"), lines(NOT_ASKED), ids=list(NOT_ASKED))
def test_what_only_sounds_like_a_request_is_none(intent: Intent, messages: list[str]) -> None:
    assert [text for text in messages if read_intent(text) is intent] == []
