/**
 * The files of a new fleet. Entry: {@link io.tenantsmith.scaffold.FleetFiles}. Must not know who
 * asked for them, nor whether they may be written.
 */
@NullMarked
package io.tenantsmith.scaffold;

import org.jspecify.annotations.NullMarked;
