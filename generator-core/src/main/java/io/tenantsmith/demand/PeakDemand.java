package io.tenantsmith.demand;

import static io.tenantsmith.demand.ContainerAmounts.COUNTED;

import io.tenantsmith.model.Bytes;
import io.tenantsmith.model.Cpu;
import io.tenantsmith.model.Requests;
import io.tenantsmith.objects.Amount;
import io.tenantsmith.objects.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a tenant's objects take of each counted resource when all of them are at their most: the sum
 * of what is rendered, not of what renderers say that they need.
 */
public final class PeakDemand {

  private static final String OF_CLASS = ".storageclass.storage.k8s.io/requests.storage";

  /** The certificates of the API server, which Kubernetes puts there. */
  private static final Amount OF_EVERY_NAMESPACE = Amount.of(1);

  private static final Set<String> REQUESTING =
      Set.of(
          "Pod",
          "Deployment",
          "HorizontalPodAutoscaler",
          "StatefulSet",
          "ReplicaSet",
          "DaemonSet",
          "Job",
          "CronJob",
          "PersistentVolumeClaim",
          "MariaDB",
          "PhysicalBackup",
          "Backup",
          "Restore",
          "SqlJob",
          "Certificate");

  private final Map<String, Amount> largest = new HashMap<>();
  private final Map<String, Share> shares = new HashMap<>();
  private final Taker taker;

  private PeakDemand(Taker taker) {
    this.taker = taker;
  }

  /** Listens to who takes how much of what. */
  @FunctionalInterface
  public interface Taker {

    /** An object takes an amount of a resource; the same one may take more of it. */
    void takes(ObjectValues object, String resource, Amount amount);
  }

  /**
   * That of a namespace.
   *
   * @param objects all that are rendered, also those outside of the namespace
   */
  public static PeakDemand of(String namespace, List<ObjectValues> objects) {
    return of(namespace, objects, Pods.of(objects));
  }

  /** The same, where the pods of the objects are known already. */
  public static PeakDemand of(String namespace, List<ObjectValues> objects, List<Pod> pods) {
    return of(namespace, objects, pods, (object, resource, amount) -> {});
  }

  /** The same, told object by object. */
  public static PeakDemand of(
      String namespace, List<ObjectValues> objects, List<Pod> pods, Taker taker) {
    PeakDemand peak = new PeakDemand(taker);
    for (Pod pod : pods) {
      if (pod.source().namespace().equals(namespace)) {
        peak.add(pod);
      }
    }
    List<ObjectValues> own =
        objects.stream().filter(object -> object.namespace().equals(namespace)).toList();
    Volume.of(own).forEach(peak::add);
    own.forEach(peak::addObject);
    peak.shares.merge("configmaps", new Share(OF_EVERY_NAMESPACE, null, Amount.ZERO), Share::plus);
    return peak;
  }

  /** The larger of both for each resource: what is needed where only one of them is there. */
  public PeakDemand orLarger(PeakDemand other) {
    PeakDemand larger = new PeakDemand(taker);
    larger.largest.putAll(largest);
    other.largest.forEach(larger::keepLargest);
    larger.shares.putAll(shares);
    other.shares.forEach((name, share) -> larger.shares.merge(name, share, Share::orLarger));
    return larger;
  }

  /**
   * Whether an object of that kind can request cpu, memory or storage, or decides how often another
   * one does.
   */
  public static boolean countsRequestsOf(String kind) {
    return REQUESTING.contains(kind);
  }

  /** The sums of what is requested. */
  public Requests requests() {
    return new Requests(
        new Cpu(share("requests.cpu").sum().milli()),
        new Bytes(share("requests.memory").sum().milli() / 1000),
        new Bytes(share("requests.storage").sum().milli() / 1000));
  }

  /** The most of a resource that one container is limited to. */
  public Amount largestContainer(String resource) {
    return largest.getOrDefault(resource, Amount.ZERO);
  }

  /** All that is taken of one resource. */
  public Share share(String resource) {
    return shares.getOrDefault(resource, Share.NONE);
  }

  private void add(Pod pod) {
    add(pod.source(), "pods", Amount.of(pod.peak()));
    List<ContainerAmounts> containers = new ArrayList<>();
    for (Pod.Container container : pod.containers()) {
      ContainerAmounts amounts = ContainerAmounts.of(container);
      containers.add(amounts);
      for (int i = 0; i < COUNTED.size(); i++) {
        if (COUNTED.get(i).isLimit()) {
          keepLargest(COUNTED.get(i).resource(), amounts.stated().get(i));
        }
      }
    }
    for (int i = 0; i < COUNTED.size(); i++) {
      add(
          pod.source(),
          COUNTED.get(i).name(),
          ContainerAmounts.ofPod(containers, i).times(pod.peak()));
    }
  }

  private void keepLargest(String resource, Amount amount) {
    largest.merge(resource, amount, (a, b) -> a.compareTo(b) < 0 ? b : a);
  }

  private void add(Volume volume) {
    Amount one = Amount.orZero(volume.size());
    Amount size = one.times(volume.count());
    add(volume.source(), "persistentvolumeclaims", Amount.of(volume.count()));
    add(volume.source(), "requests.storage", size);
    add(volume.source(), volume.storageClass() + OF_CLASS, size);
  }

  private void addObject(ObjectValues object) {
    switch (object.kind()) {
      case "ConfigMap" -> add(object, "configmaps", Amount.of(1));
      case "Secret", "ExternalSecret" -> add(object, "secrets", Amount.of(1));
      case "Job" -> add(object, "count/jobs.batch", Amount.of(1));
      case "CronJob" -> addCronJob(object);
      case "Service" -> addService(object);
      case "MariaDB" -> addDatabase(object);
      case "Certificate" -> addCertificate(object);
      default -> {}
    }
  }

  private void addCronJob(ObjectValues object) {
    Node spec = object.spec();
    int kept =
        spec.get("successfulJobsHistoryLimit").numberOr(3)
            + spec.get("failedJobsHistoryLimit").numberOr(1);
    add(object, "count/jobs.batch", Amount.of(kept + 1L));
    add(object, "count/cronjobs.batch", Amount.of(1));
  }

  private void addService(ObjectValues object) {
    Node spec = object.spec();
    add(object, "services", Amount.of(1));
    boolean balanced = spec.get("type").is("LoadBalancer");
    if (balanced) {
      add(object, "services.loadbalancers", Amount.of(1));
    }
    boolean withoutPorts = spec.get("allocateLoadBalancerNodePorts").is(false);
    if (spec.get("type").is("NodePort") || (balanced && !withoutPorts)) {
      add(object, "services.nodeports", Amount.of(spec.get("ports").items().size()));
    }
  }

  /** What the operator makes of it: see its names in {@link OperatorObjects}. */
  private void addDatabase(ObjectValues object) {
    OperatorObjects made = OperatorObjects.of(object);
    add(object, "services", Amount.of(made.services().size()));
    add(object, "secrets", Amount.of(made.secrets().size()));
    add(object, "configmaps", Amount.of(made.configMaps().size()));
    Node replication = object.spec().get("replication");
    if (replication.at("replica", "bootstrapFrom", "restoreJob").isMissing()) {
      addRestore(object);
    }
  }

  /** The Job of a restore, which may be asked for at any time, where the database states none. */
  private void addRestore(ObjectValues object) {
    add(object, HelperPod.RESTORE);
  }

  /** Its key, that of the next one while it is renewed, and a pod with a service that proves. */
  private void addCertificate(ObjectValues object) {
    add(object, "secrets", Amount.of(2));
    add(object, "services", Amount.of(1));
    add(object, HelperPod.SOLVER);
  }

  private void add(ObjectValues object, HelperPod pod) {
    add(object, "pods", Amount.of(1));
    add(object, "requests.cpu", pod.requestedCpu());
    add(object, "limits.cpu", pod.cpu());
    add(object, "requests.memory", pod.requestedMemory());
    add(object, "limits.memory", pod.memory());
  }

  private void add(ObjectValues object, String resource, Amount amount) {
    shares.merge(resource, new Share(amount, object, amount), Share::plus);
    taker.takes(object, resource, amount);
  }
}
