package io.tenantsmith.inspection;

import io.tenantsmith.diagnostic.Code;
import io.tenantsmith.diagnostic.Quoted;
import io.tenantsmith.render.Layout;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** No text names another tenant's namespace, its Services or its series. */
final class NeighbourRule implements OutputRule {

  private static final String SERVICE = ".svc";
  private static final String QUERIED = "namespace";
  private static final Pattern SELECTED =
      Pattern.compile("namespace *(=~|!=|!~|=) *\\\\*[\"'`]([^\"'`\\\\]*)");

  /** Places with a rule of their own, and one that is no place of a namespace. */
  private static final Set<String> ELSEWHERE = Set.of("includedNamespaces", "matchNames", "bucket");

  @Override
  public void inspect(TenantOutput output, Consumer<Finding> report) {
    output.places(Trait.SERVICE).forEach(place -> service(place, output, report));
    output.places(Trait.QUERY).forEach(place -> query(place, output, report));
    output.places(Trait.NEIGHBOUR).forEach(place -> word(place, output, report));
  }

  /** A Service's name in the cluster: {@code name.namespace.svc}. */
  private static void service(Place place, TenantOutput output, Consumer<Finding> report) {
    String own = output.namespace();
    String text = place.node().text();
    for (int at = text.indexOf(SERVICE); at >= 0; at = text.indexOf(SERVICE, at + 1)) {
      int end = at + SERVICE.length();
      int middle = start(text, at);
      int start = middle > 0 && text.charAt(middle - 1) == '.' ? start(text, middle - 1) : at;
      boolean isService =
          middle < at && start < middle - 1 && (end == text.length() || !isPart(text.charAt(end)));
      if (isService && isForeign(text.substring(middle, at), own)) {
        report.accept(
            place.finding(
                Code.OBJ602,
                Quoted.quote(text.substring(start, end)) + " is a Service of another namespace",
                "name Services of " + own + " or of the platform"));
        return;
      }
    }
  }

  private static boolean isForeign(String namespace, String own) {
    return !namespace.equals(own) && !namespace.equals(Layout.ADMIN_APPS);
  }

  /** Where the label begins that ends there. */
  private static int start(String text, int end) {
    int start = end;
    while (start > 0 && isPart(text.charAt(start - 1))) {
      start--;
    }
    return start;
  }

  /** Whether a character can stand in a label. */
  private static boolean isPart(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
  }

  /** What queries of metrics select: {@code namespace="..."}, perhaps in JSON. */
  private static void query(Place place, TenantOutput output, Consumer<Finding> report) {
    String own = output.namespace();
    String text = place.node().text();
    Matcher matcher = SELECTED.matcher(text);
    for (int at = text.indexOf(QUERIED); at >= 0; at = text.indexOf(QUERIED, at + 1)) {
      if (!matcher.region(at, text.length()).lookingAt()) {
        continue;
      }
      if (!matcher.group(1).equals("=") || !matcher.group(2).equals(own)) {
        report.accept(
            place.finding(
                Code.OBJ602,
                "a query selects the namespace " + Quoted.quote(matcher.group(2)),
                "select " + own + " alone"));
        return;
      }
    }
  }

  /** Texts in a ConfigMap are for tenants to choose. */
  private static void word(Place place, TenantOutput output, Consumer<Finding> report) {
    String text = place.node().text();
    boolean elsewhere =
        ELSEWHERE.contains(place.node().key()) || place.object().kind().equals("ConfigMap");
    String prefix = output.fleet().namespacePrefix().value();
    if (elsewhere || prefix.isEmpty()) {
      return;
    }
    int start = text.indexOf(prefix);
    while (start >= 0) {
      int end = NameInText.end(text, start);
      boolean begins = start == 0 || !NameInText.isPart(text.charAt(start - 1));
      if (begins && !isOwn(text, start, end, output)) {
        String word = text.substring(start, end);
        if (isNeighbour(word, output) && !SELECTED.matcher(text).find()) {
          report.accept(
              place.finding(
                  Code.OBJ602,
                  Quoted.quote(word) + " is another tenant's namespace",
                  "leave it out"));
          return;
        }
      }
      start = text.indexOf(prefix, end);
    }
  }

  /** Most words that begin so are the tenant's namespace. */
  private static boolean isOwn(String text, int start, int end, TenantOutput output) {
    String own = output.namespace();
    return end - start == own.length() && text.startsWith(own, start);
  }

  /** Names that we give may meet the namespace of a tenant, for instance tenant-web. */
  private static boolean isNeighbour(String word, TenantOutput output) {
    return output.neighbours().contains(word)
        && !output.known().isName(word)
        && !output.groups().contains(word);
  }
}
