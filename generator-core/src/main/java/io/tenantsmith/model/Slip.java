package io.tenantsmith.model;

import io.tenantsmith.diagnostic.Quoted;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Why a refused text looks as it does: a template's placeholder, quotes of a word processor,
 * capital letters. Who sees the reason needs no rule of what is allowed.
 */
public final class Slip {

  private static final Pattern PLACEHOLDER =
      Pattern.compile("\\$\\{.*}|\\$\\(.*\\)|\\{\\{.*}}|<%.*%>|\\{%.*%}", Pattern.DOTALL);

  /** Each pair of quotes of some language, in either order. */
  private static final List<String> QUOTES =
      List.of(
          "\u201C\u201D",
          "\u201E\u201C",
          "\u201E\u201D",
          "\u201D\u201D",
          "\u00AB\u00BB",
          "\u00BB\u00AB",
          "\u2018\u2019",
          "\u201A\u2018",
          "\u2039\u203A");

  private Slip() {}

  /** What the check says of a text, with the likely reason as hint if it refuses it. */
  public static <T> Checked<T> explained(String text, Function<String, Checked<T>> check) {
    Checked<T> said = check.apply(text);
    if (said.value().isPresent()) {
      return said;
    }
    return reason(text, word -> check.apply(word).value().isPresent())
        .map(hint -> Checked.<T>refused(said.fact(), hint))
        .orElse(said);
  }

  /** What a text holds between typographic quotes, if it begins and ends with a pair of them. */
  public static Optional<String> unquoted(String text) {
    return QUOTES.stream()
        .filter(pair -> isAround(pair, text))
        .findFirst()
        .map(pair -> inner(text));
  }

  /** Once: several words, each in quotes, are no word in quotes. */
  private static boolean isAround(String pair, String text) {
    return text.length() > 2
        && text.startsWith(pair.substring(0, 1))
        && text.endsWith(pair.substring(1))
        && inner(text).chars().noneMatch(letter -> pair.indexOf(letter) >= 0);
  }

  private static String inner(String text) {
    return text.substring(1, text.length() - 1);
  }

  private static Optional<String> reason(String text, Function<String, Boolean> isGood) {
    if (PLACEHOLDER.matcher(text).find()) {
      return Optional.of("inputs are no templates, nothing is filled in: write the value itself");
    }
    Optional<String> inner = unquoted(text).filter(isGood::apply);
    if (inner.isPresent()) {
      String word = Quoted.quote(inner.get());
      return Optional.of(
          "YAML knows straight quotes only, so these are a part of it: write " + word);
    }
    return Optional.of(text.toLowerCase(Locale.ROOT))
        .filter(small -> !small.equals(text) && isGood.apply(small))
        .map(small -> "write it in lower case: " + Quoted.quote(small));
  }
}
