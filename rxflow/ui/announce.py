"""What a page says beside what it shows: its language, where a reply begins and ends, and that another page begins."""

import json

import streamlit as st

_LIVE = """<script>
(() => {{
  document.documentElement.lang = {language};
  let live = document.getElementById("rx-live");
  if (!live) {{
    live = document.createElement("div");
    live.id = "rx-live";
    live.className = "rx-unseen";
    live.setAttribute("role", "status");
    live.setAttribute("aria-live", "polite");
    document.body.append(live);
  }}
  const said = {said};
  if (said && live.textContent !== said) live.textContent = said;
  // A page with a chat input scrolls in another box than one without.
  const main = document.querySelector('[data-testid="stMain"], [data-testid="stAppScrollToBottomContainer"]');
  const toEnd = () => {{ main.scrollTop = main.scrollHeight; }};
  if (main && {to_end}) requestAnimationFrame(() => requestAnimationFrame(toEnd));
  const visitor = {visitor};
  const place = visitor + location.pathname;
  if (visitor && document.body.dataset.rxPlace !== place) {{
    document.body.dataset.rxPlace = place;
    if (main && !{ends_last}) main.scrollTop = 0;
  }}
}})();
</script>"""


def announce(
    language: str, said: str = "", visitor: str = "", *, is_chat: bool = False, is_at_end: bool = False
) -> None:
    """Set the page's language, and have a screen reader say something, once.

    Args:
        language: The language of the page, such as `es`.
        said: What to say, such as that a reply has come; nothing by default.
        visitor: For whom the whole page is drawn, such as `patient`: one that was not shown before begins at its top,
            wherever the last one was scrolled to.
        is_chat: Whether it ends in what was said last, and so is not moved to its top.
        is_at_end: Whether what is said stands at the end of the page, which is then moved there: what grows and shrinks
            while a turn runs may have moved it away.
    """
    script = _LIVE.format(
        language=_literal(language),
        said=_literal(said),
        visitor=_literal(visitor),
        ends_last=json.dumps(is_chat),
        to_end=json.dumps(is_at_end),
    )
    st.html(script, unsafe_allow_javascript=True)


def _literal(text: str) -> str:
    """A text as a literal of JavaScript that cannot end the script that it stands in."""
    return json.dumps(text).replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")
