"""A process that answers turns: `python -m tests.services.worker URL`, with its keys in RXFLOW_KEYS.

A line of JSON on stdin is a message, `{"session_id": …, "words": …, "in_reply_to": …}`; a line on stdout its answer.
"""

import json
import os
import sys
from datetime import datetime
from zoneinfo import ZoneInfo

from rxflow.bootstrap import build_assistant
from rxflow.config.settings import Settings

NOW = datetime(2026, 3, 4, 10, 30, tzinfo=ZoneInfo("America/Chicago"))


def answer_all(url: str) -> None:
    """Answer messages until the input ends."""
    settings = Settings(_env_file=None, database_url=url, messages_per_minute=0)
    with build_assistant(settings, now=lambda: NOW) as assistant:
        print(json.dumps({"process": os.getpid()}), flush=True)
        for line in sys.stdin:
            said = json.loads(line)
            reply = assistant.run(
                assistant.manager.handle_message(said["words"], said["session_id"], in_reply_to=said.get("in_reply_to"))
            )
            answer = {"turn": reply.turn, "state": reply.state.value, "order": reply.order, "message": reply.message}
            print(json.dumps(answer), flush=True)


if __name__ == "__main__":
    answer_all(sys.argv[1])
