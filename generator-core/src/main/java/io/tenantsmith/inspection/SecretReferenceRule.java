package io.tenantsmith.inspection;

import io.tenantsmith.demand.ObjectValues;
import io.tenantsmith.diagnostic.Code;
import io.tenantsmith.diagnostic.Quoted;
import io.tenantsmith.objects.Node;
import io.tenantsmith.render.Layout;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;

/** Every Secret that is named is made by something in the output, and its reader may read it. */
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
            Finding.of(
                reference.source(),
                Code.OBJ603,
                reference.place(),
                "nothing makes the Secret "
                    + Quoted.quote(reference.namespace() + "/" + reference.name()),
                "name one that an ExternalSecret, a Certificate or the database's operator"
                    + " makes here"));
      }
    }
    Stores stores = new Stores(output, report);
    for (ObjectValues object : output.own("ExternalSecret")) {
      stores.inspect(object);
    }
  }

  /**
   * The stores of Secrets; a store of the same cluster hands out what a Role there names, and
   * nothing else.
   */
  private static final class Stores {

    private final TenantOutput output;
    private final Consumer<Finding> report;
    private final Set<String> readable;

    Stores(TenantOutput output, Consumer<Finding> report) {
      this.output = output;
      this.report = report;
      this.readable = readable(output);
    }

    void inspect(ObjectValues object) {
      Node spec = object.spec();
      if (!isOfPlatform(spec.at("secretStoreRef", "name").text())) {
        return;
      }
      for (Node item : spec.get("data").items()) {
        remote(object, item.at("remoteRef", "key"));
      }
      for (Node item : spec.get("dataFrom").items()) {
        Node key = item.at("extract", "key");
        if (!key.isMissing()) {
          remote(object, key);
        }
      }
    }

    /** Whether the store reads in the platform's namespace. */
    private boolean isOfPlatform(String store) {
      for (ObjectValues candidate : output.own("SecretStore")) {
        if (candidate.name().equals(store)) {
          return candidate
              .spec()
              .at("provider", "kubernetes", "remoteNamespace")
              .is(Layout.ADMIN_APPS);
        }
      }
      return false;
    }

    private void remote(ObjectValues object, Node key) {
      String name = key.text();
      boolean there = output.known().holds(SECRET, Layout.ADMIN_APPS, name);
      if (there && readable.contains(name)) {
        return;
      }
      String fact =
          there ? "no Role lets this tenant read the Secret " : "nothing makes the Secret ";
      report.accept(
          Finding.of(
              object,
              Code.OBJ603,
              key,
              fact + Quoted.quote(Layout.ADMIN_APPS + "/" + name),
              "name one that is made for this tenant in " + Layout.ADMIN_APPS));
    }

    private static Set<String> readable(TenantOutput output) {
      Set<String> names = new HashSet<>();
      for (ObjectValues object : output.values()) {
        if (object.kind().equals("Role") && object.namespace().equals(Layout.ADMIN_APPS)) {
          for (Node rule : object.root().get("rules").items()) {
            addReadable(rule, names);
          }
        }
      }
      return names;
    }

    private static void addReadable(Node rule, Set<String> names) {
      if (rule.get("resources").items().stream().anyMatch(r -> r.is("secrets"))) {
        rule.get("resourceNames").items().forEach(name -> names.add(name.text()));
      }
    }
  }
}
