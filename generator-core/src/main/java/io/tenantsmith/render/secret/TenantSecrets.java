package io.tenantsmith.render.secret;

import io.tenantsmith.model.TenantKeys;
import io.tenantsmith.render.Labels;
import io.tenantsmith.render.kit.TenantScope;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Which secrets a tenant needs: those made for it in admin-apps, those of its own, those read. */
final class TenantSecrets {

  private static final SortedMap<String, String> NO_LABELS = Collections.emptySortedMap();

  private final TenantScope scope;
  private final boolean signOn;
  private final boolean dedicated;
  private final boolean automated;

  TenantSecrets(TenantScope scope) {
    this.scope = scope;
    signOn = scope.tenant().get(TenantKeys.SSO_ENABLED);
    dedicated = scope.tenant().hasDedicatedOpenWebUi();
    automated = scope.tenant().get(TenantKeys.CONTENT_AUTOMATION);
  }

  /** Made in admin-apps, where Authentik and the Pipelines need them too. */
  List<GeneratedSecret> shared() {
    List<GeneratedSecret> secrets = new ArrayList<>();
    if (signOn) {
      secrets.add(client("wordpress"));
    }
    if (dedicated) {
      secrets.add(client("openwebui"));
    }
    if (automated) {
      secrets.add(
          new GeneratedSecret(
              "content-bot", PasswordGenerator.PASSWORD, "", gathered("content-bot")));
    }
    return secrets;
  }

  /** Made in the tenant's namespace. */
  List<GeneratedSecret> own() {
    List<GeneratedSecret> secrets = new ArrayList<>();
    secrets.add(
        new GeneratedSecret("backup-encryption", PasswordGenerator.KEY, "customer-key", NO_LABELS));
    secrets.add(password("mariadb-root", NO_LABELS));
    if (dedicated) {
      secrets.add(
          new GeneratedSecret("open-webui", PasswordGenerator.PASSWORD, "secret-key", NO_LABELS));
    }
    secrets.add(password("wordpress-admin", NO_LABELS));
    // The operator takes a changed password only from Secrets with this label.
    secrets.add(password("wordpress-db", new TreeMap<>(Map.of("k8s.mariadb.com/watch", ""))));
    secrets.add(new GeneratedSecret("wordpress-salts", PasswordGenerator.SALTS, "", NO_LABELS));
    return secrets;
  }

  /** Read from where the fleet's provider keeps them. */
  List<ReadSecret> read() {
    List<ReadSecret> secrets = new ArrayList<>();
    secrets.add(
        new ReadSecret(
            "backup-s3", "backup-s3", List.of(same("access-key-id"), same("secret-access-key"))));
    if (signOn) {
      secrets.add(readClient("wordpress-oidc", "wordpress"));
    }
    if (dedicated) {
      secrets.add(readClient("open-webui-oidc", "openwebui"));
    }
    if (automated) {
      secrets.add(
          new ReadSecret("wordpress-content-bot", "content-bot", List.of(same("password"))));
    }
    return secrets;
  }

  private GeneratedSecret client(String application) {
    return new GeneratedSecret(
        "oidc-" + application,
        PasswordGenerator.CLIENT_SECRET,
        clientKey(application),
        gathered("oidc-client"));
  }

  private ReadSecret readClient(String name, String application) {
    return new ReadSecret(
        name,
        "oidc-" + application,
        List.of(new ReadSecret.Entry(clientKey(application), "client-secret")));
  }

  /** Becomes the name of a file beside those of all other tenants. */
  private String clientKey(String application) {
    return scope.id() + "." + application + "-client-secret";
  }

  /** All Secrets with the label are gathered into one that a shared application mounts. */
  private SortedMap<String, String> gathered(String label) {
    SortedMap<String, String> labels = new TreeMap<>();
    labels.put(Labels.PREFIX + label, "true");
    labels.put(Labels.PREFIX + "tenant", scope.id());
    return labels;
  }

  private static GeneratedSecret password(String name, SortedMap<String, String> labels) {
    return new GeneratedSecret(name, PasswordGenerator.PASSWORD, "", labels);
  }

  private static ReadSecret.Entry same(String name) {
    return new ReadSecret.Entry(name, name);
  }
}
