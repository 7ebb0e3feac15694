package io.tenantsmith.certificate;

import io.tenantsmith.objects.Node;
import io.tenantsmith.steps.TenantObjects;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * When Velero makes copies, and how long it keeps them.
 *
 * @param template the spec of each backup
 */
record VeleroSchedule(Node template) {

  private static final Pattern HOURS = Pattern.compile("(\\d+)h.*");

  /** The first one of a tenant or of the platform. */
  static Optional<VeleroSchedule> in(TenantObjects objects) {
    return objects.ofKind("Schedule").stream()
        .map(found -> new VeleroSchedule(Node.of(found.tree()).at("spec", "template")))
        .findFirst();
  }

  String ttl() {
    return template.get("ttl").text();
  }

  String location() {
    return "Velero location " + template.get("storageLocation").text();
  }

  /** The day on which the last copy that it made before a moment ends. */
  String until(Instant moment) {
    Matcher hours = HOURS.matcher(ttl());
    return day(
        hours.matches() ? moment.plus(Duration.ofHours(Long.parseLong(hours.group(1)))) : moment);
  }

  /** The day of a moment, in UTC. */
  static String day(Instant moment) {
    return LocalDate.ofInstant(moment, ZoneOffset.UTC).toString();
  }
}
