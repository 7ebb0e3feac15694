package io.tenantsmith.harness;

import io.tenantsmith.bind.Binder;
import io.tenantsmith.diagnostic.Diagnostic;
import io.tenantsmith.diagnostic.Result;
import io.tenantsmith.model.Fleet;
import io.tenantsmith.model.PublishedOutput;
import io.tenantsmith.model.Template;
import io.tenantsmith.model.Tenant;
import io.tenantsmith.model.Tier;
import io.tenantsmith.model.Workspace;
import io.tenantsmith.schema.SchemaCheck;
import io.tenantsmith.schema.SchemaKind;
import io.tenantsmith.schema.SchemaReport;
import io.tenantsmith.yaml.Faults;
import io.tenantsmith.yaml.YamlDocument;
import io.tenantsmith.yaml.YamlReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/** Input files as texts in memory; a text that was bound once is not bound again. */
public final class BoundTexts {

  private final YamlReader reader = new YamlReader();
  private final SchemaCheck schema = new SchemaCheck();
  private final Binder binder = new Binder();
  private final Map<String, Object> bound = new HashMap<>();

  /** What these files state; empty if something in one of them is wrong. */
  public Optional<Workspace> workspace(SortedMap<String, String> texts) {
    Fleet fleet = null;
    List<Tier> tiers = new ArrayList<>();
    List<Template> templates = new ArrayList<>();
    List<Tenant> tenants = new ArrayList<>();
    for (Map.Entry<String, String> file : texts.entrySet()) {
      Object record = bound(file.getKey(), file.getValue());
      if (record instanceof Fleet each) {
        fleet = each;
      } else if (record instanceof Tier tier) {
        tiers.add(tier);
      } else if (record instanceof Template template) {
        templates.add(template);
      } else if (record instanceof Tenant tenant && tenant.complete()) {
        tenants.add(tenant);
      } else {
        return Optional.empty();
      }
    }
    return fleet == null
        ? Optional.empty()
        : Optional.of(
            new Workspace(fleet, tiers, templates, tenants, "tenants", PublishedOutput.NONE));
  }

  /** The record of a file, or something that is none. */
  private Object bound(String file, String text) {
    return bound.computeIfAbsent(file + "\n" + text, key -> bind(file, text));
  }

  private Object bind(String file, String text) {
    Result<YamlDocument> read = reader.read(file, text.getBytes(StandardCharsets.UTF_8));
    YamlDocument document = read.value().orElse(null);
    if (document == null) {
      return "unreadable";
    }
    if (file.equals("fleet.yaml")) {
      return checked(document, SchemaKind.FLEET, binder::bindFleet);
    }
    if (file.startsWith("tiers/templates/")) {
      return checked(document, SchemaKind.TEMPLATE, binder::bindTemplate);
    }
    return file.startsWith("tiers/")
        ? checked(document, SchemaKind.TIER, binder::bindTier)
        : checked(document, SchemaKind.TENANT, binder::bindTenant);
  }

  private <T> Object checked(YamlDocument document, SchemaKind kind, Binding<T> binding) {
    SchemaReport report = schema.check(document, kind);
    Result<T> result = binding.of(document, report.faults());
    boolean wrong = report.with(result.diagnostics()).stream().anyMatch(Diagnostic::isError);
    return wrong ? "wrong" : result.value().<Object>map(value -> value).orElse("wrong");
  }

  /** How a document becomes a record. */
  private interface Binding<T> {
    Result<T> of(YamlDocument document, Faults faults);
  }
}
