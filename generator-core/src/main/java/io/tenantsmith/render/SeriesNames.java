package io.tenantsmith.render;

import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The names of the series that an expression of PromQL reads, also one with variables of Grafana.
 * No parser: it passes over whatever is no name of a series.
 */
public final class SeriesNames {

  private static final Set<String> WORDS =
      Set.of("and", "or", "unless", "bool", "offset", "inf", "Inf", "nan", "NaN", "atan2");
  private static final Set<String> LABEL_LISTS =
      Set.of("by", "without", "on", "ignoring", "group_left", "group_right");
  private static final Set<String> AGGREGATIONS =
      Set.of(
          "sum",
          "min",
          "max",
          "avg",
          "group",
          "stddev",
          "stdvar",
          "count",
          "count_values",
          "bottomk",
          "topk",
          "quantile",
          "limitk",
          "limit_ratio");

  private final String text;
  private final SortedSet<String> names = new TreeSet<>();
  private int at;

  private SeriesNames(String text) {
    this.text = text;
  }

  /** The names, sorted. */
  public static SortedSet<String> in(String expression) {
    SeriesNames reader = new SeriesNames(expression);
    while (reader.at < expression.length()) {
      reader.step();
    }
    return reader.names;
  }

  private void step() {
    char c = text.charAt(at);
    if (c == '{' || c == '[') {
      block(c == '{' ? '}' : ']');
    } else if (c == '"' || c == '\'' || c == '`') {
      quoted(c);
    } else if (c == '#') {
      at = end(text.indexOf('\n', at));
    } else if (c == '$' || Character.isDigit(c)) {
      at++;
      word();
    } else if (isPart(c)) {
      named(word());
    } else {
      at++;
    }
  }

  private void named(String word) {
    int next = at;
    while (next < text.length() && Character.isWhitespace(text.charAt(next))) {
      next++;
    }
    boolean called = next < text.length() && text.charAt(next) == '(';
    if (called && LABEL_LISTS.contains(word)) {
      at = end(text.indexOf(')', next));
    } else if (!called
        && !WORDS.contains(word)
        && !LABEL_LISTS.contains(word)
        && !AGGREGATIONS.contains(word)) {
      names.add(word);
    }
  }

  private String word() {
    int start = at;
    while (at < text.length() && (isPart(text.charAt(at)) || text.charAt(at) == '.')) {
      at++;
    }
    return text.substring(start, at);
  }

  private void quoted(char quote) {
    at++;
    while (at < text.length() && text.charAt(at) != quote) {
      at += text.charAt(at) == '\\' && quote != '`' ? 2 : 1;
    }
    at++;
  }

  private void block(char close) {
    at++;
    while (at < text.length() && text.charAt(at) != close) {
      char c = text.charAt(at);
      if (c == '"' || c == '\'' || c == '`') {
        quoted(c);
      } else {
        at++;
      }
    }
    at++;
  }

  private int end(int found) {
    return found < 0 ? text.length() : found + 1;
  }

  private static boolean isPart(char c) {
    return c == '_' || c == ':' || Character.isLetterOrDigit(c);
  }
}
