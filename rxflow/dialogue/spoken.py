"""How people type and speak, made one: contractions in full, texting written out, fillers left out.

For reading what is wanted only. Whether words agree is read from the words themselves (see `agreement`).
"""

from rxflow.dialogue.expression import Expression
from rxflow.dialogue.text import plain

_WRITTEN_OUT = {
    # contractions, with their apostrophe or without
    "what's": "what is", "whats": "what is", "where's": "where is", "wheres": "where is", "who's": "who is",
    "when's": "when is", "whens": "when is", "how's": "how is", "hows": "how is", "that's": "that is",
    "thats": "that is", "there's": "there is", "it's": "it is", "i'm": "i am", "im": "i am", "i'd": "i would",
    "i'll": "i will", "i've": "i have", "ive": "i have", "you're": "you are", "they're": "they are",
    "we're": "we are", "don't": "do not", "dont": "do not", "doesn't": "does not", "doesnt": "does not",
    "didn't": "did not", "didnt": "did not", "can't": "can not", "cant": "can not", "cannot": "can not",
    "won't": "will not", "wont": "will not", "isn't": "is not", "isnt": "is not", "aren't": "are not",
    "wasn't": "was not", "haven't": "have not", "havent": "have not", "hasn't": "has not", "couldn't": "could not",
    "wouldn't": "would not", "shouldn't": "should not", "let's": "let us", "that'll": "that will",
    "whatever's": "whatever is", "everything's": "everything is", "here's": "here is", "whichever's": "whichever is",
    "lets": "let us", "y'all": "you",
    # texting
    "u": "you", "ur": "your", "r": "are", "pls": "please", "plz": "please", "plss": "please", "thx": "thanks",
    "tx": "thanks", "ty": "thank you", "gonna": "going to", "wanna": "want to", "gotta": "got to",
    "gimme": "give me", "wats": "what is", "watcha": "what are you", "whatcha": "what are you", "n": "and",
    "lemme": "let me", "dunno": "do not know", "idk": "i do not know", "nvm": "never mind",
    "nevermind": "never mind", "abt": "about", "bc": "because", "cuz": "because", "asap": "", "kinda": "",
    "tmrw": "tomorrow", "tmr": "tomorrow", "2nite": "tonight", "tonite": "tonight", "thru": "through",
    "script": "prescription", "scripts": "prescriptions", "perscription": "prescription",
    "perscriptions": "prescriptions", "presciption": "prescription", "prescrption": "prescription",
    "refils": "refills", "refil": "refill",
    "q": "que", "k": "que", "xq": "porque", "pq": "porque", "xfa": "por favor", "porfa": "por favor",
    "porfavor": "por favor", "porfis": "por favor", "toy": "estoy", "tmb": "tambien", "tb": "tambien",
    # fillers
    "um": "", "umm": "", "uh": "", "uhh": "", "uhm": "", "erm": "", "ah": "", "eh": "", "just": "", "actually": "",
    "really": "", "basically": "", "literally": "", "kindly": "", "pues": "",
}  # fmt: skip
_WORD = Expression(r"[a-z0-9]+(?:'[a-z]+)?")
_TOGETHER = (
    (("re ", "re-"), Expression(r"\bre[ -](?=(?:fill|new|order)(?:s|ed|ing|al)?\b)"), "re"),
    (("id ",), Expression(r"\bid (?=(?:like|love|rather|need)\b)"), "i would "),
    (("x favor",), Expression(r"\bx favor\b"), "por favor"),
    (("pa",), Expression(r"\bpa' ?|\bpa (?=(?:l[ao]s?|el|mis?|su|que|hoy|dormir|atras|todo|ca)\b)"), "para "),
    (("",), Expression(r"[^\x20-\x7e\n\u00bf\u00a1\u2026]"), " "),
    (("o sea", ", you know,"), Expression(r"\bo sea\b|, you know,"), " "),
    (("'",), Expression(r"(?<![a-z0-9])'|'(?![a-z0-9])"), ""),
    (("",), Expression(r"([a-z])\1{2,}"), r"\1"),
)
"""Parts of which a text has one where there may be something to write out, what that is, and what is written."""

_SPACE_BEFORE_MARK = Expression(r" (?=[,.;:!?])")
_MARKS_BEFORE, _MARKS_AFTER = " ,.;:!\u00a1\u00bf-", " ,;:-"


def spoken(text: str) -> str:
    """A message as its meaning is read: in lower case without accents, in full words, with its marks.

    Args:
        text: The patient's words.
    """
    flat = _WORD.sub(lambda word: _WRITTEN_OUT.get(word[0], word[0]), plain(text))
    for parts, pattern, written in _TOGETHER:
        for part in parts:
            if part in flat:
                flat = pattern.sub(written, flat)
                break
    flat = " ".join(flat.split()).lstrip(_MARKS_BEFORE).rstrip(_MARKS_AFTER)
    return _SPACE_BEFORE_MARK.sub("", flat)
