"""What the built-in model says after a tool's result: rendered from the message catalogue, never from free text."""

from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Any

from rxflow.dialogue.intents import Intent
from rxflow.dialogue.understanding import Understanding
from rxflow.llm import answers
from rxflow.prompts.replies import Replies
from rxflow.workflow.conversation_types import SEARCH
from rxflow.workflow.medicine_answers import told

Data = Mapping[str, Any]
MAX_LISTED = 8
MOST_NAMED = 3


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
        self._said: Understanding | None = None

    def after(self, tool: str, envelope: Mapping[str, Any], said: Understanding) -> str:
        """The reply to a tool's result.

        Args:
            tool: The tool's name.
            envelope: Its result envelope.
            said: The patient's message.
        """
        if not envelope.get("success"):
            return self._failed(tool, envelope)
        self._said, data = said, envelope["data"]
        if tool == SEARCH:
            return f"{told(self.replies, data)}\n\n{self.still()}"
        if tool in answers.ANSWERS:
            answer = answers.ANSWERS[tool](self.replies, data, said, self.now)
            return f"{answer}\n\n{self.still()}"
        return self._outcome(data)

    @property
    def _wants(self) -> Intent | None:
        return self._said.intent if self._said else None

    def who_can(self) -> str:
        """Whom to call for what cannot be done here; empty where the patient has no usual pharmacy."""
        usual = self.case.get("usual_pharmacy")
        return self.replies.text("call_pharmacy", pharmacy=usual["name"], phone=usual["phone"]) if usual else ""

    @property
    def in_hand(self) -> bool:
        """Whether a refill waits for the patient's answer."""
        return self.case["state"] in {"CLARIFY_MEDICATION", "CONFIRM_DOSAGE", "SELECT_PHARMACY", "CONFIRM_ORDER"}

    def still(self) -> str:
        """The question that is still open, or an offer to go on."""
        state = self.case["state"]
        if state == "CONFIRM_DOSAGE":
            in_hand = [item["medication"] for item in self.case["in_hand"]]
            key = "still_confirm_dosage" if len(in_hand) == 1 else "still_confirm_several"
            return self.replies.text(key, medication=self.replies.listed(in_hand))
        if "quotes" in self.case:
            return self.replies.quotes(self.case["quotes"], self.now)
        keys = {
            "CLARIFY_MEDICATION": "still_clarify",
            "IDENTIFY_MEDICATION": "still_identify",
            "SELECT_PHARMACY": "still_select_pharmacy",
        }
        return self.replies.text(keys.get(state, "anything_else"))

    def _failed(self, tool: str, envelope: Mapping[str, Any]) -> str:
        if envelope["code"] in {"NOT_FOUND", "ORDER_NOT_FOUND"}:
            return f"{self.replies.text(_NOT_FOUND.get(tool, 'lookup_failed'))}\n\n{self.still()}"
        if envelope["code"] == "NOT_PERMITTED":
            return f"{self.replies.text('not_permitted')} {self.who_can()}".strip()
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
            said = f"{said}\n\n{self.replies.text('next_medicine')}\n\n{self._outcome(data['next'])}"
        return said

    # -- one method an outcome -----------------------------------------------------------------------------------

    def _not_recognized(self, data: Data) -> str:
        if "pharmacies" in data:
            return self.replies.text("pharmacy_not_recognized", list=self._pharmacies(data))
        key = "which_medicine" if self._wants is Intent.REFILL else "not_recognized"
        return self.replies.text(key, list=self.replies.bullets(self._labels(data)))

    def _labels(self, data: Data) -> list[str]:
        return [label.partition(" ")[2] for label in data["prescriptions"][:MAX_LISTED]]

    def _choose(self, data: Data) -> str:
        items = [f"{item['medication']} ({item['indication']})" for item in data["choices"]]
        if heard := data.get("heard"):
            return self.replies.text("similar", heard=heard, list=self.replies.bullets(items))
        return self.replies.text("choose", list=self.replies.bullets(items))

    def _confirm_dosage(self, data: Data) -> str:
        parts = []
        for item in data["basket"]:
            if asked := item.get("strength_asked"):
                said = {key: item[key] for key in ("medication", "prescriber")}
                parts.append(self.replies.text("strength_differs", asked=asked, **said))
        parts.extend(self._warnings(data))
        return "\n\n".join([*self._later(data), *parts, self.replies.basket(data["basket"])])

    def _warnings(self, data: Data) -> list[str]:
        several = len(data["basket"]) > 1
        labels = {item["rx_number"]: item["medication"] for item in data["basket"]}
        said = []
        for finding in data["findings"]:
            if finding["code"] == "OUT_OF_STOCK":
                key = "stock_note_for" if several else "stock_note"
                said.append(self.replies.text(key, medication=labels.get(finding.get("rx_number"), "")))
            elif finding["severity"] != "info":
                said.append(finding["message"])
        return said

    def _later(self, data: Data) -> list[str]:
        return [self.replies.text("later", list=self._not_today(data))] if data.get("later") else []

    def _not_today(self, data: Data) -> str:
        return self.replies.bullets(self.replies.text("later_line", **item) for item in data["later"])

    def _nothing_due(self, data: Data) -> str:
        return self.replies.text("nothing_due", list=self._not_today(data))

    def _blocked(self, data: Data) -> str:
        parts = [data["findings"][0]["message"]]
        case = data.get("case")
        if case is None:
            return "\n\n".join([*parts, *self._what_next(data)])
        parts.append(self.replies.text(f"case_{case['route']}", case_id=case["case_id"]))
        if case["urgent"]:
            key = "case_same_day" if case["reason"] == "PREGNANCY" else "case_urgent"
            parts.append(self.replies.text(key, phone=self.case["usual_pharmacy"]["phone"]))
        return "\n\n".join(parts)

    def _what_next(self, data: Data) -> list[str]:
        if data["findings"][0]["code"] != "TOO_SOON":
            return []
        keys = ("too_soon_next",) if "next" in data else ("too_soon_next", "anything_else")
        return [self.replies.text(key) for key in keys]

    def _rejected(self, data: Data) -> str:
        return self.replies.text("dosage_rejected", list=self.replies.bullets(self._labels(data)))

    def _choose_pharmacy(self, data: Data) -> str:
        if "only_for" in data:
            medications = self.replies.listed(data["only_for"])
            return self.replies.text("choose_pharmacy_for", medications=medications, list=self._pharmacies(data))
        return self.replies.text("choose_pharmacy", list=self._pharmacies(data))

    def _pharmacy_kept(self, _data: Data) -> str:
        return f"{self.replies.text('pharmacy_kept')}\n\n{self.still()}"

    def _out_of_stock(self, data: Data) -> str:
        several = len(self.case.get("in_hand", ())) > 1
        key = ("out_of_stock_rest" if "only_for" in data else "out_of_stock_all") if several else "out_of_stock"
        missing = self.replies.listed(data["missing"])
        return self.replies.text(key, pharmacy=data["pharmacy"], missing=missing, list=self._pharmacies(data))

    def _pharmacies(self, data: Data) -> str:
        return self.replies.bullets(answers.pharmacy_line(self.replies, item) for item in data["pharmacies"])

    def _confirm_order(self, data: Data) -> str:
        quotes = self.replies.quotes(data["quotes"], self.now)
        if "refused" in data:
            told = self.replies.text("refused_quote", reason=data["refused"])
            return f"{' '.join(told.split())}\n\n{quotes}"
        return "\n\n".join([*self._one_trip(data), quotes])

    def _one_trip(self, data: Data) -> list[str]:
        """How one trip could serve more than what is quoted."""
        hints = []
        if place := data.get("one_stop"):
            hints.append(self.replies.text("one_stop", pharmacy=place["name"], you_pay=place["you_pay"]))
        due = data.get("also_due", [])
        if len(due) > MOST_NAMED:
            hints.append(self.replies.text("also_due_many", count=len(due)))
        elif due:
            hints.append(self.replies.text("also_due", list=self.replies.listed(due), first=due[0]))
        elif soon := data.get("due_soon"):
            day = self.replies.date(date.fromisoformat(soon[0]["date"]))
            hints.append(self.replies.text("due_soon", medication=soon[0]["medication"], date=day))
        return hints

    def _ordered(self, data: Data) -> str:
        return self.replies.ordered(data["orders"], self.now)

    def _already_ordered(self, data: Data) -> str:
        return answers.order_status(self.replies, data["order"], self.now, "already_ordered")

    def _dropped(self, data: Data) -> str:
        said = self.replies.text("start_over" if self._wants is Intent.START_OVER else "dropped")
        return "\n\n".join([*self._later(data), said])

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
    "nothing_due": Speaker._nothing_due,
    "confirm_dosage": Speaker._confirm_dosage,
    "blocked": Speaker._blocked,
    "rejected": Speaker._rejected,
    "choose_pharmacy": Speaker._choose_pharmacy,
    "pharmacy_kept": Speaker._pharmacy_kept,
    "out_of_stock": Speaker._out_of_stock,
    "confirm_order": Speaker._confirm_order,
    "ordered": Speaker._ordered,
    "already_ordered": Speaker._already_ordered,
    "dropped": Speaker._dropped,
    "which_order": Speaker._which_order,
    "confirm_cancel": lambda speaker, data: speaker._about_order("confirm_cancel", data),
    "cancelled": lambda speaker, data: speaker._about_order("cancelled", data),
    "escalated": Speaker._escalated,
}
