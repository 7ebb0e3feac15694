"""HTML of a model."""

import time

import pytest

from tenantsmith_content.markup import as_html, clean, from_html, plain

TABLE = [
    ("<p onclick=x>a<script>b</script></p>", "<p>a</p>"),
    ("<p style='x' class=y id=z>a</p>", "<p>a</p>"),
    ("<P>a</P>", "<p>a</p>"),
    ("<a href='javascript:x'>l</a>", "<a>l</a>"),
    ("<a href=' JaVaScRiPt:x'>l</a>", "<a>l</a>"),
    ("<a href='java\nscript:x'>l</a>", "<a>l</a>"),
    ("<a href='&#106;avascript:x'>l</a>", "<a>l</a>"),
    ("<a href='\x01javascript:x'>l</a>", "<a>l</a>"),
    ("<a href='data:text/html,x'>l</a>", "<a>l</a>"),
    ("<a href='vbscript:x'>l</a>", "<a>l</a>"),
    ("<a href='//evil.example.com/'>l</a>", "<a>l</a>"),
    ("<a href='\\\\evil.example.com/'>l</a>", "<a>l</a>"),
    ("<a href='/\\evil.example.com/'>l</a>", "<a>l</a>"),
    ("<a href='http://[x'>l</a>", "<a>l</a>"),
    ("<a href=''>l</a>", "<a>l</a>"),
    ("<a href>l</a>", "<a>l</a>"),
    ("<a href='https://x/" + "y" * 3_000 + "'>l</a>", "<a>l</a>"),
    ("<a href='a1:b'>l</a>", "<a>l</a>"),
    ("<a href='1:b'>l</a>", "<a>l</a>"),
    ("<a href='/x?a=b:c#d' target=_blank>l</a>", '<a href="/x?a=b:c#d">l</a>'),
    ("<a href='x/y:z'>l</a>", '<a href="x/y:z">l</a>'),
    ("<a href='#top'>l</a>", '<a href="#top">l</a>'),
    ("<a href='mailto:a@b.c'>l</a>", '<a href="mailto:a@b.c">l</a>'),
    ('<a href="HTTPS://x?a=1&b=2">l</a>', '<a href="HTTPS://x?a=1&amp;b=2">l</a>'),
    ("<a href='https://x/\"onclick=y'>l</a>", '<a href="https://x/&quot;onclick=y">l</a>'),
    ("<a href='https://x/[gallery]'>l</a>", '<a href="https://x/%5Bgallery%5D">l</a>'),
    ("<p>open", "<p>open</p>"),
    ("<ul><li>a<li>b", "<ul><li>a<li>b</li></li></ul>"),
    ("<p><strong>a</p>b", "<p><strong>a</strong></p>b"),
    ("</p></div>x", "x"),
    ("<p/>x", "<p>x</p>"),
    ("a<br/>b<br>c<hr/>", "a<br>b<br>c<hr>"),
    ("</br>x", "x"),
    ("<iframe src=x>in</iframe>after", "after"),
    ("<frame src=x>after", "after"),
    ("<object data=x><p>in</p></object>after", "after"),
    ("<embed src=x>after", "after"),
    ("<form action=x><input name=y>in<button>b</button></form>after", "after"),
    ("<textarea><script>x</script></textarea>after", "after"),
    ("<img src=x onerror=y>t", "t"),
    ("<video><source src=x>in</video>t", "t"),
    ("<h1>t</h1>", "t"),
    ("<link rel=stylesheet href=x><meta http-equiv=refresh><base href=x>t", "t"),
    ("a < b & c", "a &lt; b &amp; c"),
    ("a &lt;script&gt; b", "a &lt;script&gt; b"),
    ("<svg><script>x</script></svg>y", "y"),
    ("<svg/onload=x>y", ""),
    ("<math><mtext><style>x</style></mtext></math>y", "y"),
    ("<noscript><p title='</noscript><script>x</script>'>y</noscript>z", "z"),
    ("<style>p{}</style>y", "y"),
    ("<script>x", ""),
    ("<!--[if IE]>x<![endif]-->y", "y"),
    ("<!-- wp:html --><p>a</p><!-- /wp:html -->", "<p>a</p>"),
    ("<?php x ?>y", "y"),
    ("<![CDATA[x]]>y", "y"),
    ("<!DOCTYPE html>y", "y"),
    ("[gallery ids=1]", "&#91;gallery ids=1]"),
    ("<p>https://youtu.be/x</p>", "<p>https&#58;//youtu.be/x</p>"),
    ("a\x00\u202eb", "ab"),
    ("<table><tr><td colspan=2>x</td></tr></table>", "<table><tr><td>x</td></tr></table>"),
    ("<p>\u05e9\u05dc\u05d5\u05dd\u200f</p>", "<p>\u05e9\u05dc\u05d5\u05dd\u200f</p>"),
]


@pytest.mark.parametrize(("html", "want"), TABLE)
def test_clean(html: str, want: str) -> None:
    assert clean(html) == want


@pytest.mark.parametrize("html", [html for html, _ in TABLE])
def test_what_is_clean_stays_as_it_is(html: str) -> None:
    once = clean(html)
    assert clean(once) == once


@pytest.mark.parametrize(
    ("html", "want"),
    [
        ("<b>A</b> &amp;  <script>x</script>\nB", "A & B"),
        ("&lt;script&gt;x&lt;/script&gt;", "\u2039script\u203ax\u2039/script\u203a"),
        ("&amp;lt;b&amp;gt;", "&lt;b&gt;"),
        ("<svg><svg>a</svg>b", ""),
        ("<embed>a", "a"),
        ("\u202eabc", "abc"),
        ("<p>", ""),
    ],
)
def test_plain(html: str, want: str) -> None:
    assert plain(html, 100) == want


def test_plain_is_cut() -> None:
    assert plain("abcdef", 3) == "abc"


def test_text_for_fields_that_take_html() -> None:
    assert as_html('A & B < "C" [x]') == 'A &amp; B &lt; "C" &#91;x]'
    assert from_html("A &amp; B &#8211; C") == "A & B \u2013 C"


@pytest.mark.parametrize(
    "part", ["<", "</", "<!--", "<![", "<a ", "<p>", "<p></li>", "<svg>", "<svg></math>", "&", "&#"]
)
def test_hostile_markup_ends_in_time(part: str) -> None:
    start = time.process_time()
    clean(part * (200_000 // len(part)))
    assert time.process_time() - start < 5


def test_depth_is_bounded() -> None:
    assert clean("<blockquote>" * 10_000 + "x").count("<blockquote>") == 60
