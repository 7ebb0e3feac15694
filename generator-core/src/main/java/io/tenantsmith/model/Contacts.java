package io.tenantsmith.model;

import java.util.Optional;

/** Addresses of the platform. */
public record Contacts(Settings settings) {

  /** Mail address for the ACME account, if stated. */
  public Optional<String> contactEmail() {
    return settings.value(FleetKeys.CONTACT_EMAIL);
  }

  /** Where a suspended tenant's hosts redirect to, if stated. */
  public Optional<Sourced<PausedPage>> pausedPage() {
    return Optional.ofNullable(settings.stated(FleetKeys.PAUSED_PAGE))
        .map(stated -> new Sourced<>(PausedPage.of(stated.value()), stated.range()));
  }
}
