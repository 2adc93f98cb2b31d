"""What patients are told, in their language."""

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Any

from rxflow.clinical.tall_man import in_tall_man
from rxflow.domain.finding import Finding
from rxflow.domain.pharmacy import OpeningHours
from rxflow.prompts.catalog import message_catalog, spoken
from rxflow.prompts.directions import plain_directions
from rxflow.prompts.plural import PluralRule

_DATE_FACTS = frozenset({"date", "expires"})
_AMOUNT_FACTS = frozenset({"quantity", "limit"})
_OTHERS = "other"
_VARIANT_FACTS = ("reviewed", "reason", "schedule", "condition")
"""Facts of a finding that may have a message of their own, such as `finding_EXPIRED_on hold`."""
_BY_A_RULE = "source"
_AMOUNT = re.compile(r"(\d+) ([A-Za-z ]+?)(?: / (\d+) days)?")
_TWO_STOPS = re.compile(r"(?<!\.)\.\.(?!\.)")
"""Where a value that ends in a stop, such as `3 p.m.`, ends a sentence."""
NO_TALL_MAN: Mapping[str, str] = {}


class Replies:
    """Renders messages of one language.

    Args:
        language: One that there is a catalogue for; any other is answered in English.
        tall_man: The spelling of look-alike names, as `ClinicalTables` has it.
    """

    def __init__(self, language: str, tall_man: Mapping[str, str] = NO_TALL_MAN) -> None:
        self.language = spoken(language)
        self._messages = message_catalog(self.language)
        self._tall_man = tall_man
        self._plural = PluralRule.parse(self._messages["language_plural"])

    def text(self, key: str, **values: object) -> str:
        """A message with its values filled in.

        Raises:
            KeyError: No message has this key, or a value is missing.
        """
        return _TWO_STOPS.sub(".", self.spelled(self._messages[key].format(**values)))

    def counted(self, key: str, count: int, **values: object) -> str:
        """A message in the form that fits a number."""
        return self.text(f"{key}_{self._plural.category(count)}", count=count, **values)

    def spelled(self, text: str) -> str:
        """A text with look-alike names in tall-man letters."""
        return in_tall_man(text, self._tall_man)

    def finding(self, finding: Finding) -> str:
        """A finding in the patient's language.

        One that the workflow raises is in that language already; those of the rules cite a source.
        """
        if _BY_A_RULE not in finding.evidence:
            return self.spelled(finding.message)
        names = (*map(finding.evidence.get, _VARIANT_FACTS), finding.severity)
        keys = [*(f"finding_{finding.code}_{name}" for name in names if name), f"finding_{finding.code}"]
        template = next((self._messages[key] for key in keys if key in self._messages), None)
        if template is None:
            return self.spelled(finding.message)
        facts = {name: self._fact(name, value) for name, value in finding.evidence.items()}
        try:
            rendered = template.format(**facts)
        except KeyError:
            # A rule that gives no such fact still has its own words.
            return self.spelled(finding.message)
        told = _TWO_STOPS.sub(".", self.spelled(rendered[:1].upper() + rendered[1:]))
        return f"{self.text('reviewed')} {told}" if "reviewed" in finding.evidence else told

    def _fact(self, name: str, value: str) -> str:
        if name in _DATE_FACTS:
            return self.date(date.fromisoformat(value))
        if name == _OTHERS:
            return self.listed(value.split(", "))
        return self.amount(value) if name in _AMOUNT_FACTS else value

    def refusal(self, code: str) -> str:
        """Why the order gate refused an order, in a sentence; empty for a code that needs no words of its own."""
        key = f"refused_{code}"
        return self.text(key) if key in self._messages else ""

    def amount(self, amount: str) -> str:
        """An amount such as `30 tablets`, or a limit such as `10 tablets / 30 days`; as it is where no words are known.

        Args:
            amount: As `Prescription.amount` and the plans' limits are written.
        """
        match = _AMOUNT.fullmatch(amount)
        if match is None:
            return amount
        count, unit = int(match[1]), match[2].strip()
        unit = unit if unit == "mL" else unit.removesuffix("s")
        if f"amount_{unit.replace(' ', '_')}_other" not in self._messages:
            return amount
        counted = self.counted(f"amount_{unit.replace(' ', '_')}", count)
        return self.text("amount_in_days", amount=counted, days=match[3]) if match[3] else counted

    def directions(self, sig: str) -> str:
        """Directions in plain words, or the label's own words where one of them is not known.

        Args:
            sig: As the label has it, in English.
        """
        plain = plain_directions(sig, self._messages)
        return plain if plain is not None else self.text("sig_own_words", sig=sig.strip().rstrip("."))

    def date(self, day: date) -> str:
        """A date with its month spelled out."""
        month = self._messages["language_months"].split()[day.month - 1]
        return self.text("language_date", day=day.day, month=month, year=day.year)

    def moment(self, at: datetime, now: datetime) -> str:
        """A time near now, such as `today at 3:20 pm`; both in the pharmacy's zone."""
        clock = self._clock(at.time(), "language_time")
        if at.date() == now.date():
            return self._at("today_at", at, time=clock)
        if at.date() == now.date() + timedelta(days=1):
            return self._at("tomorrow_at", at, time=clock)
        return self._at("date_at", at, date=self.date(at.date()), time=clock)

    def _at(self, key: str, at: datetime, **values: object) -> str:
        """A message about a time; in some languages its words depend on the hour."""
        return self.text(f"{key}_{self._plural.category(_hour(at.time()))}", **values)

    def _clock(self, at: time, key: str) -> str:
        half = self._messages["language_halves"].split()[at.hour >= 12]
        return self.text(key, hour=_hour(at), hour24=at.hour, minute=f"{at.minute:02d}", half=half)

    def hours(self, hours: OpeningHours) -> str:
        """Opening hours of a day, such as `8 am to 10 pm`."""
        if hours.opens == hours.closes == time(0):
            return self.text("hours_all_day")
        return self.text("hours_range", opens=self._opening(hours.opens), closes=self._opening(hours.closes))

    def _opening(self, at: time) -> str:
        if at == time(0):
            return self.text("hours_midnight")
        return self._clock(at, "language_time" if at.minute else "language_hour")

    def refills(self, count: int) -> str:
        """`1 refill`, `3 refills`."""
        return self.counted("refill_count", count)

    def listed(self, items: Sequence[str]) -> str:
        """Items in a sentence: `a`, `a and b`, `a, b and c`."""
        if len(items) < 2:
            return "".join(items)
        return self.text("language_list_end", items=", ".join(items[:-1]), last=items[-1])

    def bullets(self, items: Iterable[str]) -> str:
        """A list, an item a line."""
        return "\n".join(f"- {item}" for item in items)

    def quote(self, quote: dict[str, Any], now: datetime) -> str:
        """The question that asks for consent to a quote, as `facts.quote` gives it."""
        return self.text(
            "quote",
            medication=quote["medication"],
            amount=self.amount(quote["amount"]),
            pharmacy=quote["pharmacy"],
            you_pay=quote["you_pay"],
            insurance=self._insurance(quote),
            ready=self.moment(datetime.fromisoformat(quote["ready_at"]), now),
        )

    def quotes(self, quotes: Sequence[dict[str, Any]], now: datetime) -> str:
        """The one question that asks for consent to one or several quotes, as `facts.quote` gives them.

        It is one paragraph, so that what is agreed to is read in one piece.
        """
        if len(quotes) == 1:
            return self.quote(quotes[0], now)
        ready = [self.moment(datetime.fromisoformat(quote["ready_at"]), now) for quote in quotes]
        together = len(set(ready)) == 1
        lines = [
            self._quote_line(quote) + ("" if together else self.text("quote_line_ready", ready=at))
            for quote, at in zip(quotes, ready, strict=True)
        ]
        total = sum((Decimal(quote["you_pay"].strip("$").replace(",", "")) for quote in quotes), Decimal(0))
        parts = [self.text("quotes", count=len(quotes), list=self.bullets(lines), total=f"${total:,.2f}")]
        if together:
            parts.append(self.text("quotes_ready", ready=ready[0]))
        return f"{' '.join(parts)}{self.text('quotes_ask')}"

    def _quote_line(self, quote: dict[str, Any]) -> str:
        facts = {key: quote[key] for key in ("medication", "pharmacy", "you_pay")}
        amount, insurance = self.amount(quote["amount"]), self._insurance(quote)
        return self.text("quote_line", **facts, amount=amount, insurance=insurance)

    def _insurance(self, quote: dict[str, Any]) -> str:
        pays = quote["insurance_pays"]
        if pays is None:
            return self.text("quote_cash")
        if pays == "$0.00":
            return self.text("quote_below_copay") if quote["you_pay"] != "$0.00" else ""
        return self.text("quote_insurance", insurance_pays=pays)

    def basket(self, items: Sequence[dict[str, Any]]) -> str:
        """What is about to be refilled, as `facts.prescription` gives it, and the question whether it is right."""
        if not items:
            return self.text("anything_else")
        if len(items) == 1:
            return f"{self.about('found', items[0])}\n\n{self.text('is_this_it')}"
        lines = [self.about("found_line", item) for item in items]
        return f"{self.text('found_several', list=self.bullets(lines))}\n\n{self.text('are_these_it')}"

    def about(self, key: str, item: Mapping[str, Any]) -> str:
        """A message with a medicine, what it is for and its directions, as `facts.prescription` gives them."""
        said = {name: item[name] for name in ("medication", "indication")}
        return self.text(key, **said, sig=self.directions(item["sig"]))

    def ordered(self, orders: Sequence[dict[str, Any]], now: datetime) -> str:
        """The confirmation of the orders that were placed, as `facts.order` gives them."""
        if len(orders) == 1:
            return self._order("ordered", orders[0], now)
        lines = self.bullets(self._order("ordered_line", order, now) for order in orders)
        return self.text("ordered_several", count=len(orders), list=lines)

    def _order(self, key: str, order: dict[str, Any], now: datetime) -> str:
        return self.text(
            key,
            order_id=order["order_id"],
            medication=order["medication"],
            amount=self.amount(order["amount"]),
            pharmacy=order["pharmacy"],
            you_pay=order["you_pay"],
            ready=self.moment(datetime.fromisoformat(order["ready_at"]), now),
        )


def _hour(at: time) -> int:
    """The hour on a twelve-hour clock."""
    return at.hour % 12 or 12
