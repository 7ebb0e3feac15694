package io.tenantsmith.model;

/**
 * A WordPress plugin or theme of a fixed version.
 *
 * @param name slug in the WordPress directory
 * @param version for instance {@code 26.4}
 */
public record Plugin(String name, String version) {}
