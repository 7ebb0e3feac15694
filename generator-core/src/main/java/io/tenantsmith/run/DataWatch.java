package io.tenantsmith.run;

import io.tenantsmith.diagnostic.Diagnostic;
import io.tenantsmith.model.TenantId;
import io.tenantsmith.output.Change;
import io.tenantsmith.output.ChangeSink;
import io.tenantsmith.output.OutputFile;
import io.tenantsmith.render.Artifact;
import io.tenantsmith.render.KubernetesObject;
import io.tenantsmith.steps.DataKinds;
import io.tenantsmith.steps.TenantObjects;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Looks through the changes of a run for objects that hold data and leave without a step of their
 * tenant's life. A file is parsed only if it had more of them than it has now, or has one of
 * another name; all others cost a look through their lines.
 */
public final class DataWatch implements ChangeSink {

  private final ChangeSink sink;
  private final SortedMap<String, List<KubernetesObject>> left = new TreeMap<>();
  private final List<KubernetesObject> gone = new ArrayList<>();
  private final Set<String> there = new HashSet<>();
  private @Nullable TenantId current;

  /** A watch that hands on all it sees. */
  public DataWatch(ChangeSink sink) {
    this.sink = sink;
  }

  @Override
  public void take(Change change) throws IOException {
    change.tenant().ifPresent(tenant -> look(tenant, change));
    sink.take(change);
  }

  /** What is to say of it, once the run has been compared. */
  public List<Diagnostic> found(ComparedFleet compared, SettledFleet settled) {
    flush();
    compared.steps().forEach(step -> left.remove(step.way().tenant().id()));
    // Who vanishes without a step was never published, else a rule would have refused it.
    compared.plan().tenants().removed().forEach(id -> left.remove(id));
    return new LeftData(settled).diagnostics(left);
  }

  /** The changes of a tenant come one after the other; an object may move between its files. */
  private void look(TenantId tenant, Change change) {
    if (!tenant.equals(current)) {
      flush();
      current = tenant;
    }
    List<KubernetesObject> now = change.file().map(DataWatch::holding).orElse(List.of());
    now.forEach(object -> there.add(TenantObjects.key(object)));
    byte[] before = change.before();
    if (before != null && mayLose(before, now)) {
      TenantObjects old = TenantObjects.read(Map.of(change.path().name(), before));
      old.all().stream().filter(DataKinds::holds).forEach(gone::add);
    }
  }

  private static boolean mayLose(byte[] before, List<KubernetesObject> now) {
    if (DataKinds.count(before) > now.size()) {
      return true;
    }
    String text = new String(before, StandardCharsets.UTF_8);
    return now.stream().anyMatch(object -> !text.contains(" name: " + object.ref().name() + "\n"));
  }

  private void flush() {
    List<KubernetesObject> lost =
        gone.stream().filter(object -> !there.contains(TenantObjects.key(object))).toList();
    if (current != null && !lost.isEmpty()) {
      left.put(current.value(), lost);
    }
    gone.clear();
    there.clear();
  }

  private static List<KubernetesObject> holding(OutputFile file) {
    return file.rendered().map(Artifact::objects).orElse(List.of()).stream()
        .filter(object -> DataKinds.holds(object.kind()))
        .toList();
  }
}
