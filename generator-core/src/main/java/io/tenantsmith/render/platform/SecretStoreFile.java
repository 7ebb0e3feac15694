package io.tenantsmith.render.platform;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.tenantsmith.model.Fleet;
import io.tenantsmith.render.Layout;
import io.tenantsmith.render.secret.AdminAppsStore;
import io.tenantsmith.render.secret.CreatedSecret;
import io.tenantsmith.render.secret.ReadSecret;
import io.tenantsmith.render.secret.VaultStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** How external-secrets reads Secrets of the shared applications, and the generators there. */
final class SecretStoreFile implements PlatformFile {

  private static final String READER = "secret-reader";
  private static final String WRITER = "vault-writer";

  @Override
  public String path() {
    return "admin-apps/secrets.yaml";
  }

  @Override
  public List<HasMetadata> objects(Platform platform) {
    List<HasMetadata> objects =
        new ArrayList<>(
            List.of(
                Accounts.account(platform, READER),
                Accounts.reader(platform, READER, "secrets"),
                Accounts.binding(platform, READER, READER),
                store(platform),
                generator(platform, ExternalSecrets.LONG, 64),
                generator(platform, ExternalSecrets.SHORT, 32)));
    platform
        .fleet()
        .services()
        .secrets()
        .vault()
        .ifPresent(
            vault -> {
              objects.add(Accounts.account(platform, WRITER));
              objects.add(vaultStore(platform, vault));
            });
    return objects;
  }

  /** Through it what is made here for tenants gets to where they read it. */
  private static HasMetadata vaultStore(Platform platform, Fleet.Vault vault) {
    return CustomObject.of(
        ReadSecret.API_VERSION,
        "SecretStore",
        platform.metadata(VaultStore.NAME),
        Map.of("provider", VaultStore.provider(vault, Layout.ADMIN_APPS, WRITER)));
  }

  private static HasMetadata store(Platform platform) {
    return CustomObject.of(
        ReadSecret.API_VERSION,
        "SecretStore",
        platform.metadata(ExternalSecrets.STORE),
        Map.of("provider", AdminAppsStore.provider(READER)));
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
