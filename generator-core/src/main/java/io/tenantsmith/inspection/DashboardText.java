package io.tenantsmith.inspection;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What rules look for in the JSON of a dashboard: its uid, and what it queries. */
final class DashboardText {

  private final String text;
  private final List<String> queries = new ArrayList<>();
  private final Deque<Character> open = new ArrayDeque<>();
  private @Nullable String uid;
  private int at;

  private DashboardText(String text) {
    this.text = text;
  }

  /** Reads a text; of what is no JSON it finds what it can. */
  static DashboardText of(String text) {
    DashboardText dashboard = new DashboardText(text);
    dashboard.read();
    return dashboard;
  }

  /** Its identifier; empty if there is none. */
  String uid() {
    return uid == null ? "" : uid;
  }

  /** The expressions of its panels. */
  List<String> queries() {
    return queries;
  }

  private void read() {
    String key = "";
    while (at < text.length()) {
      char c = text.charAt(at++);
      if (c == '{' || c == '[') {
        open.push(c);
      } else if (c == '}' || c == ']') {
        open.poll();
      } else if (c == '"') {
        String word = word();
        if (isKey()) {
          key = word;
        } else {
          value(key, word);
        }
      }
    }
  }

  private void value(String key, String value) {
    if (key.equals("uid") && open.size() == 1) {
      uid = value;
    } else if (key.equals("expr")) {
      queries.add(value);
    }
  }

  private boolean isKey() {
    int next = at;
    while (next < text.length() && Character.isWhitespace(text.charAt(next))) {
      next++;
    }
    return next < text.length() && text.charAt(next) == ':';
  }

  /** Up to the quote that ends it; of escapes only quotes matter to the rules. */
  private String word() {
    StringBuilder word = new StringBuilder();
    while (at < text.length() && text.charAt(at) != '"') {
      if (text.charAt(at) == '\\' && at + 1 < text.length()) {
        at++;
      }
      word.append(text.charAt(at++));
    }
    at++;
    return word.toString();
  }
}
