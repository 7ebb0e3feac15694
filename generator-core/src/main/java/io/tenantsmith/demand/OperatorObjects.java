package io.tenantsmith.demand;

import java.util.ArrayList;
import java.util.List;

/** Names of the objects that mariadb-operator makes from a MariaDB, as of version 26.6. */
public record OperatorObjects(
    List<String> services, List<String> secrets, List<String> configMaps, List<String> accounts) {

  /** The names for a database with TLS, which is the default. */
  public static OperatorObjects of(ObjectValues database) {
    String name = database.name();
    boolean replicated = database.spec().at("replication", "enabled").is(true);
    boolean measured = database.spec().at("metrics", "enabled").is(true);
    List<String> services = named(name, "", "-internal");
    List<String> secrets = named(name, "-ca", "-ca-bundle", "-server-cert", "-client-cert");
    secrets.add("internal-" + name);
    if (measured) {
      services.add(name + "-metrics");
      secrets.addAll(named(name, "-metrics-password", "-metrics-config"));
    }
    if (replicated) {
      services.addAll(named(name, "-primary", "-secondary"));
      secrets.addAll(named(name, "-repl-password", "-agent-auth"));
    }
    List<String> configMaps = named(name, "-config", "-config-default", "-config-tls");
    return new OperatorObjects(services, secrets, configMaps, List.of(name));
  }

  private static List<String> named(String name, String... suffixes) {
    List<String> names = new ArrayList<>();
    for (String suffix : suffixes) {
      names.add(name + suffix);
    }
    return names;
  }
}
