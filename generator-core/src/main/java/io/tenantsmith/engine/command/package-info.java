/**
 * One class a command, over the stages of package run: {@link
 * io.tenantsmith.engine.command.Validate validate}, {@link io.tenantsmith.engine.command.Generate
 * generate}, {@link io.tenantsmith.engine.command.Check check}, {@link
 * io.tenantsmith.engine.command.Publish publish}, and {@link
 * io.tenantsmith.engine.command.RenderInMemory} for tests of fleets.
 */
@NullMarked
package io.tenantsmith.engine.command;

import org.jspecify.annotations.NullMarked;
