package io.tenantsmith.rule;

import io.tenantsmith.diagnostic.Code;
import io.tenantsmith.diagnostic.Diagnostic;
import io.tenantsmith.diagnostic.Quoted;
import io.tenantsmith.model.BackupKeys;
import io.tenantsmith.model.Cluster;
import io.tenantsmith.model.ClusterKeys;
import io.tenantsmith.model.Fleet;
import io.tenantsmith.model.Key;
import io.tenantsmith.model.MailKeys;
import io.tenantsmith.model.Regions;
import io.tenantsmith.model.Resolution;
import io.tenantsmith.model.Setting;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Data stays in its cluster's region: nothing that a cluster's data goes to is called by another
 * region, and no two regions have one bucket.
 */
final class RegionRule implements PerClusterRule {

  /** What data goes to, and what to write instead. */
  private static final Map<Key<?>, String> DESTINATIONS =
      Map.of(
          BackupKeys.BUCKET, "clusters[].backup",
          BackupKeys.ENDPOINT, "clusters[].backup",
          BackupKeys.VELERO_LOCATION, "clusters[].backup",
          MailKeys.HOST, "clusters[].mail",
          ClusterKeys.SHARED_CLASS, "clusters[].storage_classes",
          ClusterKeys.SINGLE_CLASS, "clusters[].storage_classes",
          ClusterKeys.SNAPSHOT_CLASS, "clusters[].storage_classes");

  /** Stores whose regions are places; others may call theirs as they like. */
  private static final List<String> AMAZON = List.of(".amazonaws.com", ".amazonaws.com.cn");

  @Override
  public void judge(Resolution resolution, Consumer<Diagnostic> report) {
    PerClusterRule.super.judge(resolution, report);
    Fleet fleet = resolution.workspace().fleet();
    if (fleet != null) {
      buckets(fleet, report);
    }
  }

  @Override
  public void judge(
      Cluster cluster, Fleet fleet, Resolution resolution, Consumer<Diagnostic> report) {
    Regions regions = Regions.of(cluster, fleet);
    for (Key<?> key : cluster.settings().keys()) {
      if (DESTINATIONS.containsKey(key)) {
        destination(cluster, key, regions, report);
      }
    }
    signature(cluster, report);
  }

  private static void destination(
      Cluster cluster, Key<?> key, Regions regions, Consumer<Diagnostic> report) {
    Setting<?> setting = cluster.settings().setting(key);
    String text = String.valueOf(setting.value());
    regions
        .foreignIn(text)
        .ifPresent(
            region ->
                report.accept(
                    leaving(
                        cluster,
                        setting,
                        key.path() + " " + Quoted.quote(text) + " names " + Quoted.quote(region),
                        hint(cluster, key, region))));
  }

  /** Nobody but its operator knows where a region lies that no cloud has. */
  private static String hint(Cluster cluster, Key<?> key, String region) {
    String hint =
        "write " + DESTINATIONS.get(key) + " with one in that region: data must not leave it";
    return Regions.isKnown(cluster.region().value()) || !Regions.isKnown(region)
        ? hint
        : hint + "; if the cluster is in " + region + ", write backup.region: " + region;
  }

  /** A store of Amazon serves a bucket to requests that are signed for the bucket's region only. */
  private static void signature(Cluster cluster, Consumer<Diagnostic> report) {
    String endpoint = "." + cluster.backup().endpoint();
    Setting<String> stated = cluster.settings().setting(BackupKeys.REGION);
    if (!stated.value().equals(cluster.region().value())
        && Regions.isKnown(cluster.region().value())
        && AMAZON.stream().anyMatch(endpoint::endsWith)) {
      report.accept(
          leaving(
              cluster,
              stated,
              "backup.region is " + Quoted.quote(stated.value()),
              "write clusters[].backup with a bucket in that region, and leave backup.region out"));
    }
  }

  private static Diagnostic leaving(Cluster cluster, Setting<?> place, String fact, String hint) {
    return Diagnostic.error(
            Code.FLT413,
            place.origin().range(),
            fact
                + ", but cluster "
                + Quoted.quote(cluster.name().value())
                + " is in "
                + Quoted.quote(cluster.region().value()))
        .withRelated("the cluster is at", cluster.region().range())
        .withHint(hint);
  }

  private static void buckets(Fleet fleet, Consumer<Diagnostic> report) {
    Map<String, Cluster> first = new HashMap<>();
    for (Cluster cluster : fleet.clusters()) {
      String bucket = cluster.backup().bucket() + " at " + cluster.backup().address();
      Cluster other = first.putIfAbsent(bucket, cluster);
      if (other != null
          && !other.name().value().equals(cluster.name().value())
          && !other.region().value().equals(cluster.region().value())) {
        report.accept(
            Diagnostic.error(
                    Code.FLT414,
                    cluster.name().range(),
                    "backups of cluster "
                        + Quoted.quote(cluster.name().value())
                        + " in "
                        + Quoted.quote(cluster.region().value())
                        + " and of "
                        + Quoted.quote(other.name().value())
                        + " in "
                        + Quoted.quote(other.region().value())
                        + " go to one bucket, "
                        + bucket)
                .withRelated("the other cluster is at", other.name().range())
                .withHint("give each region a bucket of its own by clusters[].backup"));
      }
    }
  }
}
