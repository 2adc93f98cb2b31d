"""What the built-in model says after a tool's result: rendered from the message catalogue, never from free text."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from rxflow.dialogue.intents import Intent, read_intent
from rxflow.llm import answers
from rxflow.prompts.replies import Replies

Data = Mapping[str, Any]
MAX_LISTED = 8


class Speaker:
    """Turns tool results into replies of one language.

    Args:
        replies: The catalogue of the conversation's language.
        case: The brief's case.
        now: The local time at the pharmacies.
    """

    def __init__(self, replies: Replies, case: Mapping[str, Any], now: datetime) -> None:
        self.replies = replies
        self.case = case
        self.now = now
        self._words = ""

    def after(self, tool: str, envelope: Mapping[str, Any], words: str) -> str:
        """The reply to a tool's result.

        Args:
            tool: The tool's name.
            envelope: Its result envelope.
            words: What the patient said.
        """
        if not envelope.get("success"):
            return self._failed(tool, envelope)
        self._words, data = words, envelope["data"]
        if tool in answers.ANSWERS:
            answer = answers.ANSWERS[tool](self.replies, data, words, self.now)
            return f"{answer}\n\n{self.still()}"
        return self._outcome(data)

    @property
    def in_hand(self) -> bool:
        """Whether a refill waits for the patient's answer."""
        return self.case["state"] in {"CLARIFY_MEDICATION", "CONFIRM_DOSAGE", "SELECT_PHARMACY", "CONFIRM_ORDER"}

    def still(self) -> str:
        """The question that is still open, or an offer to go on."""
        state = self.case["state"]
        in_hand = self.case.get("in_hand") or {}
        if state == "CONFIRM_DOSAGE":
            return self.replies.text("still_confirm_dosage", medication=in_hand["medication"])
        if "quote" in self.case:
            return self.replies.quote(self.case["quote"], self.now)
        keys = {
            "CLARIFY_MEDICATION": "still_clarify",
            "IDENTIFY_MEDICATION": "still_identify",
            "SELECT_PHARMACY": "still_select_pharmacy",
        }
        return self.replies.text(keys.get(state, "anything_else"))

    def _failed(self, tool: str, envelope: Mapping[str, Any]) -> str:
        if envelope["code"] in {"NOT_FOUND", "ORDER_NOT_FOUND"}:
            return f"{self.replies.text(_NOT_FOUND.get(tool, 'lookup_failed'))}\n\n{self.still()}"
        if envelope["code"] == "WHICH_ONE":
            return self.replies.text("which_to_look_up", list=self.replies.bullets(envelope["choices"]))
        if envelope["code"] == "ACTION_REFUSED" and self.case["state"] == "CONFIRM_ORDER":
            return f"{self.replies.text('not_agreed')}\n\n{self.still()}"
        if envelope["code"] == "ACTION_REFUSED":
            return f"{self.replies.text('nothing_to_cancel')}\n\n{self.still()}"
        return self.replies.text("turn_limit")

    def _outcome(self, data: Data) -> str:
        said = _OUTCOMES[data["outcome"]](self, data)
        if "next" in data:
            said = f"{said}\n\n{self.replies.text('next_medicine')} {self._outcome(data['next'])}"
        return said

    # -- one method an outcome -----------------------------------------------------------------------------------

    def _not_recognized(self, data: Data) -> str:
        if "pharmacies" in data:
            return self.replies.text("pharmacy_not_recognized", list=self._pharmacies(data))
        key = "which_medicine" if read_intent(self._words) is Intent.REFILL else "not_recognized"
        return self.replies.text(key, list=self.replies.bullets(self._labels(data)))

    def _labels(self, data: Data) -> list[str]:
        return [label.partition(" ")[2] for label in data["prescriptions"][:MAX_LISTED]]

    def _choose(self, data: Data) -> str:
        items = [f"{item['medication']} ({item['indication']})" for item in data["choices"]]
        return self.replies.text("similar" if data["similar"] else "choose", list=self.replies.bullets(items))

    def _confirm_dosage(self, data: Data) -> str:
        item = data["prescription"]
        parts = [self.replies.text("found", **{key: item[key] for key in ("medication", "indication", "sig")})]
        if asked := data.get("strength_asked"):
            said = {key: item[key] for key in ("medication", "prescriber")}
            parts.insert(0, self.replies.text("strength_differs", asked=asked, **said))
        for finding in data["findings"]:
            if finding["code"] == "OUT_OF_STOCK":
                parts.append(self.replies.text("stock_note"))
            elif finding["severity"] != "info":
                parts.append(finding["message"])
        return "\n\n".join([*parts, self.replies.text("is_this_it")])

    def _blocked(self, data: Data) -> str:
        parts = [data["findings"][0]["message"]]
        case = data.get("case")
        if case is None:
            return " ".join([*parts, *self._what_next(data)])
        parts.append(self.replies.text(f"case_{case['route']}", case_id=case["case_id"]))
        if case["urgent"]:
            key = "case_same_day" if case["reason"] == "PREGNANCY" else "case_urgent"
            parts.append(self.replies.text(key, phone=self.case["usual_pharmacy"]["phone"]))
        return " ".join(parts)

    def _what_next(self, data: Data) -> list[str]:
        return [self.replies.text("too_soon_next")] if data["findings"][0]["code"] == "TOO_SOON" else []

    def _rejected(self, data: Data) -> str:
        return self.replies.text("dosage_rejected", list=self.replies.bullets(self._labels(data)))

    def _choose_pharmacy(self, data: Data) -> str:
        return self.replies.text("choose_pharmacy", list=self._pharmacies(data))

    def _out_of_stock(self, data: Data) -> str:
        return self.replies.text("out_of_stock", pharmacy=data["pharmacy"], list=self._pharmacies(data))

    def _pharmacies(self, data: Data) -> str:
        return self.replies.bullets(answers.pharmacy_line(self.replies, item) for item in data["pharmacies"])

    def _confirm_order(self, data: Data) -> str:
        quote = self.replies.quote(data["quote"], self.now)
        if "refused" not in data:
            return quote
        reason = data["refused"] if self.replies.language == "en" else ""
        return f"{self.replies.text('refused_quote', reason=reason)} {quote}"

    def _ordered(self, data: Data) -> str:
        return self.replies.ordered(data["order"], self.now)

    def _dropped(self, _data: Data) -> str:
        return self.replies.text("dropped")

    def _about_order(self, key: str, data: Data) -> str:
        order = data["order"]
        return self.replies.text(key, order_id=order["order_id"], medication=order["medication"])

    def _which_order(self, data: Data) -> str:
        lines = (
            self.replies.text("order_line", order_id=order["order_id"], medication=order["medication"])
            for order in data["orders"]
        )
        return self.replies.text("which_order", list=self.replies.bullets(lines))

    def _escalated(self, data: Data) -> str:
        phone = self.case["usual_pharmacy"]["phone"]
        return self.replies.text("escalated", case_id=data["case"]["case_id"], phone=phone)


_NOT_FOUND = {
    "goodrx_price_lookup": "no_price",
    "compare_brand_generic_prices": "no_price",
    "find_nearby_pharmacies": "none_with_feature",
}
_OUTCOMES: Mapping[str, Callable[[Speaker, Data], str]] = {
    "not_recognized": Speaker._not_recognized,
    "choose": Speaker._choose,
    "confirm_dosage": Speaker._confirm_dosage,
    "blocked": Speaker._blocked,
    "rejected": Speaker._rejected,
    "choose_pharmacy": Speaker._choose_pharmacy,
    "out_of_stock": Speaker._out_of_stock,
    "confirm_order": Speaker._confirm_order,
    "ordered": Speaker._ordered,
    "dropped": Speaker._dropped,
    "which_order": Speaker._which_order,
    "confirm_cancel": lambda speaker, data: speaker._about_order("confirm_cancel", data),
    "cancelled": lambda speaker, data: speaker._about_order("cancelled", data),
    "escalated": Speaker._escalated,
}
