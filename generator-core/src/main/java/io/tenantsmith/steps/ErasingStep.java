package io.tenantsmith.steps;

import io.tenantsmith.engine.StepPlan.Topic;
import io.tenantsmith.model.BackupStore;
import io.tenantsmith.model.Cluster;
import io.tenantsmith.render.Layout;
import java.util.ArrayList;
import java.util.List;

/** From erasing to erased: all data is deleted. */
final class ErasingStep implements StepDescription {

  @Override
  public void describe(Passage passage, StepDraft draft) {
    draft.say(Topic.COPIES, "every backup and export is unreadable without these Secrets");
    SyncChecks checks = new SyncChecks(passage);
    draft.before(
        "the cluster has taken the release",
        checks.namespace("annotations", "erase"),
        passage.id());
    draft.before(
        "the sync tool has applied it",
        checks.appliedCommit(),
        "a commit not older than the one that published erasing");
    draft.before(
        "Authentik has removed the tenant",
        "status of the blueprint tenant-" + passage.id() + " in Authentik",
        "successful");
    draft.say(Topic.LEFT, "not ours, stays", left(passage));
    draft.say(Topic.BACK, "none; where erasing had not been synced: state: erasing, as the repair");
  }

  /** What outlives a tenant on purpose. */
  private static List<String> left(Passage passage) {
    List<String> left = new ArrayList<>();
    passage.cluster().map(Cluster::backup).ifPresent(store -> addBackups(store, passage, left));
    left.add("volumes of storage classes that retain them");
    left.add("Velero backups until their ttl");
    left.add("accounts and audit events in Authentik");
    left.add("metrics until their retention");
    return left;
  }

  private static void addBackups(BackupStore store, Passage passage, List<String> left) {
    if (!store.sharesKeys()) {
      left.add("Secret " + Layout.ADMIN_APPS + "/" + store.secretOf(passage.id()));
    }
    left.add("s3://" + store.bucket() + "/" + passage.id() + "/");
  }
}
