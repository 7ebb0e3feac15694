package io.tenantsmith.planning;

import io.tenantsmith.diagnostic.Diagnostic;
import io.tenantsmith.model.PublishedTenant;
import io.tenantsmith.model.ResolvedTenant;
import io.tenantsmith.planning.difference.TreeFile;
import io.tenantsmith.steps.TenantObjects;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

/**
 * A side whose tenants were compared as files already: those that are asked for differ, and of what
 * they share only files that differ are there.
 */
record ComparedSide(Side side, List<TreeFile> shared) implements Side {

  /** Copies the list. */
  ComparedSide {
    shared = List.copyOf(shared);
  }

  @Override
  public SortedSet<String> ids() {
    return side.ids();
  }

  @Override
  public Optional<ResolvedTenant> inputs(String id) {
    return side.inputs(id);
  }

  @Override
  public boolean isSame(String id, Side other) {
    return false;
  }

  @Override
  public SideTenant tenant(String id) throws IOException {
    return side.tenant(id);
  }

  @Override
  public Optional<PublishedTenant> published(String id) {
    return side.published(id);
  }

  @Override
  public TenantObjects objects(String id) throws IOException {
    return side.objects(id);
  }

  @Override
  public boolean isEdited(String path) {
    return side.isEdited(path);
  }

  @Override
  public List<Diagnostic> diagnostics() {
    return side.diagnostics();
  }
}
