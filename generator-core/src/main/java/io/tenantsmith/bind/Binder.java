package io.tenantsmith.bind;

import static io.tenantsmith.bind.Scalars.checked;

import io.tenantsmith.diagnostic.Code;
import io.tenantsmith.diagnostic.Result;
import io.tenantsmith.diagnostic.SourceRange;
import io.tenantsmith.model.DisplayName;
import io.tenantsmith.model.FileNames;
import io.tenantsmith.model.Fleet;
import io.tenantsmith.model.IsoDate;
import io.tenantsmith.model.MailAddress;
import io.tenantsmith.model.PlainNames;
import io.tenantsmith.model.Ring;
import io.tenantsmith.model.Sourced;
import io.tenantsmith.model.Template;
import io.tenantsmith.model.Tenant;
import io.tenantsmith.model.TenantId;
import io.tenantsmith.model.TenantState;
import io.tenantsmith.model.Tier;
import io.tenantsmith.model.Values;
import io.tenantsmith.yaml.Faults;
import io.tenantsmith.yaml.YamlDocument;
import org.jspecify.annotations.Nullable;

/**
 * Binds documents of known kind. What the schema check found faulty is skipped without a word; what
 * is wrong beyond the schema is reported here; the rest is kept.
 */
public final class Binder {

  private static final Reading<String> LABEL = checked(Code.VAL114, PlainNames::label);

  /** Binds fleet.yaml; without name, domain or a single good cluster there is no fleet. */
  public Result<Fleet> bindFleet(YamlDocument document, Faults faults) {
    Mistakes mistakes = new Mistakes(faults);
    Fleet fleet = new FleetBinder(document.file(), new Fields(document.root(), mistakes)).bind();
    return fleet == null ? Result.failed(mistakes.found()) : Result.of(fleet, mistakes.found());
  }

  /** Binds a file of tenants/; a tenant in which anything is wrong is not complete. */
  public Result<Tenant> bindTenant(YamlDocument document, Faults faults) {
    Mistakes mistakes = new Mistakes(faults);
    Fields fields = new Fields(document.root(), mistakes);
    Tenant.Who who =
        new Tenant.Who(
            fields.sourced("tenant_id", checked(Code.VAL101, TenantId::parse)),
            fields.sourced("display_name", checked(Code.VAL105, DisplayName::check)),
            fields.sourced("admin_email", checked(Code.VAL104, MailAddress::check)));
    Tenant.Placement placement = placement(fields);
    Tenant.State state = state(fields);
    Values values = Slot.read(Slots.TENANT, fields);
    return Result.of(
        new Tenant(document.file(), mistakes.none(), who, placement, state, values),
        mistakes.found());
  }

  /** Binds a file of tiers/. */
  public Result<Tier> bindTier(YamlDocument document, Faults faults) {
    Mistakes mistakes = new Mistakes(faults);
    Fields fields = new Fields(document.root(), mistakes);
    Sourced<String> name = name(document, fields, "tier");
    Sourced<String> parent = fields.sourced("extends", LABEL);
    Values values = Slot.read(Slots.TIER, fields);
    return Result.of(new Tier(document.file(), name, parent, values), mistakes.found());
  }

  /** Binds a file of tiers/templates/. */
  public Result<Template> bindTemplate(YamlDocument document, Faults faults) {
    Mistakes mistakes = new Mistakes(faults);
    Fields fields = new Fields(document.root(), mistakes);
    Sourced<String> name = name(document, fields, "template");
    Values values = Slot.read(Slots.TEMPLATE, fields);
    return Result.of(new Template(document.file(), name, values), mistakes.found());
  }

  private static Tenant.Placement placement(Fields fields) {
    return new Tenant.Placement(
        fields.sourced("tier", LABEL),
        fields.sourced("template", LABEL),
        fields.sourced("cluster", LABEL),
        fields.sourced("region", LABEL),
        fields.sourced("ring", Scalars.word(Ring::of)));
  }

  private static Tenant.State state(Fields fields) {
    Sourced<String> stated = fields.sourced("state", Scalars.TEXT);
    return new Tenant.State(
        stateOf(stated),
        stated,
        fields.sourced("until", checked(Code.VAL113, IsoDate::check)),
        fields.sourced("confirm", Scalars.TEXT));
  }

  private static TenantState stateOf(@Nullable Sourced<String> stated) {
    return stated == null
        ? TenantState.ACTIVE
        : TenantState.of(stated.value()).orElse(TenantState.ACTIVE);
  }

  private static Sourced<String> name(YamlDocument document, Fields fields, String field) {
    Sourced<String> name = fields.sourced(field, LABEL);
    return name == null
        ? new Sourced<>(FileNames.stem(document.file()), SourceRange.ofFile(document.file()))
        : name;
  }
}
