/**
 * What fronts hand to a command and get back, as data: {@link io.tenantsmith.engine.Request},
 * {@link io.tenantsmith.engine.Report} with its {@link io.tenantsmith.engine.CommandResult}, and
 * its printers. The commands are in package command. Together with diagnostic and surroundings this
 * is all that fronts use.
 */
@NullMarked
package io.tenantsmith.engine;

import org.jspecify.annotations.NullMarked;
