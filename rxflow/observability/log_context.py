"""What every log line of a request, a conversation or a case bears, so that they can be found together."""

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager

from structlog import contextvars

REF_CHARS = 12


@contextmanager
def bound(**ids: str | None) -> Iterator[None]:
    """Put ids into every log line that is written within, in threads and tasks begun within too.

    Args:
        ids: `request_id`, `session_ref`, `case_id`; None for one that is not known.
    """
    before = contextvars.get_contextvars()
    bind(**ids)
    try:
        yield
    finally:
        # What was bound further in, such as a case that was opened, ends here too.
        contextvars.clear_contextvars()
        contextvars.bind_contextvars(**before)


def bind(**ids: str | None) -> None:
    """Put ids into the log lines from here to the end of the `bound` around it; None changes nothing."""
    contextvars.bind_contextvars(**{name: value for name, value in ids.items() if value is not None})


def session_ref(session_id: str) -> str:
    """What a log calls a conversation: from it nobody finds the session id, which opens the conversation."""
    return hashlib.sha256(f"log\0{session_id}".encode(errors="surrogatepass")).hexdigest()[:REF_CHARS]
