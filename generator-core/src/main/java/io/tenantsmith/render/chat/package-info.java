/** The Open WebUI of a tenant and its content automation. */
@NullMarked
package io.tenantsmith.render.chat;

import org.jspecify.annotations.NullMarked;
