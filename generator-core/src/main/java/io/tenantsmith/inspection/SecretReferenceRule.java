package io.tenantsmith.inspection;

import io.tenantsmith.diagnostic.Code;
import io.tenantsmith.diagnostic.Quoted;
import io.tenantsmith.render.Layout;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Every Secret that is named is made by something in the output, and may be read by who reads it.
 */
final class SecretReferenceRule implements OutputRule {

  private static final String SECRET = "Secret";

  @Override
  public void inspect(TenantOutput output, Consumer<Finding> report) {
    KnownObjects known = output.known();
    for (Reference reference : output.references()) {
      if (reference.kind().equals(SECRET)
          && !reference.isForeign(output)
          && !known.holds(reference)) {
        report.accept(
            reference
                .source()
                .finding(
                    Code.OBJ603,
                    reference.place(),
                    "nothing makes the Secret "
                        + Quoted.quote(reference.namespace() + "/" + reference.name()),
                    "name one that an ExternalSecret, a Certificate or the database's operator"
                        + " makes here"));
      }
    }
    output
        .own("ExternalSecret")
        .forEach(
            object -> remotePlaces(object).forEach(place -> remote(object, place, output, report)));
  }

  private static Stream<Node> remotePlaces(ObjectValues object) {
    Node spec = object.spec();
    return Stream.concat(
        spec.get("data").items().stream().map(item -> item.at("remoteRef", "key")),
        spec.get("dataFrom").items().stream()
            .map(item -> item.at("extract", "key"))
            .filter(key -> !key.isMissing()));
  }

  /** A store of the same cluster hands out what a Role there names, and nothing else. */
  private static void remote(
      ObjectValues object, Node key, TenantOutput output, Consumer<Finding> report) {
    String store = object.spec().at("secretStoreRef", "name").text();
    String namespace =
        output
            .own("SecretStore")
            .filter(candidate -> candidate.name().equals(store))
            .map(o -> o.spec().at("provider", "kubernetes", "remoteNamespace").text())
            .findFirst()
            .orElse("");
    if (!namespace.equals(Layout.ADMIN_APPS)) {
      return;
    }
    String fact = "";
    if (!output.known().holds(SECRET, namespace, key.text())) {
      fact = "nothing makes the Secret " + Quoted.quote(namespace + "/" + key.text());
    } else if (!readable(output, namespace).contains(key.text())) {
      fact =
          "no Role lets this tenant read the Secret " + Quoted.quote(namespace + "/" + key.text());
    }
    if (!fact.isEmpty()) {
      report.accept(
          object.finding(
              Code.OBJ603, key, fact, "name one that is made for this tenant in " + namespace));
    }
  }

  private static Set<String> readable(TenantOutput output, String namespace) {
    Set<String> names = new HashSet<>();
    output.values().stream()
        .filter(o -> o.kind().equals("Role") && o.namespace().equals(namespace))
        .flatMap(role -> role.root().get("rules").items().stream())
        .filter(rule -> rule.get("resources").items().stream().anyMatch(r -> r.is("secrets")))
        .flatMap(rule -> rule.get("resourceNames").items().stream())
        .forEach(name -> names.add(name.text()));
    return names;
  }
}
