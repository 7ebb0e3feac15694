package io.tenantsmith.steps;

import io.tenantsmith.engine.StepPlan.Topic;
import io.tenantsmith.model.BackupStore;
import io.tenantsmith.model.Cluster;
import io.tenantsmith.model.FleetServices.Vault;
import io.tenantsmith.render.Layout;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** From erasing to erased: all data is deleted. */
final class ErasingStep implements StepDescription {

  @Override
  public void describe(Passage passage, StepDraft draft) {
    draft.say(Topic.COPIES, unreadable(passage));
    SyncChecks checks = new SyncChecks(passage);
    draft.before(
        "the cluster has taken the release",
        checks.namespace("annotations", "erase"),
        passage.id());
    draft.before(checks.applied());
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
    vault(passage)
        .map(vault -> vault.path() + "/" + passage.namespace() + "/")
        .ifPresent(place -> left.add("copies of its Secrets in Vault, below " + place));
    if (passage.fleet().services().contentModel().isPresent()) {
      left.add("rows of the ledger of content automation, until the certificate's first check");
    }
    left.add("volumes of storage classes that retain them");
    left.add("Velero backups until their ttl");
    left.add("accounts and audit events in Authentik");
    left.add("metrics until their retention");
    return left;
  }

  private static Optional<Vault> vault(Passage passage) {
    return passage.fleet().services().secrets().vault();
  }

  /** A vault has copies of the keys, and nothing of ours removes them there. */
  private static String unreadable(Passage passage) {
    return vault(passage).isEmpty()
        ? "every backup and export is unreadable without these Secrets"
        : "backups and export stay readable with the copies of these Secrets in Vault, until"
            + " somebody removes them there";
  }

  private static void addBackups(BackupStore store, Passage passage, List<String> left) {
    if (!store.sharesKeys()) {
      left.add("Secret " + Layout.ADMIN_APPS + "/" + store.secretOf(passage.id()));
    }
    left.add("s3://" + store.bucket() + "/" + passage.id() + "/");
  }
}
