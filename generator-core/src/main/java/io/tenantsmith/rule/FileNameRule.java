package io.tenantsmith.rule;

import io.tenantsmith.diagnostic.Code;
import io.tenantsmith.diagnostic.Diagnostic;
import io.tenantsmith.diagnostic.Quoted;
import io.tenantsmith.diagnostic.SourceRange;
import io.tenantsmith.model.FileNames;
import io.tenantsmith.model.Resolution;
import io.tenantsmith.model.Sourced;
import io.tenantsmith.model.Tenant;
import io.tenantsmith.model.TenantId;
import java.util.Optional;
import java.util.function.Consumer;

/** A file is named after what it holds, so that who owns a file owns the name. */
final class FileNameRule implements Rule {

  @Override
  public void judge(Resolution resolution, Consumer<Diagnostic> report) {
    for (Tenant tenant : resolution.workspace().tenants()) {
      Sourced<TenantId> id = tenant.who().id();
      if (id != null
          && !id.value().value().equals(tenant.fileStem())
          && !isTaken(id.value(), resolution)) {
        check(new Name(tenant.file(), id.value().value(), id.range()), Code.TEN201, report);
      }
    }
    resolution
        .workspace()
        .tiers()
        .forEach(tier -> check(name(tier.file(), tier.name()), Code.TIR301, report));
    resolution
        .workspace()
        .templates()
        .forEach(t -> check(name(t.file(), t.name()), Code.TIR305, report));
  }

  /**
   * Whether the file is a copy whose id was left unchanged: a duplicate, which its own rule
   * reports.
   */
  private static boolean isTaken(TenantId id, Resolution resolution) {
    return resolution.workspace().tenants().stream()
        .anyMatch(
            other -> other.fileStem().equals(id.value()) && other.id().equals(Optional.of(id)));
  }

  private static Name name(String file, Sourced<String> stated) {
    return new Name(file, stated.value(), stated.range());
  }

  private static void check(Name name, Code code, Consumer<Diagnostic> report) {
    String stem = stem(name);
    if (name.stated.equals(stem)) {
      return;
    }
    report.accept(
        Diagnostic.error(
                code,
                name.range,
                Quoted.quote(name.stated) + " is in the file of " + Quoted.quote(stem))
            .withHint(code == Code.TEN201 ? ofTenant(name) : ofPlan(name)));
  }

  /** A file that is renamed is a tenant that is gone, and nobody published goes so. */
  private static String ofTenant(Name name) {
    return "write "
        + Quoted.quote(stem(name))
        + ", or, if that was never published, "
        + rename(name);
  }

  private static String ofPlan(Name name) {
    return "write " + Quoted.quote(stem(name)) + ", or " + rename(name);
  }

  private static String rename(Name name) {
    String folder = name.file.substring(0, name.file.lastIndexOf('/') + 1);
    return "rename the file to " + folder + Quoted.escape(name.stated) + ".yaml";
  }

  private static String stem(Name name) {
    return FileNames.stem(name.file);
  }

  private record Name(String file, String stated, SourceRange range) {}
}
