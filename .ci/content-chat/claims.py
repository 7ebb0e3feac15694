"""What a walk claims; without the claim it fails."""


def check(condition, text):
    if not condition:
        raise AssertionError(text)


def equal(seen, wanted, text):
    check(seen == wanted, f"{text}: {seen!r} instead of {wanted!r}")
