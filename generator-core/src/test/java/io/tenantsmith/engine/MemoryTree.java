package io.tenantsmith.engine;

import io.tenantsmith.model.PublishedTenant;
import io.tenantsmith.model.TenantState;
import io.tenantsmith.output.CurrentTree;
import io.tenantsmith.output.HandEdits;
import io.tenantsmith.output.OutputFile;
import io.tenantsmith.output.OwnershipIndex;
import io.tenantsmith.output.Planner;
import io.tenantsmith.path.RelativePath;
import io.tenantsmith.render.Artifact;
import io.tenantsmith.render.KubernetesObject;
import io.tenantsmith.render.Layout;
import io.tenantsmith.run.ComparedFleet;
import io.tenantsmith.run.FleetRenderer;
import io.tenantsmith.run.SettledFleet;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** A tree in memory, which plans change as they change a folder or a commit. */
record MemoryTree(SortedMap<RelativePath, OutputFile> files, OwnershipIndex index) {

  static final MemoryTree EMPTY = new MemoryTree(new TreeMap<>(), OwnershipIndex.empty());

  /** The tree after the plan of a fleet; empty if the plan is refused. */
  Optional<MemoryTree> after(SettledFleet settled) throws IOException {
    SortedMap<RelativePath, OutputFile> next = new TreeMap<>(files);
    Planner planner =
        new Planner(
            current(),
            change ->
                change
                    .file()
                    .ifPresentOrElse(
                        file -> next.put(change.path(), file), () -> next.remove(change.path())),
            new Planner.Terms("output", HandEdits.REFUSE, settled.isPartial()));
    ComparedFleet compared =
        new FleetRenderer(settled, MemoryFleet.CONTRIBUTORS, Progress.NONE, 1).into(planner);
    return compared.isRefused()
        ? Optional.empty()
        : Optional.of(new MemoryTree(next, compared.plan().next()));
  }

  /** The state of each tenant in it. */
  SortedMap<String, TenantState> states() {
    SortedMap<String, TenantState> states = new TreeMap<>();
    index.tenants().forEach(tenant -> states.put(tenant.id().value(), tenant.state()));
    return states;
  }

  /** The objects of a tenant by identity; none if it is not in the tree. */
  SortedMap<String, KubernetesObject> objects(String tenant) {
    SortedMap<String, KubernetesObject> objects = new TreeMap<>();
    for (PublishedTenant line : index.tenants()) {
      if (line.id().value().equals(tenant)) {
        String folder = Layout.tenant(line.cluster(), line.id()).value() + "/";
        for (Map.Entry<RelativePath, OutputFile> file : files.entrySet()) {
          if (file.getKey().value().startsWith(folder)) {
            file.getValue().rendered().ifPresent(artifact -> put(artifact, objects));
          }
        }
      }
    }
    return objects;
  }

  private static void put(Artifact artifact, SortedMap<String, KubernetesObject> objects) {
    for (KubernetesObject object : artifact.objects()) {
      objects.put(object.ref().group() + " " + object.ref().display(), object);
    }
  }

  CurrentTree current() {
    OutputFile bytes = files.get(OwnershipIndex.PATH);
    return new CurrentTree(
        path -> Optional.ofNullable(files.get(path)).map(OutputFile::content),
        index,
        bytes == null ? null : bytes.content());
  }
}
