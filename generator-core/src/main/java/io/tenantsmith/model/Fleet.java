package io.tenantsmith.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** fleet.yaml: what tenants share, as names for its {@link FleetKeys values}. */
public final class Fleet {

  private final Settings settings;
  private final List<Cluster> clusters;
  private final Values defaults;

  private Fleet(Settings settings, List<Cluster> clusters, Values defaults) {
    this.settings = settings;
    this.clusters = List.copyOf(clusters);
    this.defaults = defaults;
  }

  /**
   * A fleet with the values that a file states and defaults for the rest.
   *
   * @param stated {@link FleetKeys} and {@link ImageKeys}, at least file, name and domain
   * @param clusters {@link ClusterKeys} of each cluster, at least name and region; at least one
   * @param defaults layer {@link Layer#FLEET} of every tenant
   */
  public static Fleet of(Values stated, List<Values> clusters, Values defaults) {
    List<Settings> each =
        clusters.stream()
            .map(c -> Settings.builder().lay(Layer.FLEET, c).complete(ClusterKeys.ALL).build())
            .toList();
    Settings own =
        Settings.builder()
            .lay(Layer.FLEET, stated)
            .put(FleetKeys.ENVIRONMENT, each.get(0).setting(ClusterKeys.ENVIRONMENT))
            .complete(FleetKeys.ALL)
            .complete(ImageKeys.ALL)
            .build();
    List<Cluster> views = new ArrayList<>();
    for (Settings cluster : each) {
      views.add(new Cluster(Settings.builder().putAll(own).putAll(cluster).build()));
    }
    return new Fleet(own, views, defaults);
  }

  /** The same fleet; what is read of it is noted. */
  public Fleet watched(ReadLog log) {
    return new Fleet(
        log.watch(settings), clusters.stream().map(c -> c.watched(log)).toList(), defaults);
  }

  /** All values of it, with their origins. */
  public Settings settings() {
    return settings;
  }

  /** Goes into {@code app.kubernetes.io/part-of}. */
  public Sourced<String> name() {
    return settings.sourced(FleetKeys.NAME);
  }

  /** Tenants get {@code <tenant_id>.<domain>}. */
  public Sourced<HostName> domain() {
    return settings.sourced(FleetKeys.DOMAIN);
  }

  /** Put before a tenant's id. */
  public Sourced<String> namespacePrefix() {
    return settings.sourced(FleetKeys.NAMESPACE_PREFIX);
  }

  /** Addresses of the platform. */
  public Contacts contacts() {
    return new Contacts(settings);
  }

  /** The shared Authentik. */
  public Identity identity() {
    return new Identity(settings);
  }

  /** Host of the shared Open WebUI. */
  public Sourced<HostName> openWebUiHost() {
    return settings.sourced(FleetKeys.OPEN_WEBUI_HOST);
  }

  /** All clusters, in the order of the file. */
  public List<Cluster> clusters() {
    settings.find(FleetKeys.CLUSTERS);
    return clusters;
  }

  /** The cluster of that name. */
  public Optional<Cluster> cluster(String clusterName) {
    return clusters().stream().filter(c -> c.name().value().equals(clusterName)).findFirst();
  }

  /** Layer {@link Layer#FLEET} of every tenant. */
  public Values defaults() {
    return defaults;
  }

  /** The full reference of one of the platform's {@link ImageKeys images}. */
  public String image(Key<String> key) {
    return ImageReference.within(settings.value(ImageKeys.REGISTRY).orElse(""), settings.get(key));
  }

  /** Names and places of the platform's services. */
  public Services services() {
    return new Services(settings);
  }

  /** What stops a publish. */
  public Guards guards() {
    return new Guards(settings);
  }

  /** Where the rendered tree goes. */
  public Publish publish() {
    return new Publish(settings);
  }

  /** Addresses of the platform. */
  public record Contacts(Settings settings) {

    /** Mail address for the ACME account, if stated. */
    public Optional<String> contactEmail() {
      return settings.value(FleetKeys.CONTACT_EMAIL);
    }

    /** URL to which a suspended tenant's hosts redirect, if stated. */
    public Optional<String> pausedPageUrl() {
      return settings.value(FleetKeys.PAUSED_PAGE);
    }
  }

  /** The shared Authentik. */
  public record Identity(Settings settings) {

    /** Its host. */
    public Sourced<HostName> host() {
      return settings.sourced(FleetKeys.IDENTITY_HOST);
    }

    /** How blueprints reach it; {@code sidecar}. */
    public String blueprints() {
      return settings.get(FleetKeys.IDENTITY_BLUEPRINTS);
    }

    /** What the API server puts before a group's name. */
    public String groupsPrefix() {
      return settings.get(FleetKeys.GROUPS_PREFIX);
    }
  }

  /** Names and places of the platform's services. */
  public record Services(Settings settings) {

    /** Where secrets come from. */
    public Secrets secrets() {
      return new Secrets(settings);
    }

    /** Where backups go. */
    public Backup backup() {
      return new Backup(settings);
    }

    /** The Prometheus operator that watches tenants. */
    public Monitoring monitoring() {
      return new Monitoring(settings);
    }
  }

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

  /** Where backups go. */
  public record Backup(Settings settings) {

    /** S3 bucket. */
    public String bucket() {
      return settings.get(FleetKeys.BACKUP_BUCKET);
    }

    /** S3 endpoint host. */
    public String endpoint() {
      return settings.get(FleetKeys.BACKUP_ENDPOINT).value();
    }

    /** Where Velero runs. */
    public String veleroNamespace() {
      return settings.get(FleetKeys.VELERO_NAMESPACE);
    }

    /** Velero's backup location. */
    public String veleroLocation() {
      return settings.get(FleetKeys.VELERO_LOCATION);
    }
  }

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

  /** What stops a publish. */
  public record Guards(Settings settings) {

    /** How many tenants a publish may remove. */
    public Sourced<Integer> maxRemovedTenants() {
      return settings.sourced(FleetKeys.MAX_REMOVED_TENANTS);
    }

    /** How many tenants a publish may change, percent. */
    public Sourced<Integer> maxChangedPercent() {
      return settings.sourced(FleetKeys.MAX_CHANGED_PERCENT);
    }
  }

  /** Where the rendered tree goes. */
  public record Publish(Settings settings) {

    private static final Pattern FOR_PODS = Pattern.compile("(https?|ssh)://.+");

    /** Where we push: a path or a URL, if stated. */
    public Optional<Sourced<String>> pushTarget() {
      return Optional.ofNullable(settings.stated(FleetKeys.PUBLISH_REPOSITORY));
    }

    /** Whether a missing repository at a path is created. */
    public boolean create() {
      return settings.get(FleetKeys.PUBLISH_CREATE);
    }

    /** The branch that is published. */
    public Sourced<String> branch() {
      return settings.sourced(FleetKeys.PUBLISH_BRANCH);
    }

    /** {@code direct}, {@code branch} or {@code next-branch}. */
    public Sourced<String> mode() {
      return settings.sourced(FleetKeys.PUBLISH_MODE);
    }

    /** Author and committer of every commit. */
    public Author author() {
      return new Author(settings.get(FleetKeys.AUTHOR_NAME), settings.get(FleetKeys.AUTHOR_EMAIL));
    }

    /** What sync tools read: the stated URL, else where we push. */
    public String readUrl() {
      return settings
          .value(FleetKeys.PUBLISH_URL)
          .or(() -> settings.value(FleetKeys.PUBLISH_REPOSITORY))
          .orElse("");
    }

    /** The same URL, if a pod could read from it. */
    public Optional<String> podUrl() {
      return Optional.of(readUrl()).filter(address -> FOR_PODS.matcher(address).matches());
    }
  }

  /** Author and committer of every commit. */
  public record Author(String name, String email) {}
}
