package io.tenantsmith.model;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * fleet.yaml: what tenants share.
 *
 * @param name goes into {@code app.kubernetes.io/part-of}
 * @param domain tenants get {@code <tenant_id>.<domain>}
 * @param namespacePrefix put before a tenant's id
 * @param contacts addresses of the platform
 * @param openWebUiHost host of the shared Open WebUI
 * @param defaults layer {@link Layer#FLEET} of every tenant
 * @param images layer {@link Layer#FLEET} of the {@link ImageKeys images}
 */
public record Fleet(
    Sourced<String> name,
    Sourced<HostName> domain,
    Sourced<String> namespacePrefix,
    Contacts contacts,
    Identity identity,
    Sourced<HostName> openWebUiHost,
    List<Cluster> clusters,
    Values defaults,
    Values images,
    Services services,
    Guards guards,
    Publish publish) {

  /** Copies the clusters. */
  public Fleet {
    clusters = List.copyOf(clusters);
  }

  /** The cluster of that name. */
  public Optional<Cluster> cluster(String clusterName) {
    return clusters.stream().filter(c -> c.name().value().equals(clusterName)).findFirst();
  }

  /**
   * Addresses of the platform.
   *
   * @param email for the ACME account
   * @param pausedPage URL to which a suspended tenant's hosts redirect
   */
  public record Contacts(@Nullable String email, @Nullable String pausedPage) {

    /** Mail address, if stated. */
    public Optional<String> contactEmail() {
      return Optional.ofNullable(email);
    }

    /** URL, if stated. */
    public Optional<String> pausedPageUrl() {
      return Optional.ofNullable(pausedPage);
    }
  }

  /**
   * The shared Authentik.
   *
   * @param blueprints how blueprints reach it; {@code sidecar}
   * @param groupsPrefix what the API server puts before a group's name
   */
  public record Identity(Sourced<HostName> host, String blueprints, String groupsPrefix) {}

  /** What the platform's services are called and where they are. */
  public record Services(Secrets secrets, Backup backup, Monitoring monitoring) {}

  /**
   * Where secrets come from.
   *
   * @param provider {@code kubernetes} or {@code vault}
   * @param server address of the vault
   * @param path mount of its key-value engine
   * @param authMount mount of its Kubernetes sign-on
   */
  public record Secrets(
      Sourced<String> provider,
      @Nullable Sourced<String> server,
      @Nullable Sourced<String> path,
      @Nullable Sourced<String> authMount) {

    /** Whether a vault is asked for, stated well or not. */
    public boolean asksForVault() {
      return provider.value().equals("vault");
    }

    /** The vault, if it is the provider and wholly stated. */
    public Optional<Vault> vault() {
      return !asksForVault() || server == null || path == null || authMount == null
          ? Optional.empty()
          : Optional.of(new Vault(server.value(), path.value(), authMount.value()));
    }
  }

  /**
   * A vault that keeps what tenants read.
   *
   * @param server its address
   * @param path mount of its key-value engine, version 2
   * @param authMount mount of its Kubernetes sign-on
   */
  public record Vault(String server, String path, String authMount) {}

  /**
   * Where backups go.
   *
   * @param bucket S3 bucket, a missing one is named after the fleet
   * @param endpoint S3 endpoint host
   */
  public record Backup(
      String bucket, String endpoint, String veleroNamespace, String veleroLocation) {}

  /** The Prometheus operator that watches tenants. */
  public record Monitoring(String namespace, String release) {}

  /** What stops a publish. */
  public record Guards(Sourced<Integer> maxRemovedTenants, Sourced<Integer> maxChangedPercent) {}

  /**
   * Where the rendered tree goes.
   *
   * @param repository where we push: a path or a URL; may be left out
   * @param create whether a repository at a path is made when it is missing
   * @param url what sync tools read
   * @param mode {@code direct}, {@code branch} or {@code next-branch}
   */
  public record Publish(
      @Nullable Sourced<String> repository,
      boolean create,
      @Nullable String url,
      Sourced<String> branch,
      Sourced<String> mode,
      Author author) {

    private static final Pattern FOR_PODS = Pattern.compile("(https?|ssh)://.+");

    /** Where we push, if stated. */
    public Optional<Sourced<String>> pushTarget() {
      return Optional.ofNullable(repository);
    }

    /** What sync tools read: the stated URL, else where we push. */
    public String readUrl() {
      if (url != null) {
        return url;
      }
      return repository == null ? "" : repository.value();
    }

    /** The same, if a pod could read there. */
    public Optional<String> podUrl() {
      return Optional.of(readUrl()).filter(address -> FOR_PODS.matcher(address).matches());
    }
  }

  /** Author and committer of every commit. */
  public record Author(String name, String email) {}
}
