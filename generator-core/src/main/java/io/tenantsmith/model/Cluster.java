package io.tenantsmith.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One cluster of the fleet, as names for its {@link ClusterKeys values}. */
public final class Cluster {

  private final Settings settings;

  /** The cluster of these settings, its fleet's included. */
  Cluster(Settings settings) {
    this.settings = settings;
  }

  /** The same cluster; what is read of it is noted. */
  public Cluster watched(ReadLog log) {
    return new Cluster(log.watch(settings));
  }

  /** All values of it and of its fleet, with their origins. */
  public Settings settings() {
    return settings;
  }

  /** Its name. */
  public Sourced<String> name() {
    return settings.sourced(ClusterKeys.NAME);
  }

  /** Where it is. */
  public Sourced<String> region() {
    return settings.sourced(ClusterKeys.REGION);
  }

  /** For instance {@code prod}; one publish goes to one environment's branch. */
  public Sourced<String> environment() {
    return settings.sourced(ClusterKeys.ENVIRONMENT);
  }

  /** Its tenants get {@code <tenant_id>.<domain>}. */
  public Sourced<HostName> domain() {
    return settings.sourced(FleetKeys.DOMAIN);
  }

  /** Host of its shared Authentik. */
  public Sourced<HostName> identityHost() {
    return settings.sourced(FleetKeys.IDENTITY_HOST);
  }

  /** Host of its shared Open WebUI. */
  public Sourced<HostName> openWebUiHost() {
    return settings.sourced(FleetKeys.OPEN_WEBUI_HOST);
  }

  /** The mail relay, if there is one. */
  public Optional<MailRelay> mail() {
    return settings.find(MailKeys.HOST).isPresent() && settings.find(MailKeys.FROM).isPresent()
        ? Optional.of(new MailRelay(settings))
        : Optional.empty();
  }

  /** Whether anything of a mail relay is stated, complete or not. */
  public boolean statesMail() {
    return MailKeys.ALL.stream().anyMatch(key -> settings.stated(key) != null);
  }

  /** Where its backups go. */
  public BackupStore backup() {
    return new BackupStore(settings);
  }

  /** Who answers questions about names. */
  public Dns dns() {
    return new Dns(settings);
  }

  /** What syncs it; null where fleet.yaml does not state it. */
  public @Nullable Sourced<SyncTool> statedSync() {
    return settings.stated(ClusterKeys.SYNC);
  }

  /** What syncs it: Flux, unless something else is stated. */
  public SyncTool sync() {
    return settings.get(ClusterKeys.SYNC);
  }

  /** Minor version, for instance {@code 1.36}. */
  public Sourced<String> kubernetes() {
    return settings.sourced(ClusterKeys.KUBERNETES);
  }

  /** Its minor version, for instance 36 of 1.36. */
  public int kubernetesMinor() {
    String version = settings.get(ClusterKeys.KUBERNETES);
    return Integer.parseInt(version.substring(version.indexOf('.') + 1));
  }

  /** Address ranges. */
  public Network network() {
    return new Network(settings);
  }

  /** Storage classes. */
  public StorageClasses storageClasses() {
    return new StorageClasses(settings);
  }

  /** The shared Gateway. */
  public Gateway gateway() {
    return new Gateway(settings);
  }

  /** The certificate issuer. */
  public Issuer issuer() {
    return new Issuer(settings);
  }

  /** What all tenants together may request. */
  public Capacity capacity() {
    return new Capacity(settings);
  }

  /** Address ranges in CIDR notation. */
  public record Network(Settings settings) {

    /** Ranges of pods. */
    public List<String> podCidrs() {
      return settings.get(ClusterKeys.POD_CIDRS);
    }

    /** Ranges of services. */
    public List<String> serviceCidrs() {
      return settings.get(ClusterKeys.SERVICE_CIDRS);
    }

    /** Ranges of nodes. */
    public List<String> nodeCidrs() {
      return settings.get(ClusterKeys.NODE_CIDRS);
    }

    /** Ranges of the API server. */
    public List<String> apiServerCidrs() {
      return settings.get(ClusterKeys.API_SERVER_CIDRS);
    }

    /** TCP port of the API server's endpoints. */
    public int apiServerPort() {
      return settings.get(ClusterKeys.API_SERVER_PORT);
    }
  }

  /** Who answers questions about names: pods, addresses, or both. */
  public record Dns(Settings settings) {

    /** Whether pods answer: unless addresses alone are stated. */
    public boolean byPods() {
      return addresses().isEmpty()
          || settings.stated(ClusterKeys.DNS_NAMESPACE) != null
          || settings.stated(ClusterKeys.DNS_LABELS) != null;
    }

    /** Namespace of the pods. */
    public String namespace() {
      return settings.get(ClusterKeys.DNS_NAMESPACE);
    }

    /** Labels of the pods. */
    public Map<String, String> labels() {
      return settings.get(ClusterKeys.DNS_LABELS);
    }

    /** Addresses as ranges, for instance {@code 169.254.20.10/32}. */
    public List<String> addresses() {
      return settings.get(ClusterKeys.DNS_ADDRESSES);
    }

    /** Port of pods and addresses, UDP and TCP. */
    public int port() {
      return settings.get(ClusterKeys.DNS_PORT);
    }
  }

  /** The shared Gateway and its class. */
  public record Gateway(Settings settings) {

    /** Its class. */
    public Sourced<String> className() {
      return settings.sourced(ClusterKeys.GATEWAY_CLASS);
    }

    /** Its name. */
    public String name() {
      return settings.get(ClusterKeys.GATEWAY_NAME);
    }

    /** Where it is. */
    public String namespace() {
      return settings.get(ClusterKeys.GATEWAY_NAMESPACE);
    }

    /** Where its proxies run. */
    public String proxyNamespace() {
      return settings.get(ClusterKeys.PROXY_NAMESPACE);
    }
  }

  /** The certificate issuer. */
  public record Issuer(Settings settings) {

    /** Its name. */
    public String name() {
      return settings.get(ClusterKeys.ISSUER_NAME);
    }

    /** ACME directory URL. */
    public String server() {
      return settings.get(ClusterKeys.ISSUER_SERVER);
    }
  }

  /** What all tenants together may request; a missing part is not checked. */
  public record Capacity(Settings settings) {

    /** Sum of cpu requests. */
    public Optional<Sourced<Cpu>> cpuLimit() {
      return Optional.ofNullable(settings.stated(ClusterKeys.CAPACITY_CPU));
    }

    /** Sum of memory requests. */
    public Optional<Sourced<Bytes>> memoryLimit() {
      return Optional.ofNullable(settings.stated(ClusterKeys.CAPACITY_MEMORY));
    }

    /** Sum of storage requests. */
    public Optional<Sourced<Bytes>> storageLimit() {
      return Optional.ofNullable(settings.stated(ClusterKeys.CAPACITY_STORAGE));
    }
  }
}
