package io.tenantsmith.planning.group;

/**
 * A tenant that may join a group.
 *
 * @param tier the tier that it has afterwards; the former one of a tenant that goes
 * @param alike what else tenants of one group have in common, for instance which settings differ
 */
public record Member(String id, String tier, String cluster, OwnNames names, String alike) {}
