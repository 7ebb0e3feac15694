package io.tenantsmith.statement;

import io.tenantsmith.model.ClusterKeys;
import io.tenantsmith.model.Document;
import io.tenantsmith.model.Fleet;
import io.tenantsmith.model.Key;
import io.tenantsmith.model.PlainValue;
import io.tenantsmith.model.Sourced;
import io.tenantsmith.model.Template;
import io.tenantsmith.model.Tenant;
import io.tenantsmith.model.TenantKeys;
import io.tenantsmith.model.Tier;
import io.tenantsmith.model.Values;
import io.tenantsmith.model.Wave;
import io.tenantsmith.model.Workspace;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All statements of a part of the inputs, by address, in the order of its schema. */
final class Sheet {

  /** The field of a tier that names the one it extends. */
  static final String EXTENDS = "extends";

  /** The field of a roll-out that names it; there is none without. */
  static final String WAVE_ID = "id";

  /** The field of a roll-out with the rings that have it whole. */
  static final String RINGS = "to.rings";

  /** The field of a roll-out with the share of the other tenants. */
  static final String PERCENT = "to.percent";

  private final Map<Statement, Sourced<?>> all = new LinkedHashMap<>();

  private Sheet() {}

  /** What fleet.yaml states; nothing if it could not be bound. */
  static Sheet ofFleet(Workspace workspace) {
    Sheet sheet = new Sheet();
    Fleet fleet = workspace.fleet();
    if (fleet != null) {
      sheet.add(Document.FLEET, "", "", fleet.stated().own());
      fleet
          .stated()
          .clusters()
          .forEach(cluster -> sheet.add(Document.CLUSTER, nameOf(cluster), "", cluster));
      sheet.add(Document.DEFAULTS, "", "", fleet.defaults());
    }
    return sheet;
  }

  /** What a tier states, with its roll-out. */
  static Sheet of(Tier tier) {
    Sheet sheet = new Sheet();
    String name = tier.fileStem();
    tier.extendsTier().ifPresent(parent -> sheet.add(Document.TIER, name, EXTENDS, parent));
    sheet.add(Document.TIER, name, "", tier.values());
    tier.wave().ifPresent(wave -> sheet.add(name, wave));
    return sheet;
  }

  /** What a template states. */
  static Sheet of(Template template) {
    Sheet sheet = new Sheet();
    sheet.add(Document.TEMPLATE, template.fileStem(), "", template.values());
    return sheet;
  }

  /** What a tenant states; its file is stated by where it lies. */
  static Sheet of(Tenant tenant) {
    Sheet sheet = new Sheet();
    String owner = ownerOf(tenant);
    tenant
        .named()
        .get(TenantKeys.FILE)
        .ifPresent(file -> sheet.add(Document.TENANT, owner, TenantKeys.FILE.path(), file));
    sheet.add(Document.TENANT, owner, "", tenant.values());
    return sheet;
  }

  /** The id of a tenant; its file's name where it has none. */
  static String ownerOf(Tenant tenant) {
    return tenant.id().map(id -> id.value()).orElseGet(tenant::fileStem);
  }

  /** The name of a cluster. */
  static String nameOf(Values cluster) {
    return cluster.get(ClusterKeys.NAME).map(Sourced::value).orElse("");
  }

  /** Where a key of a roll-out is stated. */
  static String set(Key<?> key) {
    return "set." + key.path();
  }

  /** What differs from an older sheet, which may be missing, in the order of the newer. */
  static List<ChangedStatement> difference(@Nullable Sheet before, @Nullable Sheet after) {
    Map<Statement, Sourced<?>> old = before == null ? Map.of() : before.all;
    Map<Statement, Sourced<?>> now = after == null ? Map.of() : after.all;
    List<ChangedStatement> changed = new ArrayList<>();
    now.forEach(
        (statement, value) -> {
          Sourced<?> former = old.get(statement);
          if (former == null || !PlainValue.isSame(former.value(), value.value())) {
            changed.add(new ChangedStatement(statement, former, value));
          }
        });
    old.forEach(
        (statement, value) -> {
          if (!now.containsKey(statement)) {
            changed.add(new ChangedStatement(statement, value, null));
          }
        });
    return changed;
  }

  private void add(String tier, Wave wave) {
    add(Document.NEXT, tier, WAVE_ID, wave.id());
    Optional.ofNullable(wave.reach().rings())
        .ifPresent(rings -> add(Document.NEXT, tier, RINGS, rings));
    Optional.ofNullable(wave.reach().percent())
        .ifPresent(percent -> add(Document.NEXT, tier, PERCENT, percent));
    add(Document.NEXT, tier, "set.", wave.set());
  }

  private void add(Document document, String owner, String prefix, Values values) {
    for (Key<?> key : values.keys()) {
      if (key == ClusterKeys.NAME) {
        continue; // the list of clusters says it
      }
      values.get(key).ifPresent(value -> add(document, owner, prefix + key.path(), value));
    }
  }

  private void add(Document document, String owner, String path, Sourced<?> value) {
    all.put(new Statement(document, owner, path), value);
  }
}
