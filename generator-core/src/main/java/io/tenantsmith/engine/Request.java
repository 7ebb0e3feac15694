package io.tenantsmith.engine;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What to work on.
 *
 * @param directory the fleet's root
 * @param folders where things are below it
 * @param selection the part to render
 */
public record Request(Path directory, Folders folders, Selection selection) {

  /** A whole fleet with the usual names. */
  public static Request of(Path directory) {
    return new Request(directory, Folders.USUAL, Selection.ALL);
  }

  /** Names relative to the fleet's root. */
  public record Folders(String fleet, String tenants, String tiers, String output) {

    /** The usual names. */
    public static final Folders USUAL = new Folders("fleet.yaml", "tenants", "tiers", "output");
  }

  /** The part to render; everything is read and judged all the same. */
  public record Selection(@Nullable String tenant, @Nullable String cluster) {

    /** Everything. */
    public static final Selection ALL = new Selection(null, null);

    /** The only tenant to render, if one is selected. */
    public Optional<String> onlyTenant() {
      return Optional.ofNullable(tenant);
    }

    /** The only cluster to render, if one is selected. */
    public Optional<String> onlyCluster() {
      return Optional.ofNullable(cluster);
    }
  }
}
