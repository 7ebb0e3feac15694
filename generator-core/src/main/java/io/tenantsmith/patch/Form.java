package io.tenantsmith.patch;

import io.tenantsmith.diagnostic.Quoted;
import io.tenantsmith.objects.Amount;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * What a value must be.
 *
 * @param says what it must be, to be read after "must be"
 */
record Form(Predicate<Object> holds, String says) {

  static final Form TEXT = new Form(v -> v instanceof String s && !s.isEmpty(), "a text");
  static final Form LABEL =
      matching(
          "[a-z0-9](?:[-a-z0-9]{0,61}[a-z0-9])?", "a name of lower case letters, digits and -");
  static final Form SUBDOMAIN =
      matching(
          "(?=.{1,253}$)[a-z0-9](?:[-a-z0-9]*[a-z0-9])?(?:\\.[a-z0-9](?:[-a-z0-9]*[a-z0-9])?)*",
          "the name of an object");
  static final Form PORT_NAME =
      matching(
          "(?=.*[a-z])(?!.*--)[a-z0-9](?:[-a-z0-9]{0,13}[a-z0-9])?",
          "a name of at most 15 lower case letters, digits and -");
  static final Form PORT =
      new Form(
          v -> v instanceof Integer n ? n > 0 && n < 65_536 : PORT_NAME.holds().test(v),
          "a port from 1 to 65535, or the name of one");
  static final Form AMOUNT =
      new Form(v -> amount(v).filter(a -> a.milli() >= 0).isPresent(), "an amount from 0 on");
  static final Form SOME =
      new Form(v -> amount(v).filter(a -> a.milli() > 0).isPresent(), "an amount above 0");
  static final Form SHARE =
      new Form(
          v -> v instanceof Integer n ? n >= 0 : String.valueOf(v).matches("(?:100|[0-9]{1,2})%"),
          "a number from 0 on, or a share up to 100%");
  static final Form SURGE =
      new Form(
          v -> v instanceof Integer n ? n >= 0 : String.valueOf(v).matches("[0-9]{1,4}%"),
          "a number from 0 on, or a share such as 25%");
  static final Form DURATION =
      matching("(?:[0-9]{1,5}(?:h|m|s|ms)){1,4}", "a duration such as 30s");
  static final Form HEADER =
      matching("[A-Za-z0-9!#$%&'*+\\-.^_`|~]{1,256}", "the name of a header");
  static final Form PLAIN_HEADER =
      matching("[-A-Za-z0-9]{1,256}", "a header's name of letters, digits and -");
  static final Form PATH =
      new Form(
          v ->
              v instanceof String s
                  && s.matches("(?:[-A-Za-z0-9/._~!$&'()*+,;=:@]|%[0-9a-fA-F]{2})+")
                  && !s.matches(".*(?://|/\\.{1,2}(?:/|$)|%2[fF]).*"),
          "a path of a URL");

  /** One of some words. */
  static Form word(String... words) {
    List<String> known = List.of(words);
    return new Form(known::contains, "one of " + String.join(", ", known));
  }

  /** A whole number in a range. */
  static Form number(long from, long to) {
    return new Form(
        v -> v instanceof Number n && n.longValue() >= from && n.longValue() <= to,
        to == Integer.MAX_VALUE ? "at least " + from : "from " + from + " to " + to);
  }

  /** What is wrong with a value; empty if it is as it must be. */
  Optional<String> fault(Object value) {
    return holds.test(value)
        ? Optional.empty()
        : Optional.of("is " + Quoted.quote(String.valueOf(value)) + ", must be " + says);
  }

  private static Form matching(String pattern, String says) {
    Pattern compiled = Pattern.compile(pattern);
    return new Form(v -> v instanceof String s && compiled.matcher(s).matches(), says);
  }

  private static Optional<Amount> amount(Object value) {
    return Optional.ofNullable(Amount.of(String.valueOf(value)));
  }
}
