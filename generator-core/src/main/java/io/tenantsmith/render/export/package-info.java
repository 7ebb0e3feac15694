/**
 * The copy of all data that a tenant takes along. Entry: {@link
 * io.tenantsmith.render.export.ExportContributor}.
 */
@NullMarked
package io.tenantsmith.render.export;

import org.jspecify.annotations.NullMarked;
