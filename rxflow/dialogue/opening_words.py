"""The day and the time that a patient names for a pharmacy to be open: `Sunday`, `tonight`, `after 9 pm tomorrow`."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from rxflow.dialogue.expression import Expression
from rxflow.dialogue.text import plain
from rxflow.domain.pharmacy import WeeklyHours

_DAYS = (
    ("mon", "lunes"), ("tue", "martes"), ("wed", "miercoles"), ("thu", "jueves"), ("fri", "viernes"),
    ("sat", "sabado"), ("sun", "domingo"),
)  # fmt: skip
_WEEKDAYS = {name: place for place, names in enumerate(_DAYS) for name in names}
_DAY = Expression(
    r"\b(?P<english>mon|tue|wed|thu|fri|sat|sun)(?:s|rs|nes|ur|r)?(?:day)?s?\b|"
    r"\b(?P<spanish>lunes|martes|miercoles|jueves|viernes|sabado|domingo)s?\b"
)
_AHEAD = Expression(
    r"\b(?P<after>day after tomorrow|pasado manana)\b|\b(?P<next>tomorrow|(?<!la )(?<!de la )(?<!por la )manana)\b|"
    r"\b(?P<now>today|tonight|this (?:morning|afternoon|evening)|hoy|esta (?:noche|tarde)|right now|ahora|ahorita)\b"
)
_WEEKEND = Expression(r"\b(?:weekends?|fin(?:es)? de semana)\b")
_TIME = Expression(
    r"\b(?P<when>after|past|until|till|til|by|before|at|a las|a la|despues de las?|hasta las?|antes de las?)?\s*"
    r"\b(?P<hour>1[0-9]|2[0-3]|[1-9])(?::(?P<minute>[0-5]\d))?\s*"
    r"(?P<half>[ap]\.?m\b\.?|o'?clock|de la (?:manana|tarde|noche)|en la noche)?"
)
_PARTS = (
    (time(7, 30), Expression(r"\bearly\b(?! refill)|\btemprano\b")),
    (time(9), Expression(r"\bmorning\b|\b(?:por|en) la manana\b")),
    (time(12), Expression(r"\bnoon\b|\blunch\w*\b|\bmedio ?dia\b")),
    (time(15), Expression(r"\bafternoon\b|\b(?:por|en) la tarde\b|\besta tarde\b")),
    (time(20), Expression(r"\b(?:evening|night|tonight)\b|\b(?:la|esta|de) noche\b")),
    (time(21), Expression(r"\blate\b(?! (?:refill|on my))|\b(?:muy )?tarde(?:cito)?\b(?<!la tarde)(?<!esta tarde)")),
    (time(23, 59), Expression(r"\bmidnight\b|\bmedia ?noche\b")),
)
_LATER = Expression(r"\b(?:afternoon|evening|night|tonight|tarde|noche)\b")
_NEEDS_HALF = frozenset({None, "at", "by", "a la"})
_BEFORE = frozenset({"before", "antes de las", "antes de la"})


@dataclass(frozen=True, slots=True)
class Opening:
    """When a pharmacy is to be open.

    `weekday` counts from Monday as 0; `days_ahead` from today; neither is today. `at` is None for any time that day.
    """

    weekday: int | None = None
    days_ahead: int | None = None
    weekend: bool = False
    at: time | None = None

    def days(self, today: date) -> tuple[date, ...]:
        """The days that are meant, the nearest of each weekday; a weekend has two."""
        if self.weekend:
            return tuple(_next(day, today) for day in (5, 6))
        if self.weekday is not None:
            return (_next(self.weekday, today),)
        return (today + timedelta(days=self.days_ahead or 0),)

    def fits(self, hours: WeeklyHours, now: datetime) -> bool:
        """Whether a pharmacy with these hours is open then, on one of the days.

        Args:
            hours: Its hours.
            now: The local time.
        """
        return any(self._open_on(hours, datetime.combine(day, self.at or time(12))) for day in self.days(now.date()))

    def _open_on(self, hours: WeeklyHours, at: datetime) -> bool:
        return hours.on(at) is not None if self.at is None else hours.is_open(at)


TODAY = Opening(days_ahead=0)


def read_opening(text: str) -> Opening | None:
    """The day and time that a message names; None when it names neither.

    Args:
        text: The patient's words.
    """
    said = plain(text)
    day, ahead, weekend = _DAY.search(said), _AHEAD.search(said), bool(_WEEKEND.search(said))
    at = _time(said)
    if ahead and ahead["now"] in {"right now", "ahora", "ahorita"} and at is None:
        return None
    if not (day or ahead or weekend or at):
        return None
    weekday = _WEEKDAYS[day["english"] or day["spanish"]] if day else None
    days_ahead = (2 if ahead["after"] else 1 if ahead["next"] else 0) if ahead else None
    return Opening(weekday, days_ahead if weekday is None else None, weekend and weekday is None, at)


def _time(said: str) -> time | None:
    for found in _TIME.finditer(said):
        when, half = found["when"], found["half"]
        if half is None and when in _NEEDS_HALF and (when is None or not _LATER.search(said)):
            continue
        at = _on_the_clock(int(found["hour"]), int(found["minute"] or 0), half, when)
        return (datetime.combine(date.min, at) - timedelta(minutes=30)).time() if when in _BEFORE else at
    return next((at for at, pattern in _PARTS if pattern.search(said)), None)


def _on_the_clock(hour: int, minute: int, half: str | None, when: str | None) -> time:
    """Without am or pm, what is said to be before an hour is of the morning, and anything else of the evening."""
    morning = half is not None and (half.startswith("a") or half.endswith("manana"))
    if half is None or "clock" in half:
        morning = when in _BEFORE and hour >= 6
    if morning:
        return time(hour % 12 if hour == 12 else hour, minute)
    return time(hour + 12 if hour < 12 else hour, minute)


def _next(weekday: int, today: date) -> date:
    return today + timedelta(days=(weekday - today.weekday()) % 7)
