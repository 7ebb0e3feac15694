package io.tenantsmith.model;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Names and places of the platform's services. */
public record FleetServices(Settings settings) {

  /** Where secrets come from. */
  public Secrets secrets() {
    return new Secrets(settings);
  }

  /** The Prometheus operator that watches tenants. */
  public Monitoring monitoring() {
    return new Monitoring(settings);
  }

  /** The language model that writes for tenants, if the fleet names one. */
  public Optional<ContentModel> contentModel() {
    Optional<String> url = settings.value(ContentKeys.MODEL_URL);
    Optional<String> name = settings.value(ContentKeys.MODEL);
    return url.isEmpty() || name.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new ContentModel(
                ModelAddress.of(url.get()),
                name.get(),
                settings.value(ContentKeys.MODEL_NAMESPACE)));
  }

  /**
   * The language model that writes for tenants.
   *
   * @param address where it is asked
   * @param name its name there
   * @param namespace where its pods run, if they run in the same cluster
   */
  public record ContentModel(ModelAddress address, String name, Optional<String> namespace) {}

  /** Where secrets come from. */
  public record Secrets(Settings settings) {

    /** {@code kubernetes} or {@code vault}. */
    public Sourced<String> provider() {
      return settings.sourced(FleetKeys.SECRETS_PROVIDER);
    }

    /** Address of the vault. */
    public @Nullable Sourced<String> server() {
      return settings.stated(FleetKeys.SECRETS_SERVER);
    }

    /** Mount of its key-value engine. */
    public @Nullable Sourced<String> path() {
      return settings.stated(FleetKeys.SECRETS_PATH);
    }

    /** Mount of its Kubernetes auth method. */
    public @Nullable Sourced<String> authMount() {
      return settings.stated(FleetKeys.SECRETS_AUTH_MOUNT);
    }

    /** Whether a vault is asked for, whether or not its settings are complete. */
    public boolean asksForVault() {
      return provider().value().equals("vault");
    }

    /** The vault, if it is the provider and its settings are complete. */
    public Optional<Vault> vault() {
      if (!asksForVault()) {
        return Optional.empty();
      }
      Optional<String> server = settings.value(FleetKeys.SECRETS_SERVER);
      Optional<String> path = settings.value(FleetKeys.SECRETS_PATH);
      Optional<String> authMount = settings.value(FleetKeys.SECRETS_AUTH_MOUNT);
      return server.isEmpty() || path.isEmpty() || authMount.isEmpty()
          ? Optional.empty()
          : Optional.of(new Vault(server.get(), path.get(), authMount.get()));
    }
  }

  /**
   * A vault that keeps what tenants read.
   *
   * @param server its address
   * @param path mount of its key-value engine, version 2
   * @param authMount mount of its Kubernetes auth method
   */
  public record Vault(String server, String path, String authMount) {}

  /** The Prometheus operator that watches tenants. */
  public record Monitoring(Settings settings) {

    /** Where it runs. */
    public String namespace() {
      return settings.get(FleetKeys.MONITORING_NAMESPACE);
    }

    /** The release whose rules it reads. */
    public String release() {
      return settings.get(FleetKeys.MONITORING_RELEASE);
    }
  }
}
