"""The screens that visitors have, as options of a browser's context."""

from collections.abc import Mapping
from typing import Any

Screen = Mapping[str, Any]
DESKTOP: Screen = {"viewport": {"width": 1280, "height": 800}}
PHONE: Screen = {
    "viewport": {"width": 360, "height": 740},
    "has_touch": True,
    "is_mobile": True,
    # By its name the page knows that the menu has to make way for what was chosen in it.
    "user_agent": "Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 Chrome/131.0.0.0 Mobile Safari/537.36",
}
