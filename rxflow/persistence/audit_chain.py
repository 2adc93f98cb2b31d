"""How an event is bound to the one before it: what is authenticated, byte by byte."""

import json
from datetime import UTC, datetime
from typing import Any, NamedTuple

from rxflow.domain.audit import AuditEvent, AuditHead
from rxflow.persistence.transaction import Transaction
from rxflow.security.cipher import Cipher

GENESIS = bytes(32)
"""What stands before the first event."""
_quoted = json.encoder.encode_basestring_ascii
"""A text as JSON, three times as fast as a list by `json.dumps`: a trail may be a million events long."""
_detail = json.JSONEncoder(sort_keys=True, separators=(",", ":")).encode
_OF_HEAD = b"rxflow audit head\x00"


class Link(NamedTuple):
    """An event as its row holds it; the fields are the columns, in their order, but `mac`."""

    sequence: int
    at: datetime
    actor: str
    action: str
    patient_ref: str | None
    session_id: str | None
    object: str | None
    detail: str


def link_of(sequence: int, event: AuditEvent, tx: Transaction) -> Link:
    """An event as the row of this number, without what identifies the patient."""
    about = event.object or (event.rx_number and tx.rx_ref(event.rx_number))
    return Link(
        sequence,
        event.at.astimezone(UTC),
        event.actor,
        event.action.value,
        event.patient_id and tx.patient_ref(event.patient_id),
        event.session_id,
        about,
        _detail(dict(event.detail)),
    )


def mac_of(cipher: Cipher, previous: bytes, link: Link | tuple[Any, ...]) -> bytes:
    """The code of a link: HMAC-SHA-256 over the code before it and a JSON list of the row's values.

    JSON keeps apart what a mere joining would not: where a value ends, and an empty one from none.
    """
    sequence, at, *values = link
    texts = ", ".join("null" if value is None else _quoted(value) for value in values)
    return cipher.authenticate(previous + f'[{sequence}, "{at.isoformat()}", {texts}]'.encode())


def new_head(cipher: Cipher, sequence: int, mac: bytes) -> AuditHead:
    """The head that ends in an event, with the proof that whoever made it held the key.

    Without a proof, cutting events off the end and taking the head back to what then is the last would not show.
    """
    return AuditHead(sequence, mac, _proof(cipher, sequence, mac))


def is_proven(cipher: Cipher, head: AuditHead) -> bool:
    """Whether a head was made with the key."""
    return head.proof == _proof(cipher, head.sequence, head.mac)


def _proof(cipher: Cipher, sequence: int, mac: bytes) -> bytes:
    return cipher.authenticate(_OF_HEAD + sequence.to_bytes(8, "big") + mac)
