"""What each command prints with `--json`: its shape, for those who read it with a program.

`a|null` is one of both, `[x]` a list, `{name: x}` an object with any names, and `…` what its own page describes.
"""

_FACTS_OF_A_CASE = (
    '"case_id": text, "route": text, "urgent": bool, "reason": text, "rx_number": text|null, "status": text, '
    '"patient_id": text, "told": text, "step": text, "since": time'
)
_USER = '{"user_id": text, "name": text, "role": text, "created_at": day, "disabled_at": day|null}'
_BROKEN = '{"sequence": int, "fault": text, "words": text}|null'
_HEAD = '{"sequence": int, "mac": hex, "proof": hex, "at": time}|null'
_KEYS = '"active": int, "keys": [{"key": int, "rows": int}]'
_BACKUP = '"made_at": time, "database": "sqlite"|"postgresql", "schema": text, "rows": {table: int}'

JSON_SHAPES = {
    "chat": (
        'a line for each message: {"session_id": text, "state": text, "message": text, "findings": [{"code": text, '
        '"severity": text, "message": text}], "tools": [text], "order": {…}|null, "escalation": {…}|null, '
        '"suggestions": [text]}'
    ),
    "orders": (
        '[{"order_id": text, "rx_number": text, "medication": text, "pharmacy": text, "pharmacy_id": text, '
        '"you_pay": text, "status": text, "ready_at": time, …}]'
    ),
    "adherence": (
        '[{"rx_number": text, "medication": text, "fills": int, "measured": bool, "covered_days": int|null, '
        '"period_days": int|null, "pdc_percent": text|null, "mpr_percent": text|null}]'
    ),
    "cases": f"[{{{_FACTS_OF_A_CASE}}}]",
    "case": (
        f'{{{_FACTS_OF_A_CASE}, "history": [{{"step": text, "at": time, "actor": text, "note": text, '
        '"valid_until": day|null, "reason": text|null, "alert": text|null, "refills": int|null}], "holder": text|null}'
    ),
    "audit verify": (
        f'{{"events": int, "broken": {_BROKEN}, "mismatches": [{{"object": text, "words": text}}], '
        f'"exported": {_HEAD}}}'
    ),
    "audit show": (
        '[{"sequence": int, "at": time, "actor": text, "action": text, "object": text|null, "session": text|null, '
        '"detail": {name: …}}]'
    ),
    "audit head": _HEAD,
    "backup": f'{{"file": path, {_BACKUP}}}',
    "restore": f'{{{_BACKUP}, "events": int, "broken": {_BROKEN}, "exported_head": text|null}}',
    "import": '{"data_dir": path, "counts": {noun: int}, "is_served": bool}',
    "forget": '{"conversations": int, "turns": int, "busy": int, "tries": int, "sign_ins": int, "is_scrubbed": bool}',
    "users add": _USER,
    "users list": f"[{_USER}]",
    "users disable": _USER,
    "accounts close": '{"patient_id": text, "closed": int}',
    "keys list": f"{{{_KEYS}}}",
    "keys rotate": f'{{{_KEYS}, "sealed_again": int, "unreadable": int}}',
    "keys retire": '{"retired": int}',
    "eval": (
        '{"passed": int, "total": int, "by_tag": {tag: {"passed": int, "total": int}}, "turn_ms": {"p50": number, '
        '"p95": number, "p99": number}, "results": [{…}]}'
    ),
    "eval-words": "{…}, the figures of docs/understanding.md",
    "doctor": '{"ok": bool, "checks": [{"name": text, "ok": bool, "message": text, "milliseconds": number}]}',
    "check-data": '{"ok": bool, "data_dir": path, "counts": {noun: int}, "message": text|null}',
    "version": '{"rxflow": text, "python": text, "schema": text}',
}
