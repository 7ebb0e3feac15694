package io.tenantsmith.plan.form;

import io.tenantsmith.plan.Baseline;
import java.util.function.UnaryOperator;

/** What a plan compares with, and why. */
public final class BasePhrase {

  private static final int SHORT = 7;
  private static final String DIRTY = "-dirty";

  private BasePhrase() {}

  /** {@code output, rendered from commit 1a2b3c4 (there is no branch to read)}. */
  static String of(Baseline base, UnaryOperator<String> shown, UnaryOperator<String> words) {
    String name = shown.apply(base.name());
    String what =
        switch (base.kind()) {
          case PUBLISHED -> "what is published on " + name + at(base.commit(), shown);
          case OUTPUT -> name + at(base.commit(), shown);
          case COMMIT -> name + at(base.commit(), shown);
          case NOTHING -> "nothing, so all is new";
        };
    boolean known = !base.input().isEmpty() && !base.input().equals(base.commit());
    String input = known ? ", rendered from commit " + commit(base.input(), shown) : "";
    String why = base.why().isEmpty() ? "" : " (" + words.apply(base.why()) + ")";
    return what + input + why;
  }

  /** Seven digits, with the mark of inputs that are not the whole truth. */
  public static String commit(String commit, UnaryOperator<String> shown) {
    String end = commit.endsWith(DIRTY) ? DIRTY : "";
    String digits = commit.substring(0, commit.length() - end.length());
    boolean isLong = digits.length() > SHORT && digits.chars().allMatch(BasePhrase::isHex);
    return shown.apply((isLong ? digits.substring(0, SHORT) : digits) + end);
  }

  private static String at(String commit, UnaryOperator<String> shown) {
    return commit.isEmpty() ? "" : " at " + commit(commit, shown);
  }

  private static boolean isHex(int c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
  }
}
