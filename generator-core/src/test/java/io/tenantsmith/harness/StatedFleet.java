package io.tenantsmith.harness;

import io.tenantsmith.model.TenantState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Copies of fleets whose tenants are in another state. */
public final class StatedFleet {

  private static final Pattern ID = Pattern.compile("(?m)^tenant_id: *\"?([a-z0-9-]+)");

  private StatedFleet() {}

  /** Puts every tenant of a fleet into a state. */
  public static Path in(TenantState state, Path fleet) throws IOException {
    try (Stream<Path> files = Files.walk(fleet.resolve("tenants"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".yaml")).toList()) {
        Files.writeString(file, in(state, Files.readString(file)));
      }
    }
    return fleet;
  }

  /** The text of a tenant's file with another state and what that one needs. */
  public static String in(TenantState state, String text) {
    Matcher id = ID.matcher(text);
    if (!id.find()) {
      throw new IllegalArgumentException("no tenant_id in " + text);
    }
    String rest = text.replaceAll("(?m)^(state|until|confirm|reason):.*\n", "");
    return rest
        + (rest.endsWith("\n") ? "" : "\n")
        + String.join("\n", lines(state, id.group(1)))
        + "\n";
  }

  private static List<String> lines(TenantState state, String id) {
    String stated = "state: " + state.label();
    return switch (state) {
      case RETAINED -> List.of(stated, "until: \"2027-03-31\"");
      case ERASING -> List.of(stated, "confirm: " + id);
      default -> List.of(stated);
    };
  }
}
