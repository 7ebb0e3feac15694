package io.tenantsmith.inspection;

import io.tenantsmith.demand.ObjectValues;
import io.tenantsmith.diagnostic.Code;
import io.tenantsmith.diagnostic.Quoted;
import io.tenantsmith.objects.Node;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** In a vault a tenant's secrets lie below the name of its namespace, and its role is named so. */
final class VaultPathRule implements OutputRule {

  @Override
  public void inspect(TenantOutput output, Consumer<Finding> report) {
    String own = output.namespace();
    Set<String> stores = new HashSet<>();
    for (ObjectValues store : output.own("SecretStore")) {
      if (!store.spec().at("provider", "vault").isMissing()) {
        role(store, own, report);
        stores.add(store.name());
      }
    }
    output
        .own("ExternalSecret")
        .forEach(object -> read(object, stores).forEach(key -> below(object, key, own, report)));
    output.values().stream()
        .filter(object -> object.kind().equals("PushSecret"))
        .forEach(
            object -> {
              chosen(object, report);
              pushed(object).forEach(key -> below(object, key, own, report));
            });
  }

  /** Where it stands the Secrets of all tenants are; their labels may say anything. */
  private static void chosen(ObjectValues object, Consumer<Finding> report) {
    Node selector = object.spec().at("selector", "secret", "selector");
    if (!selector.isMissing()) {
      report.accept(
          Finding.of(
              object,
              Code.OBJ602,
              selector,
              "Secrets of all tenants could be pushed",
              "name a Secret of this tenant"));
    }
  }

  private static void role(ObjectValues store, String own, Consumer<Finding> report) {
    Node role = store.spec().at("provider", "vault", "auth", "kubernetes", "role");
    if (!role.is(own)) {
      report.accept(
          Finding.of(
              store,
              Code.OBJ602,
              role,
              Quoted.quote(role.text()) + " is not this tenant's role in the vault",
              "name " + own));
    }
  }

  /** Where an ExternalSecret reads in one of these stores; an item may name its own. */
  private static Stream<Node> read(ObjectValues object, Set<String> stores) {
    Node store = object.spec().at("secretStoreRef", "name");
    return Stream.concat(
        object.spec().get("data").items().stream()
            .filter(item -> isIn(item, store, stores))
            .map(item -> item.at("remoteRef", "key")),
        object.spec().get("dataFrom").items().stream()
            .filter(item -> isIn(item, store, stores))
            .flatMap(VaultPathRule::gathered));
  }

  private static boolean isIn(Node item, Node store, Set<String> stores) {
    return stores.contains(item.at("sourceRef", "storeRef", "name").textOr(store.text()));
  }

  private static Stream<Node> gathered(Node item) {
    if (!item.get("find").isMissing()) {
      return Stream.of(item.at("find", "path"));
    }
    return Stream.of(item.at("extract", "key")).filter(key -> !key.isMissing());
  }

  private static Stream<Node> pushed(ObjectValues object) {
    return Stream.concat(
        object.spec().get("data").items().stream()
            .map(item -> item.at("match", "remoteRef", "remoteKey")),
        object.spec().get("dataTo").items().stream().map(item -> item.get("remoteKey")));
  }

  /** A step upwards would leave what the tenant's policy is thought to bind. */
  private static void below(ObjectValues object, Node key, String own, Consumer<Finding> report) {
    String path = key.text();
    if (!path.startsWith(own + "/") || ("/" + path + "/").contains("/../")) {
      report.accept(
          Finding.of(
              object,
              Code.OBJ602,
              key,
              Quoted.quote(path) + " is not below this tenant's part of the vault",
              "begin it with " + own + "/"));
    }
  }
}
