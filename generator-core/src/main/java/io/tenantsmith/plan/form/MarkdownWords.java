package io.tenantsmith.plan.form;

import io.tenantsmith.diagnostic.Quoted;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Text of inputs inside Markdown. Names and values are code, in which nothing is interpreted: no
 * HTML, link, mention or pipe. In a sentence only words without any sign that could mean something
 * stay as they are; the others are code.
 *
 * @param commit whether it is for a commit's message, which servers search for commands
 */
record MarkdownWords(boolean commit) {

  /** Letters, digits and what stands between them in prose; a colon only at the end. */
  private static final Pattern PROSE =
      Pattern.compile("[(\"]?[\\p{L}\\p{N}][\\p{L}\\p{N}.,;%'\")/(+-]*:?");

  /** What Git hosts make a link or an order of though no sign marks it. */
  private static final Pattern LINKED =
      Pattern.compile("(?i)[(\"]*(www\\.|gh-\\d).*|.*//.*|.*skip-checks.*");

  private static final Pattern NUMBERED = Pattern.compile("\\d+[.)]");

  private static final Set<String> SIGNS = Set.of("->", "%");

  /** Closes an issue of a repository to which the commit is pushed. */
  private static final Pattern CLOSES =
      Pattern.compile(
          "(?i)\\b(close[sd]?|fix(?:e[sd])?|resolve[sd]?)(:?) (?=\\S*(?:#|gh-|issues/)\\d)");

  /** Keeps a pipeline from running. */
  private static final Pattern SKIPS =
      Pattern.compile(
          "(?i)\\[(?=(?:skip|no|ci|actions)\\b)|\\*\\*\\*(?=NO_CI)|(?<=skip)-(?=checks)");

  /** One name or value as code. */
  String code(String text) {
    String safe = inert(Quoted.line(text));
    if (safe.isEmpty()) {
      return "`\"\"`";
    }
    String fence = "`".repeat(longestRun(safe) + 1);
    boolean touches = safe.startsWith("`") || safe.endsWith("`");
    String gap = touches ? " " : "";
    return fence + gap + safe + gap + fence;
  }

  /** A sentence. */
  String prose(String text) {
    List<String> shown = new ArrayList<>();
    List<String> odd = new ArrayList<>();
    for (String word : text.split(" ", -1)) {
      boolean plain = isPlain(word, shown.isEmpty() && odd.isEmpty());
      if (plain && !odd.isEmpty()) {
        shown.add(code(String.join(" ", odd)));
        odd.clear();
      }
      (plain ? shown : odd).add(word);
    }
    if (!odd.isEmpty()) {
      shown.add(code(String.join(" ", odd)));
    }
    return String.join(" ", shown);
  }

  /** The mark around a block of code that none of its lines can end. */
  static String fence(List<String> lines) {
    int longest = lines.stream().mapToInt(MarkdownWords::longestRun).max().orElse(0);
    return "`".repeat(Math.max(longest, 2) + 1);
  }

  /** Also the number of a list would mean something where a sentence begins an item. */
  private static boolean isPlain(String word, boolean first) {
    if (SIGNS.contains(word)) {
      return !first;
    }
    boolean number = first && NUMBERED.matcher(word).matches();
    return PROSE.matcher(word).matches() && !LINKED.matcher(word).matches() && !number;
  }

  /** Without the commands that a Git host obeys wherever they stand in a commit's message. */
  private String inert(String text) {
    if (!commit) {
      return text;
    }
    String open = CLOSES.matcher(text).replaceAll("$1$2\\\\u{20}");
    return SKIPS.matcher(open).replaceAll(found -> "\\\\u{" + hex(found.group()) + "}");
  }

  private static String hex(String sign) {
    return Integer.toHexString(sign.charAt(0)).toUpperCase(Locale.ROOT);
  }

  private static int longestRun(String text) {
    int longest = 0;
    int run = 0;
    for (int i = 0; i < text.length(); i++) {
      run = text.charAt(i) == '`' ? run + 1 : 0;
      longest = Math.max(longest, run);
    }
    return longest;
  }
}
