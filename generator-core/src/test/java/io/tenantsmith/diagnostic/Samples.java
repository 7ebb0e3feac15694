package io.tenantsmith.diagnostic;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Findings that use everything a format has to show. */
final class Samples {

  static final String FILE = "tenants/acme-corp.yaml";

  private static final Map<Integer, String> LINES =
      Map.of(
          6, "custom_domain: [blog.acme.com]",
          9, "  - blog.acme.com",
          12, "\tname: \"日本 e\u0301\" # \u001b[31m::error::x");

  private Samples() {}

  static DiagnosticReport findings() {
    return new DiagnosticReport(
        "refused", List.of(unknown(), taken(), wide(), gone()), lines(), 3, true);
  }

  static SourceLines lines() {
    return (file, line) ->
        file.equals(FILE) ? Optional.ofNullable(LINES.get(line)) : Optional.empty();
  }

  private static Diagnostic unknown() {
    return Diagnostic.error(
            Code.SCH003, new SourceRange(FILE, 6, 1, 6, 14), "unknown field \"custom_domain\"")
        .withHint("did you mean \"custom_domains\"?");
  }

  private static Diagnostic taken() {
    return Diagnostic.error(
            Code.TEN210,
            new SourceRange(FILE, 9, 5, 9, 18),
            "domain \"blog.acme.com\" already belongs to tenant \"abc-news\"")
        .withRelated("claimed first at", SourceRange.at("tenants/abc-news.yaml", 7, 5))
        .withHint("remove it here, or move it in one pull request: remove there and add here");
  }

  private static Diagnostic wide() {
    return Diagnostic.warning(
        Code.VAL105, new SourceRange(FILE, 12, 9, 12, 13), "50% [of](it) <is>\u001b[31m & odd");
  }

  private static Diagnostic gone() {
    return Diagnostic.error(
        Code.LIF101, SourceRange.ofFile("tenants/é, b:c.yaml"), "the file is gone");
  }
}
