/**
 * What a fleet is: values that cannot be wrong, and records made of them. Entry: {@link
 * io.tenantsmith.model.Workspace} as read, {@link io.tenantsmith.model.ResolvedTenant} as expanded.
 * Knows neither YAML nor Kubernetes.
 */
@NullMarked
package io.tenantsmith.model;

import org.jspecify.annotations.NullMarked;
