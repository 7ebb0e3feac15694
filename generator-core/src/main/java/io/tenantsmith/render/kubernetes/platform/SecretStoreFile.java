package io.tenantsmith.render.kubernetes.platform;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.tenantsmith.render.Layout;
import io.tenantsmith.render.kubernetes.CreatedSecret;
import io.tenantsmith.render.kubernetes.ReadSecret;
import java.util.List;
import java.util.Map;

/** How external-secrets reads Secrets of the shared applications, and the generators there. */
final class SecretStoreFile implements PlatformFile {

  private static final String READER = "secret-reader";

  @Override
  public String path() {
    return "admin-apps/secrets.yaml";
  }

  @Override
  public List<HasMetadata> objects(Platform platform) {
    return List.of(
        Accounts.account(platform, READER),
        Accounts.reader(platform, READER, "secrets"),
        Accounts.binding(platform, READER, READER),
        store(platform),
        generator(platform, ExternalSecrets.LONG, 64),
        generator(platform, ExternalSecrets.SHORT, 32));
  }

  private static HasMetadata store(Platform platform) {
    Map<String, Object> authority =
        Map.of("name", "kube-root-ca.crt", "key", "ca.crt", "type", "ConfigMap");
    Map<String, Object> kubernetes =
        Map.of(
            "auth",
            Map.of("serviceAccount", Map.of("name", READER)),
            "remoteNamespace",
            Layout.ADMIN_APPS,
            "server",
            Map.of("caProvider", authority, "url", "kubernetes.default"));
    return CustomObject.of(
        ReadSecret.API_VERSION,
        "SecretStore",
        platform.metadata(ExternalSecrets.STORE),
        Map.of("provider", Map.of("kubernetes", kubernetes)));
  }

  /** Without symbols, since not every client escapes them; a quarter are digits. */
  private static HasMetadata generator(Platform platform, String name, int length) {
    return CustomObject.of(
        CreatedSecret.GENERATORS,
        CreatedSecret.PASSWORD_KIND,
        platform.metadata(name),
        Map.of(
            "allowRepeat",
            true,
            "digits",
            length / 4,
            "length",
            length,
            "noUpper",
            false,
            "symbols",
            0));
  }
}
