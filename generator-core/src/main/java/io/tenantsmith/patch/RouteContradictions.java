package io.tenantsmith.patch;

import io.tenantsmith.objects.Node;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Fields of a route that exclude or need each other. */
final class RouteContradictions {

  private static final Pattern PART = Pattern.compile("([0-9]+)(h|ms|m|s)");

  /** Filters that may stand once in a rule. */
  private static final Set<String> ONCE =
      Set.of(
          "RequestHeaderModifier",
          "ResponseHeaderModifier",
          "RequestRedirect",
          "URLRewrite",
          "CORS");

  private final List<Forms.Fault> faults = new ArrayList<>();

  private RouteContradictions() {}

  static List<Forms.Fault> of(Node spec) {
    RouteContradictions found = new RouteContradictions();
    Set<Object> names = new HashSet<>();
    for (Node rule : spec.get("rules").items()) {
      Object name = rule.get("name").value();
      if (name != null && !names.add(name)) {
        found.tell(rule.get("name"), "is the name of two rules");
      }
      found.rule(rule);
    }
    return found.faults;
  }

  private void rule(Node rule) {
    filters(rule);
    rule.get("backendRefs").items().forEach(this::filters);
    for (Node match : rule.get("matches").items()) {
      Node path = match.get("path");
      String value = String.valueOf(path.get("value").value());
      if (!path.get("type").is("RegularExpression")
          && !path.get("value").isMissing()
          && !(value.startsWith("/") && Form.PATH.holds().test(value))) {
        tell(path.get("value"), "must be a path of a URL that begins with /");
      }
      unique(match.get("headers"));
      unique(match.get("queryParams"));
    }
    Node whole = rule.at("timeouts", "request");
    Node one = rule.at("timeouts", "backendRequest");
    long limit = millis(whole);
    if (limit > 0 && millis(one) > limit) {
      tell(one, "is longer than the request may take, " + whole.value());
    }
  }

  private void filters(Node holder) {
    Set<String> types = new HashSet<>();
    for (Node filter : holder.get("filters").items()) {
      String type = String.valueOf(filter.get("type").value());
      String field = field(type);
      if (filter.map().size() != 2 || filter.get(field).isMissing()) {
        tell(filter, "must hold its type and " + field + ", nothing else");
      }
      if (!types.add(type) && ONCE.contains(type)) {
        tell(filter, "is of a type that stands there twice");
      }
      for (String modifier : List.of("set", "add")) {
        unique(filter.get(field).get(modifier));
      }
      path(filter.get(field).get("path"));
    }
    if (types.contains("RequestRedirect")
        && (types.contains("URLRewrite") || !holder.get("backendRefs").items().isEmpty())) {
      tell(holder, "redirects, so nothing may be sent on");
    }
  }

  /** A path has the field of its type. */
  private void path(Node path) {
    if (path.isMissing()) {
      return;
    }
    String type = String.valueOf(path.get("type").value());
    String field = field(type);
    if (!List.of("replaceFullPath", "replacePrefixMatch").contains(field)
        || path.map().size() != 2
        || path.get(field).isMissing()) {
      tell(path, "must hold its type and the field of that type");
    }
  }

  private void unique(Node list) {
    Set<String> seen = new HashSet<>();
    for (Node item : list.items()) {
      Node name = item.get("name");
      if (name.value() instanceof String text && !seen.add(text.toLowerCase(Locale.ROOT))) {
        tell(name, "stands there twice");
      }
    }
  }

  private static String field(String type) {
    if (type.equals("URLRewrite")) {
      return "urlRewrite";
    }
    return type.equals("CORS") || type.isEmpty()
        ? type.toLowerCase(Locale.ROOT)
        : type.substring(0, 1).toLowerCase(Locale.ROOT) + type.substring(1);
  }

  private static long millis(Node duration) {
    long millis = 0;
    Matcher part = PART.matcher(String.valueOf(duration.value()));
    while (part.find()) {
      long unit =
          switch (part.group(2)) {
            case "h" -> 3_600_000;
            case "m" -> 60_000;
            case "s" -> 1000;
            default -> 1;
          };
      millis += Long.parseLong(part.group(1)) * unit;
    }
    return millis;
  }

  private void tell(Node place, String fact) {
    faults.add(new Forms.Fault(place, fact));
  }
}
