package io.tenantsmith.rule;

import io.tenantsmith.diagnostic.Code;
import io.tenantsmith.diagnostic.Diagnostic;
import io.tenantsmith.diagnostic.Quoted;
import io.tenantsmith.lifecycle.Concern;
import io.tenantsmith.lifecycle.StateTable;
import io.tenantsmith.model.ContentKeys;
import io.tenantsmith.model.EffectiveTenant;
import io.tenantsmith.model.Fleet;
import io.tenantsmith.model.ModelAddress;
import io.tenantsmith.model.Resolution;
import io.tenantsmith.model.Setting;
import io.tenantsmith.model.TenantKeys;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Content automation needs a language model, which is reached as it is stated: in clear only inside
 * the cluster, and there only in a namespace that is named.
 */
final class ContentModelRule implements Rule {

  private static final String ADMIN_APPS = "admin-apps";

  @Override
  public void judge(Resolution resolution, Consumer<Diagnostic> report) {
    Fleet fleet = resolution.workspace().fleet();
    if (fleet == null) {
      return;
    }
    Optional<Setting<String>> url = fleet.settings().find(ContentKeys.MODEL_URL);
    Optional<Setting<String>> namespace = fleet.settings().find(ContentKeys.MODEL_NAMESPACE);
    if (ContentKeys.ALL.stream().allMatch(key -> fleet.settings().find(key).isEmpty())) {
      missing(fleet, resolution, report);
    } else if (namespace.isEmpty()) {
      url.ifPresent(stated -> outside(stated, report));
    }
    namespace.ifPresent(stated -> inside(stated, fleet, report));
  }

  private static void missing(Fleet fleet, Resolution resolution, Consumer<Diagnostic> report) {
    long tenants = resolution.tenants().stream().filter(ContentModelRule::isAutomated).count();
    if (tenants > 0) {
      report.accept(
          Diagnostic.note(
                  Code.FLT421,
                  fleet.name().range(),
                  "content automation is on for "
                      + tenants
                      + (tenants == 1 ? " tenant" : " tenants")
                      + " and the fleet names no model: nothing is written")
              .withHint(
                  "write content with model_url and model, or turn the feature content_automation off"));
    }
  }

  /** Whether it is on for a tenant that is served. */
  static boolean isAutomated(EffectiveTenant tenant) {
    return StateTable.form(tenant.tenant().state().value(), Concern.CONTENT).isPresent()
        && tenant.settings().find(TenantKeys.CONTENT_AUTOMATION).map(Setting::value).orElse(false);
  }

  private static void outside(Setting<String> url, Consumer<Diagnostic> report) {
    ModelAddress address = ModelAddress.of(url.value());
    String stated = ContentKeys.MODEL_URL.path() + " " + Quoted.quote(url.value());
    if (HostsOfPolicies.isService(address.host())) {
      report.accept(
          Diagnostic.error(
                  Code.FLT422,
                  url.origin().range(),
                  stated + " is a Service, which no policy lets reach")
              .withHint("write the namespace of its pods as content.model_namespace"));
    } else if (address.isInClear()) {
      report.accept(
          Diagnostic.error(
                  Code.FLT422,
                  url.origin().range(),
                  stated + " is plain http: the key and all texts would cross networks in clear")
              .withHint(
                  "write an address of https; if the model runs in the cluster, write"
                      + " content.model_namespace"));
    } else if (HostsOfPolicies.isPrivate(address.host())) {
      report.accept(
          Diagnostic.warning(
                  Code.FLT422,
                  url.origin().range(),
                  stated + " is no public name, and policies let reach public addresses alone")
              .withHint(
                  "name a public address; if the model runs in the cluster, write"
                      + " content.model_namespace"));
    }
  }

  private static void inside(Setting<String> namespace, Fleet fleet, Consumer<Diagnostic> report) {
    String name = namespace.value();
    String whose =
        name.equals(ADMIN_APPS)
            ? "the platform's own, where no policy lets a model be reached"
            : name.startsWith(fleet.namespacePrefix().value()) ? "one of tenants" : "";
    if (!whose.isEmpty()) {
      report.accept(
          Diagnostic.error(
                  Code.FLT422,
                  namespace.origin().range(),
                  "the namespace " + Quoted.quote(name) + " of the model is " + whose)
              .withHint("let the model run in a namespace of its own, for instance models"));
    }
  }
}
