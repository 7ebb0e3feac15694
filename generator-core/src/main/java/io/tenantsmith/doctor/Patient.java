package io.tenantsmith.doctor;

import io.tenantsmith.engine.DoctorOptions;
import io.tenantsmith.engine.Front;
import io.tenantsmith.engine.Report;
import io.tenantsmith.engine.Request;
import io.tenantsmith.git.Checkout;
import io.tenantsmith.git.InputFiles;
import io.tenantsmith.publish.PublishTarget;
import io.tenantsmith.surroundings.Surroundings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What is looked at.
 *
 * @param front who asks, for the spelling of options and commands
 */
public record Patient(
    Request request,
    Surroundings surroundings,
    Front front,
    DoctorOptions options,
    FleetFacts fleet) {

  /**
   * What other commands know of the fleet.
   *
   * @param inputs the files as they were read
   * @param target where a publish would go; null if nothing names it, or nothing could be read
   * @param check what the command check says, if somebody asks
   */
  public record FleetFacts(
      InputFiles inputs, @Nullable PublishTarget target, Supplier<Report> check) {}

  /** The fleet's root. */
  Path root() {
    return request.directory();
  }

  /** A property of this Java, or a word that says that there is none. */
  String property(String name) {
    return surroundings.property(name).orElse("unknown");
  }

  /** The work tree around the fleet; empty if it is in no Git repository. */
  Optional<Checkout> checkout() throws IOException {
    return Checkout.around(root(), surroundings);
  }

  /** Contents of the inputs by path below the root. */
  SortedMap<String, byte[]> inputs() {
    return fleet.inputs().contents();
  }

  /** The inputs, for who commits them. */
  List<String> inputNames() {
    return List.of(
        request.folders().fleet(), request.folders().tenants(), request.folders().tiers());
  }

  /** Where a publish would go. */
  Optional<PublishTarget> target() {
    return Optional.ofNullable(fleet.target());
  }

  /** What the command check says. */
  Report check() {
    return fleet.check().get();
  }
}
