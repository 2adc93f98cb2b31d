"""What patients are told, in their language."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import Any

from rxflow.domain.finding import Finding
from rxflow.prompts.catalog import message_catalog

_SPANISH_MONTHS = "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre".split()
_SPANISH_HOURS = (("open 24 hours", "abierta 24 horas"), (" to ", " a "), ("midnight", "medianoche"))
_DATE_FACTS = frozenset({"date", "expires"})


class Replies:
    """Renders messages of one language.

    Args:
        language: `en` or `es`.
    """

    def __init__(self, language: str) -> None:
        self.language = language
        self._messages = message_catalog(language)

    def text(self, key: str, **values: object) -> str:
        """A message with its values filled in.

        Raises:
            KeyError: No message has this key, or a value is missing.
        """
        return self._messages[key].format(**values)

    def finding(self, finding: Finding) -> str:
        """A finding in the patient's language; the rules themselves write English."""
        names = (finding.evidence.get("reason"), finding.severity)
        keys = [*(f"finding_{finding.code}_{name}" for name in names if name), f"finding_{finding.code}"]
        template = next((self._messages[key] for key in keys if key in self._messages), None)
        if template is None:
            return finding.message
        facts = {name: self._fact(name, value) for name, value in finding.evidence.items()}
        try:
            rendered = template.format(**facts)
        except KeyError:
            # A rule that gives no such fact still has its own words.
            return finding.message
        return rendered[:1].upper() + rendered[1:]

    def _fact(self, name: str, value: str) -> str:
        return self.date(date.fromisoformat(value)) if name in _DATE_FACTS else value

    def date(self, day: date) -> str:
        """A date with its month spelled out."""
        if self.language == "es":
            return f"{day.day} de {_SPANISH_MONTHS[day.month - 1]} de {day.year}"
        return f"{day:%B} {day.day}, {day.year}"

    def moment(self, at: datetime, now: datetime) -> str:
        """A time near now, such as `today at 3:20 pm`; both in the pharmacy's zone."""
        if self.language == "es":
            time = f"{at.hour}:{at.minute:02d}"
        else:
            time = f"{at.hour % 12 or 12}:{at.minute:02d} {'am' if at.hour < 12 else 'pm'}"
        if at.date() == now.date():
            return self.text("today_at", time=time)
        if at.date() == now.date() + timedelta(days=1):
            return self.text("tomorrow_at", time=time)
        return self.text("date_at", date=self.date(at.date()), time=time)

    def hours(self, hours: str) -> str:
        """Opening hours as `OpeningHours` writes them, in the patient's language."""
        if self.language == "es":
            for english, spanish in _SPANISH_HOURS:
                hours = hours.replace(english, spanish)
        return hours

    def refills(self, count: int) -> str:
        """`1 refill`, `3 refills`."""
        return self.text("refill_count_one" if count == 1 else "refill_count_other", count=count)

    def bullets(self, items: Iterable[str]) -> str:
        """A list, an item a line."""
        return "\n".join(f"- {item}" for item in items)

    def quote(self, quote: dict[str, Any], now: datetime) -> str:
        """The question that asks for consent to a quote, as `facts.quote` gives it."""
        pays = quote["insurance_pays"]
        if pays is None:
            insurance = self.text("quote_cash")
        elif pays == "$0.00":
            insurance = self.text("quote_below_copay") if quote["you_pay"] != "$0.00" else ""
        else:
            insurance = self.text("quote_insurance", insurance_pays=pays)
        return self.text(
            "quote",
            medication=quote["medication"],
            amount=quote["amount"],
            pharmacy=quote["pharmacy"],
            you_pay=quote["you_pay"],
            insurance=insurance,
            ready=self.moment(datetime.fromisoformat(quote["ready_at"]), now),
        )

    def ordered(self, order: dict[str, Any], now: datetime) -> str:
        """The confirmation of a placed order, as `facts.order` gives it."""
        return self.text(
            "ordered",
            order_id=order["order_id"],
            medication=order["medication"],
            amount=order["amount"],
            pharmacy=order["pharmacy"],
            you_pay=order["you_pay"],
            ready=self.moment(datetime.fromisoformat(order["ready_at"]), now),
        )
