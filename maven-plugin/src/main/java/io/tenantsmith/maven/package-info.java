/**
 * The goals of the Maven plugin, thin: parameters in, log and failure out. Entry: {@link
 * io.tenantsmith.maven.ToolMojo}. Knows the engine, its diagnostics and the surroundings only; no
 * stage. Only this package and its tests see the Maven API.
 */
@NullMarked
package io.tenantsmith.maven;

import org.jspecify.annotations.NullMarked;
