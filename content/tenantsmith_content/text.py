"""Text of strangers, made safe to store, to show and to send on."""

import re

_BIDI_CONTROLS = [*range(0x202A, 0x202F), *range(0x2066, 0x206A)]
_TAG_CHARACTERS = range(0xE0000, 0xE0080)
_CONTROLS = [c for c in [*range(0x20), *range(0x7F, 0xA0)] if chr(c) not in "\t\n"]
_NO_CHARACTERS = [0xFEFF, 0xFFFE, 0xFFFF]
_DROPPED: dict[int, str | None] = dict.fromkeys(
    [*_CONTROLS, *_BIDI_CONTROLS, *_TAG_CHARACTERS, *_NO_CHARACTERS]
)
# One half of a pair can be written in JSON, but it is no character and cannot be encoded.
_DROPPED.update(dict.fromkeys(range(0xD800, 0xE000), "\ufffd"))

_MARKDOWN = re.compile(r"([\\`*_\[\]<>|~$])")


def tidy(text: str) -> str:
    """The text without control characters, overrides of direction and invisible tags.

    Marks that scripts such as Arabic and Hebrew need (LRM, RLM, joiners) stay. Lines end with LF.
    """
    return text.replace("\r\n", "\n").replace("\r", "\n").translate(_DROPPED)


def one_line(text: str, most: int) -> str:
    """Tidy text on one line, cut after ``most`` characters."""
    return " ".join(tidy(text).split())[:most]


def shown(text: str, most: int = 300) -> str:
    """Text of a stranger inside an answer: one line, and no Markdown, so no link and no picture."""
    return _MARKDOWN.sub(r"\\\1", one_line(text, most))
