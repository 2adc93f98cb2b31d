"""What a tool said, as whoever reads it by program needs it."""

import json
from typing import Any

from langchain_core.messages import ToolMessage


def content_of(result: ToolMessage) -> Any:
    """A tool's result as it was before it became text, which is an envelope where the tool ran.

    Args:
        result: The result; that of a call that did not fit its schema is words, which stay as they are.
    """
    text = str(result.content)
    try:
        return json.loads(text)
    except ValueError:
        return text
