"""HTML of a model made harmless: tags and attributes of a list; all else keeps only its text."""

from html import escape, unescape
from html.parser import HTMLParser
from urllib.parse import urlsplit

from .text import one_line, tidy

TAGS = frozenset(
    "h2 h3 h4 p ul ol li strong em code pre blockquote br hr a table thead tbody tr th td".split()
)
_VOID = frozenset({"br", "hr"})
_SILENT = frozenset(
    "script style iframe frame frameset object embed applet template noscript noembed noframes "
    "svg math form select textarea button title xmp plaintext audio video canvas".split()
)
_SILENT_VOID = frozenset({"embed", "frame"})
_SCHEMES = frozenset({"https", "http", "mailto"})
_DEEPEST = 60
_LONGEST_LINK = 2_000


class _Cleaner(HTMLParser):
    """Writes the allowed part of what it reads; every tag it opens it closes."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.out: list[str] = []
        self.open: list[str] = []
        self.silent: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _SILENT:
            if tag not in _SILENT_VOID and len(self.silent) < _DEEPEST:
                self.silent.append(tag)
            return
        if self.silent or tag not in TAGS:
            return
        if tag in _VOID:
            self.out.append(f"<{tag}>")
        elif len(self.open) < _DEEPEST:
            self.open.append(tag)
            link = _link(attrs) if tag == "a" else None
            self.out.append(f'<a href="{_attribute(link)}">' if link else f"<{tag}>")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        # <p/> opens a paragraph in HTML; only elements without an end are closed by it.
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        if tag in self.silent:
            while self.silent.pop() != tag:
                pass
        elif not self.silent and tag in self.open:
            while True:
                last = self.open.pop()
                self.out.append(f"</{last}>")
                if last == tag:
                    break

    def handle_data(self, data: str) -> None:
        if not self.silent:
            self.out.append(_text(data))

    def finish(self) -> str:
        self.close()
        return "".join(self.out) + "".join(f"</{tag}>" for tag in reversed(self.open))


class _Reader(HTMLParser):
    """Reads the text and nothing else."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.out: list[str] = []
        self.silent: list[str] = []

    def handle_starttag(self, tag: str, _attrs: list[tuple[str, str | None]]) -> None:
        if tag in _SILENT and tag not in _SILENT_VOID and len(self.silent) < _DEEPEST:
            self.silent.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in self.silent:
            while self.silent.pop() != tag:
                pass

    def handle_data(self, data: str) -> None:
        if not self.silent:
            self.out.append(data)


def _tags_only(html: str) -> str:
    """The same without comments and declarations; a "<" that begins no tag is written as text.

    The parser needs quadratic time for some of these, which a hostile answer would use.
    """
    out: list[str] = []
    last_end = html.rfind(">")
    at = 0
    while (begin := html.find("<", at)) >= 0:
        out.append(html[at:begin])
        if _begins_tag(html, begin):
            if begin > last_end:
                return "".join(out)
            out.append("<")
            at = begin + 1
        elif html.startswith(("<!", "<?", "</"), begin):
            mark = "-->" if html.startswith("<!--", begin) else ">"
            end = html.find(mark, begin + 2)
            if end < 0:
                return "".join(out)
            at = end + len(mark)
        else:
            out.append("&lt;")
            at = begin + 1
    return "".join([*out, html[at:]])


def _begins_tag(html: str, begin: int) -> bool:
    name = html[begin + 1 : begin + 3].removeprefix("/")[:1]
    return name.isascii() and name.isalpha()


def _link(attrs: list[tuple[str, str | None]]) -> str | None:
    """The address of a link if it is http, https, mailto or relative to the site."""
    address = next((value for name, value in attrs if name == "href"), None) or ""
    # Browsers drop these inside an address, so "java\nscript:" would be a script.
    address = "".join(c for c in tidy(address) if c > " ")
    if not address or len(address) > _LONGEST_LINK or "\\" in address:
        return None
    try:
        parts = urlsplit(address)
    except ValueError:
        return None
    if parts.scheme:
        return address if parts.scheme.lower() in _SCHEMES else None
    # "//host" leaves the site without saying how, and "x:y" might be a scheme to somebody else.
    if parts.netloc or ":" in address.split("/", 1)[0]:
        return None
    return address


def _attribute(address: str) -> str:
    return escape(address).replace("[", "%5B").replace("]", "%5D")


def _text(data: str) -> str:
    """Text that WordPress takes for text: no shortcode, and no address that becomes a frame."""
    return escape(data, quote=False).replace("[", "&#91;").replace("://", "&#58;//")


def clean(html: str) -> str:
    """HTML with allowed tags only, balanced."""
    cleaner = _Cleaner()
    cleaner.feed(_tags_only(tidy(html)))
    return cleaner.finish()


def plain(html: str, most: int) -> str:
    """The text of some HTML on one line, without any tag, entity or angle bracket left."""
    reader = _Reader()
    reader.feed(_tags_only(tidy(html)))
    reader.close()
    text = "".join(reader.out).replace("<", "\u2039").replace(">", "\u203a")
    return one_line(text, most)


def as_html(text: str) -> str:
    """Plain text as HTML, for fields that WordPress takes as HTML."""
    return _text(text)


def from_html(html: str) -> str:
    """Text that WordPress escaped, such as the name of a category, as people wrote it."""
    return unescape(html)
