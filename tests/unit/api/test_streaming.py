from hypothesis import given
from hypothesis import strategies as st

from rxflow.api.streaming import pieces


@given(message=st.text(alphabet=st.sampled_from("ab .!?:\n-"), max_size=200))
def test_the_pieces_together_are_the_reply(message: str) -> None:
    assert "".join(pieces(message)) == message


def test_a_reply_comes_in_sentences_and_lines() -> None:
    reply = "You pay $3.59. Ready today.\n- one\n- two"

    assert pieces(reply) == ["You pay $3.59. ", "Ready today.\n", "- one\n", "- two"]
