"""A message laid out for matching: a sentence a line, its clauses parted by `|`, without markdown and label text."""

import html
import unicodedata

from rxflow.dialogue.expression import Expression
from rxflow.dialogue.text import plain

_NOT_ASCII = Expression(r"[^\x00-\x7f]+")
_I_DID = Expression(r"(?<=[a-z\xf1]{2})\xe9(?![a-z\xe0-\xff])")
_TAG = Expression(r"</?[a-z][^<>\n]{0,40}>")
_MARKUP = str.maketrans({**dict.fromkeys("*_~#[]", None), **dict.fromkeys("|()\u201c\u201d", "|"), "\x00": " "})
_DASH = Expression(r" ?[\u2013\u2014]+ ?| -{1,3} ")
_TITLE = Expression(r"\b(dr|dra|mr|mrs|ms|sr|sra|st|a\.m|p\.m|e\.g|i\.e|vs|no|tel|ud|uds)\.(?= )")
_SPACE = Expression(r"[^\S\n]+")
_N_T = Expression(
    r"\b(?:can'?t|cannot|won'?t|(do|does|did|is|are|was|were|has|have|had|would|should|could|"
    r"need)n'?t)\b"
)
_SHORT = Expression(r"(?<=[a-z])'(m|re|ve|ll|d|s)\b")
_LONG = {"m": " am", "re": " are", "ve": " have", "ll": " will", "d": " would"}
_IS = Expression(r"\b(it|that|there|what|here|this|he|she|everything|who|one)'s\b")
_SIG_VERB = (
    r"(?:take|chew|inhale|inject|spray|apply|use|place|insert|instill|give|dissolve|swallow|"
    r"tome|tomar|aplique|aplicar|"
    r"inyecte|mastique|use|ponga|disuelva|inhalar|inyectar|usar|rocie)"
)
_LABEL_TEXT = Expression(
    r"\b(?:label|directions?|instructions|sig|bottle|etiqueta|indicaciones|instrucciones|"
    r"frasco)\b[^.?!;:\n]{0,40}?"
    rf"[:,]?(?: says?| reads?| states?| is| are| dice| indican?| son)?(?: to| that| que)?[:,]? ?[\"'|]? ?{_SIG_VERB} "
    r"(?:(?! but | pero | however | sin embargo )[^.;!?\n]|\.(?=\d)){1,160}"
)
_SENTENCE_END = Expression(r"(?<=[.!?;])[\"')|]* +|\n+")
_NEW_QUESTION = r"(?:would|do|did|shall|can|could|should|may|is|are|anything|what|which|how|okay|ok|right) "
_NEW_SUBJECT = (
    r"(?:just|simply|then|instead|please|go|you (?:can|could|should|may|might|must|do|need|"
    r"will|are)|it is|they are|"
    r"there (?:is|are)|these are|simplemente|solo|entonces|mejor|por favor|usted|puede|es|son|"
    r"no hay)\b"
)
_CLAUSE_END = Expression(
    r",? \b(?:but|however|though|although|yet|because|pero|sin embargo|aunque|porque|sino "
    r"que)\b,?"
    r"|, (?:so|since|and|y|e|asi que|por lo que|ya que|while|mientras)\b"
    rf"|,(?= {_NEW_QUESTION})|,(?= {_NEW_SUBJECT})"
    r"|: |\xbf|\xa1"
)


def _normal(text: str) -> str:
    """As `plain`, which is asked only for what is not ASCII, because that is rare and it is slow.

    Only an accent parts `avisé` (I told) from `avise` (tell): the first becomes `avisee`.
    """
    words = text.lower()
    if not words.isascii():
        words = _I_DID.sub("ee", unicodedata.normalize("NFC", words))
        words = _NOT_ASCII.sub(lambda found: plain(found[0]).lower(), words)
    return _SPACE.sub(" ", words.replace("`", ""))


def _without_short_forms(text: str) -> str:
    if "'" not in text and "nt" not in text:
        return text
    text = _N_T.sub(
        lambda found: f"{found[1]} not" if found[1] else f"{'will' if 'w' in found[0] else 'can'} not", text
    )
    return _SHORT.sub(lambda found: _LONG.get(found[1], found[0]), _IS.sub(r"\1 is", text))


def lay_out(text: str) -> str:
    """A message as the patterns read it: plain words, long forms, no label text.

    Args:
        text: Any message, with or without markdown.

    Returns:
        A sentence a line; within it, clauses are parted by `|`. A question keeps its mark.
    """
    words = _normal(html.unescape(text) if "&" in text else text)
    if "<" in words:
        words = _TAG.sub("", words)
    words = _without_short_forms(_TITLE.sub(r"\1", _DASH.sub(" | ", words.translate(_MARKUP))))
    words = _LABEL_TEXT.sub(" | ", words)
    words = _SENTENCE_END.sub("\n", words.replace('"', ""))
    return _SPACE.sub(" ", _CLAUSE_END.sub(" | ", words))
