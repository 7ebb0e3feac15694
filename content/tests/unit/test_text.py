"""Text of strangers."""

import pytest

from tenantsmith_content.text import one_line, shown, tidy


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("a\r\nb\rc\nd\te", "a\nb\nc\nd\te"),
        ("a\x00b\x1b[31mc\x7fd\x85e", "ab[31mcde"),
        ("a\u202eb\u2066c\u2069d\ufeff", "abcd"),
        ("a\U000e0041\U000e007fb", "ab"),
        ("\u200f\u0645\u06cc\u200c\u062e", "\u200f\u0645\u06cc\u200c\u062e"),
        ("\ud800x", "\ufffdx"),
        ("\U0001f469\u200d\U0001f4bb", "\U0001f469\u200d\U0001f4bb"),
    ],
)
def test_tidy(text: str, want: str) -> None:
    assert tidy(text) == want
    assert tidy(text).encode()


def test_one_line() -> None:
    assert one_line(" a \n\n b\u2028c ", 100) == "a b c"
    assert one_line("abcdef", 3) == "abc"


def test_what_is_shown_is_no_markdown() -> None:
    assert shown("![x](https://evil/?q) *b* `c` <img>") == (
        "!\\[x\\](https://evil/?q) \\*b\\* \\`c\\` \\<img\\>"
    )
