package io.tenantsmith.run;

import io.tenantsmith.diagnostic.Diagnostic;
import io.tenantsmith.model.Fleet;
import io.tenantsmith.model.FleetKeys;
import io.tenantsmith.model.Template;
import io.tenantsmith.model.Tenant;
import io.tenantsmith.model.Tier;
import io.tenantsmith.model.Workspace;
import io.tenantsmith.source.SourceFile;
import java.util.HashMap;
import java.util.Map;

/** What each file of a fleet was bound to. */
final class BoundFiles {

  private BoundFiles() {}

  /** The bytes of a file and the record that they are. */
  @SuppressWarnings("ArrayRecordComponent") // never compared; deliberately not copied
  record Bound(byte[] content, Object to) {}

  /** The files of a fleet in which there is no mistake, by path. */
  static Map<String, Bound> of(LoadedFleet loaded) {
    Map<String, Object> records = new HashMap<>();
    Workspace workspace = loaded.workspace();
    for (Tier tier : workspace.tiers()) {
      records.put(tier.file(), tier);
    }
    for (Template template : workspace.templates()) {
      records.put(template.file(), template);
    }
    for (Tenant tenant : workspace.tenants()) {
      records.put(tenant.file(), tenant);
    }
    Fleet fleet = workspace.fleet();
    if (fleet != null) {
      records.put(fleet.settings().get(FleetKeys.FILE), fleet);
    }
    for (Diagnostic found : loaded.diagnostics()) {
      if (found.isError()) {
        records.remove(found.range().file());
      }
    }
    Map<String, Bound> bound = new HashMap<>();
    for (SourceFile file : loaded.sources().all()) {
      Object known = records.get(file.file());
      if (known != null) {
        bound.put(file.file(), new Bound(file.content(), known));
      }
    }
    return bound;
  }
}
