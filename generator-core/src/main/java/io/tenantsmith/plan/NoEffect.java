package io.tenantsmith.plan;

/**
 * A statement that moved or changed and changes nothing that is rendered.
 *
 * @param tenants number of tenants for which it could have counted
 */
public record NoEffect(Cause cause, int tenants) {}
