/**
 * The stages of a run up to the comparison: inputs are loaded, judged, rendered tenant by tenant
 * and compared. Entries in this order: {@link io.tenantsmith.run.Inputs}, {@link
 * io.tenantsmith.run.JudgedFleet}, {@link io.tenantsmith.run.FleetRenderer}; {@link
 * io.tenantsmith.run.Contributors} lists who renders what. Writes nothing.
 */
@NullMarked
package io.tenantsmith.run;

import org.jspecify.annotations.NullMarked;
