/**
 * Makes a plan: compares two states of a fleet, tenant by tenant, groups what is alike, and has
 * causes and dangers found for each group once.
 */
@NullMarked
package io.tenantsmith.planning;

import org.jspecify.annotations.NullMarked;
