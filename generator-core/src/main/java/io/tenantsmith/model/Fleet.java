package io.tenantsmith.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** fleet.yaml: what tenants share, as names for its {@link FleetKeys values}. */
public final class Fleet {

  private final Settings settings;
  private final List<Cluster> clusters;
  private final Stated stated;

  private Fleet(Settings settings, List<Cluster> clusters, Stated stated) {
    this.settings = settings;
    this.clusters = List.copyOf(clusters);
    this.stated = stated;
  }

  /**
   * What the file states.
   *
   * @param own {@link FleetKeys} and {@link ImageKeys}
   * @param clusters {@link ClusterKeys} of each cluster
   * @param defaults layer {@link Layer#FLEET} of every tenant
   */
  public record Stated(Values own, List<Values> clusters, Values defaults) {

    /** Copies the list. */
    public Stated {
      clusters = List.copyOf(clusters);
    }
  }

  /**
   * A fleet with the values that a file states and defaults for the rest.
   *
   * @param stated {@link FleetKeys} and {@link ImageKeys}, at least file, name and domain
   * @param clusters {@link ClusterKeys} of each cluster, at least name and region; at least one
   * @param defaults layer {@link Layer#FLEET} of every tenant
   */
  public static Fleet of(Values stated, List<Values> clusters, Values defaults) {
    List<Settings> each = clusters.stream().map(cluster -> settings(stated, cluster)).toList();
    Settings own =
        Settings.builder()
            .lay(Layer.FLEET, stated.without(MailKeys.ALL).without(BackupKeys.ALL))
            .put(FleetKeys.ENVIRONMENT, each.get(0).setting(ClusterKeys.ENVIRONMENT))
            .complete(FleetKeys.ALL)
            .complete(ContentKeys.ALL)
            .complete(ImageKeys.ALL)
            .build();
    List<Cluster> views = new ArrayList<>();
    for (Settings cluster : each) {
      views.add(new Cluster(Settings.builder().putAll(own).putAll(cluster).build()));
    }
    return new Fleet(own, views, new Stated(stated, clusters, defaults));
  }

  /** Whether a sync tool may apply a cluster's tree, from a repository that a pod can read. */
  public boolean isSyncedBy(SyncTool tool, Cluster cluster) {
    return publish().podUrl().isPresent() && cluster.sync().includes(tool);
  }

  /** A cluster's values: what it states wins over what its fleet states of it, then defaults. */
  private static Settings settings(Values fleet, Values cluster) {
    SettingsBuilder settings =
        Settings.builder()
            .lay(Layer.FLEET, fleet.only(List.of(FleetKeys.NAME)))
            .lay(Layer.FLEET, fleet.only(FleetKeys.HOSTS));
    for (List<Key<?>> section : List.of(MailKeys.ALL, BackupKeys.ALL)) {
      if (!cluster.hasAny(section)) {
        settings.lay(Layer.FLEET, fleet.only(section));
      }
    }
    return settings
        .lay(Layer.FLEET, cluster)
        .complete(FleetKeys.HOSTS)
        .complete(MailKeys.ALL)
        .complete(BackupKeys.ALL)
        .complete(ClusterKeys.ALL)
        .build();
  }

  /** The same fleet; what is read of it is noted. */
  public Fleet watched(ReadLog log) {
    return new Fleet(
        log.watch(settings), clusters.stream().map(c -> c.watched(log)).toList(), stated);
  }

  /** What its file states, of which its values are made. */
  public Stated stated() {
    return stated;
  }

  /** All values of it, with their origins. */
  public Settings settings() {
    return settings;
  }

  /** Goes into {@code app.kubernetes.io/part-of}. */
  public Sourced<String> name() {
    return settings.sourced(FleetKeys.NAME);
  }

  /** Put before a tenant's id. */
  public Sourced<String> namespacePrefix() {
    return settings.sourced(FleetKeys.NAMESPACE_PREFIX);
  }

  /** Addresses of the platform. */
  public Contacts contacts() {
    return new Contacts(settings);
  }

  /** What the Authentiks of all clusters have in common. */
  public Identity identity() {
    return new Identity(settings);
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
    return stated.defaults();
  }

  /** The full reference of one of the platform's {@link ImageKeys images}. */
  public String image(Key<String> key) {
    return ImageReference.within(settings.value(ImageKeys.REGISTRY).orElse(""), settings.get(key));
  }

  /** Names and places of the platform's services. */
  public FleetServices services() {
    return new FleetServices(settings);
  }

  /** What stops a publish. */
  public Guards guards() {
    return new Guards(settings);
  }

  /** Where the rendered tree goes. */
  public Publish publish() {
    return new Publish(settings);
  }

  /** What the Authentiks of all clusters have in common. */
  public record Identity(Settings settings) {

    /** What people read above its pages at the platform's own host. */
    public String title() {
      return settings.get(FleetKeys.IDENTITY_TITLE);
    }

    /** Whether whoever administers anything must have a second factor. */
    public boolean adminSecondFactor() {
      return settings.get(FleetKeys.ADMIN_SECOND_FACTOR);
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
