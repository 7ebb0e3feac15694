/**
 * The launcher: commands, options, exit codes and how a report reaches a terminal. Entry: {@link
 * io.tenantsmith.cli.Launcher}. Knows the engine, its diagnostics and the surroundings only; no
 * stage, and nothing of Maven.
 */
@NullMarked
package io.tenantsmith.cli;

import org.jspecify.annotations.NullMarked;

