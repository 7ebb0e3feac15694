package io.tenantsmith.harness;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Texts by somebody who means harm to whatever shows them, by what they try. */
public final class HostileTexts {

  private static final String[] TEXTS = {
    "escape sequences", "\u001b[2J\u001b[31mred\u001b]0;title\u0007",
    "control characters", "a\rb\bc\u0000d\u009be",
    "line ends", "a\n\n# b\r\nc\u2028d\u0085e",
    "a list", "x\n- y\n1. z\n    code",
    "right to left", "\u202e\u2066evil\u2069\u200f\u061c",
    "HTML", "<script>alert(1)</script><img src=x onerror=y></details>-->",
    "entities", "&lt;b&gt;&#64;all&nbsp;",
    "backticks", "`a` ``b`` ```c",
    "one backtick", "`",
    "fences", "```\n~~~\n````diff",
    "pipes", "| a | b |\n|---|---|\\|",
    "emphasis", "*a* **b** _c_ __d__ ~~e~~ \\*f",
    "links", "[a](javascript:b) ![c](http://d) <http://e> [f]: g",
    "bare links", "https://evil.example www.evil.example mailto:a@b.c",
    "mentions", "@everyone #1 GH-2 org/repo#3 :smile:",
    "headings and rules", "# a\n===\n---\n> b",
    "workflow commands", "::set-output name=changes::0",
    "workflow commands behind a line end", "a\n::error file=b,line=1::c",
    "workflow commands in words", "a ::warning::b ::stop-commands::c",
    "old workflow commands", "##[error]a ##vso[task.setvariable x]b",
    "percent escapes", "%0A::set-output name=a::b%0D%25",
    "outputs", "x\nchanges=0\ndangers<<EOF",
    "placeholders", "<tenant> ${{ github.token }} $(id) {{x}}",
    "half a character", "\ud83d x \ude00",
    "blanks", "   ",
    "numbers of a list", "1. 2) 3.",
    "formats", "%s %n {0} $1 \\1",
    "HTML out of an attribute", "\"'><svg/onload=alert(1)>",
    "HTML out of a script", "</script><script>alert(1)</script><!--<script>",
    "HTML out of a block", "</pre></bdi></code><h1>x</h1>",
    "characters that are none", "\u2066\u200f\u0000\ud800\ufffe",
  };

  private HostileTexts() {}

  /** All of them by name. */
  public static Map<String, String> all() {
    Map<String, String> all = new LinkedHashMap<>();
    for (int i = 0; i < TEXTS.length; i += 2) {
      all.put(TEXTS[i], TEXTS[i + 1]);
    }
    return Collections.unmodifiableMap(all);
  }

  /** A harmless text of the same length and with the same lines. */
  public static String twin(String text) {
    return text.replaceAll("\\S", "x");
  }
}
