/**
 * Text files made of templates: {@link io.tenantsmith.render.template.TextTemplates}. The only
 * package that sees Pebble; must not know what the texts mean.
 */
@NullMarked
package io.tenantsmith.render.template;

import org.jspecify.annotations.NullMarked;
