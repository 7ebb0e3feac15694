package io.tenantsmith.bind;

import static io.tenantsmith.bind.Scalars.checked;

import io.tenantsmith.diagnostic.Code;
import io.tenantsmith.diagnostic.Result;
import io.tenantsmith.diagnostic.SourceRange;
import io.tenantsmith.model.Document;
import io.tenantsmith.model.FileNames;
import io.tenantsmith.model.Fleet;
import io.tenantsmith.model.PlainNames;
import io.tenantsmith.model.Sourced;
import io.tenantsmith.model.Template;
import io.tenantsmith.model.Tenant;
import io.tenantsmith.model.Tier;
import io.tenantsmith.model.Values;
import io.tenantsmith.yaml.Faults;
import io.tenantsmith.yaml.YamlDocument;

/**
 * Binds documents of known kind. What the schema check found faulty is silently skipped; what is
 * wrong beyond the schema is reported here; the rest is kept.
 */
public final class Binder {

  static final Reading<String> LABEL = checked(Code.VAL114, PlainNames::label);

  /** Binds fleet.yaml; without a name, a domain and at least one good cluster there is no fleet. */
  public Result<Fleet> bindFleet(YamlDocument document, Faults faults) {
    DocumentDiagnostics diagnostics = new DocumentDiagnostics(faults);
    Fleet fleet = new FleetBinder(document.file(), new Fields(document.root(), diagnostics)).bind();
    return fleet == null
        ? Result.failed(diagnostics.found())
        : Result.of(fleet, diagnostics.found());
  }

  /** Binds a file of tenants/; a tenant in which anything is wrong is not complete. */
  public Result<Tenant> bindTenant(YamlDocument document, Faults faults) {
    DocumentDiagnostics diagnostics = new DocumentDiagnostics(faults);
    Fields fields = new Fields(document.root(), diagnostics);
    Values values = Slot.read(Document.TENANT, fields);
    return Result.of(Tenant.of(document.file(), diagnostics.none(), values), diagnostics.found());
  }

  /** Binds a file of tiers/. */
  public Result<Tier> bindTier(YamlDocument document, Faults faults) {
    DocumentDiagnostics diagnostics = new DocumentDiagnostics(faults);
    Fields fields = new Fields(document.root(), diagnostics);
    Sourced<String> name = name(document, fields, "tier");
    Sourced<String> parent = fields.sourced("extends", LABEL);
    Values values = Slot.read(Document.TIER, fields);
    Tier tier = new Tier(document.file(), name, parent, values, WaveBinder.bind(fields));
    return Result.of(tier, diagnostics.found());
  }

  /** Binds a file of tiers/templates/. */
  public Result<Template> bindTemplate(YamlDocument document, Faults faults) {
    DocumentDiagnostics diagnostics = new DocumentDiagnostics(faults);
    Fields fields = new Fields(document.root(), diagnostics);
    Sourced<String> name = name(document, fields, "template");
    Values values = Slot.read(Document.TEMPLATE, fields);
    return Result.of(new Template(document.file(), name, values), diagnostics.found());
  }

  private static Sourced<String> name(YamlDocument document, Fields fields, String field) {
    Sourced<String> name = fields.sourced(field, LABEL);
    return name == null
        ? new Sourced<>(FileNames.stem(document.file()), SourceRange.ofFile(document.file()))
        : name;
  }
}
