package io.tenantsmith.doctor;

import io.tenantsmith.engine.DoctorOptions;
import io.tenantsmith.engine.Front;
import io.tenantsmith.engine.Report;
import io.tenantsmith.engine.Request;
import io.tenantsmith.surroundings.Surroundings;
import java.nio.file.Path;
import java.util.function.Supplier;

/**
 * What is looked at.
 *
 * @param check what the command check says of the output
 */
public record Patient(
    Request request,
    Surroundings surroundings,
    Front front,
    DoctorOptions options,
    Supplier<Report> check) {

  /** The fleet's root. */
  Path root() {
    return request.directory();
  }

  /** A property of this Java, or words that say that there is none. */
  String property(String name) {
    return surroundings.property(name).orElse("unknown");
  }
}
