package io.tenantsmith.planning.danger;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as Go writes them. */
final class GoDuration {

  private static final Pattern FORM =
      Pattern.compile("(?:([0-9]{1,9})h)?(?:([0-9]{1,9})m)?(?:([0-9]{1,9})s)?");

  private GoDuration() {}

  /** The whole hours of a duration; empty if the text is none. */
  static Optional<Long> hours(String text) {
    Matcher matcher = FORM.matcher(text);
    return text.isEmpty() || !matcher.matches()
        ? Optional.empty()
        : Optional.of(number(matcher, 1) + number(matcher, 2) / 60 + number(matcher, 3) / 3600);
  }

  private static long number(Matcher matcher, int group) {
    String digits = matcher.group(group);
    return digits == null ? 0 : Long.parseLong(digits);
  }
}
