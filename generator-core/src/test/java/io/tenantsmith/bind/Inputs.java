package io.tenantsmith.bind;

import io.tenantsmith.diagnostic.Diagnostic;
import io.tenantsmith.diagnostic.Result;
import io.tenantsmith.schema.SchemaCheck;
import io.tenantsmith.schema.SchemaKind;
import io.tenantsmith.schema.SchemaReport;
import io.tenantsmith.yaml.YamlDocument;
import io.tenantsmith.yaml.YamlReader;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Reads, checks and binds a text the way the engine does. */
final class Inputs {

  private final SchemaCheck check = new SchemaCheck();
  private final Binder binder = new Binder();

  Result<?> bind(SchemaKind kind, String text) {
    return bind(kind, "t.yaml", text.getBytes(StandardCharsets.UTF_8));
  }

  Result<?> bind(SchemaKind kind, String file, byte[] content) {
    Result<YamlDocument> read = new YamlReader().read(file, content);
    return read.value().isPresent() ? bind(kind, read.value().get()) : read;
  }

  Result<?> bind(SchemaKind kind, YamlDocument document) {
    SchemaReport report = check.check(document, kind);
    Result<?> bound =
        switch (kind) {
          case FLEET -> binder.bindFleet(document, report.faults());
          case TENANT -> binder.bindTenant(document, report.faults());
          case TIER -> binder.bindTier(document, report.faults());
          case TEMPLATE -> binder.bindTemplate(document, report.faults());
        };
    List<Diagnostic> all = report.with(bound.diagnostics());
    return bound.value().isPresent() ? Result.of(bound.value().get(), all) : Result.failed(all);
  }

  /** Each diagnostic as one line: place, code, fact and hint. */
  List<String> lines(SchemaKind kind, String text) {
    return bind(kind, text).diagnostics().stream()
        .map(
            d ->
                place(d)
                    + " "
                    + d.code()
                    + " "
                    + d.message()
                    + d.hint().map(h -> " | " + h).orElse(""))
        .toList();
  }

  private static String place(Diagnostic diagnostic) {
    String place = diagnostic.range().display();
    return place.startsWith("t.yaml:") ? place.substring("t.yaml:".length()) : place;
  }
}
