package io.tenantsmith.patch;

import io.tenantsmith.diagnostic.Quoted;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A selector in the notation of Kubernetes; all of its requirements must hold. */
record LabelSelector(List<Requirement> requirements) {

  private static final String KEY = "([A-Za-z0-9](?:[A-Za-z0-9._/-]*[A-Za-z0-9])?)";
  private static final String VALUE = "([A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?)";
  private static final Pattern REQUIREMENT =
      Pattern.compile(
          " *(?:(!?) *"
              + KEY
              + "|"
              + KEY
              + " *(==?|!=) *"
              + VALUE
              + "|"
              + KEY
              + " +(in|notin) *\\(([A-Za-z0-9._, -]+)\\)) *(,|$)");

  LabelSelector {
    requirements = List.copyOf(requirements);
  }

  static LabelSelector of(String text) throws PatchRefused {
    List<Requirement> requirements = new ArrayList<>();
    Matcher matcher = REQUIREMENT.matcher(text);
    int at = 0;
    boolean more = true;
    while (more && matcher.find(at) && matcher.start() == at) {
      requirements.add(requirement(matcher));
      at = matcher.end();
      more = !matcher.group(9).isEmpty();
    }
    if (more || at != text.length()) {
      throw new PatchRefused("the selector " + Quoted.quote(text) + " cannot be read");
    }
    return new LabelSelector(requirements);
  }

  boolean matches(Map<?, ?> labels) {
    return requirements.stream().allMatch(requirement -> requirement.matches(labels));
  }

  private static Requirement requirement(Matcher matcher) throws PatchRefused {
    if (matcher.group(2) != null) {
      return new Requirement(matcher.group(2), Set.of(), matcher.group(1).isEmpty());
    }
    if (matcher.group(3) != null) {
      return new Requirement(
          matcher.group(3), Set.of(matcher.group(5)), !matcher.group(4).equals("!="));
    }
    Set<String> values = new TreeSet<>();
    for (String value : matcher.group(8).split(",", -1)) {
      if (!value.strip().matches(VALUE)) {
        throw new PatchRefused("a selector with the value " + Quoted.quote(value));
      }
      values.add(value.strip());
    }
    return new Requirement(matcher.group(6), values, matcher.group(7).equals("in"));
  }

  /**
   * One requirement.
   *
   * @param values the values; none where only the key counts
   * @param holds whether a match is wanted; an object without the key does not match
   */
  record Requirement(String key, Set<String> values, boolean holds) {

    Requirement {
      values = Set.copyOf(values);
    }

    boolean matches(Map<?, ?> labels) {
      Object value = labels.get(key);
      boolean match = value instanceof String text && (values.isEmpty() || values.contains(text));
      return match == holds;
    }
  }
}
