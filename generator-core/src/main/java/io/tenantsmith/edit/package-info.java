/**
 * Changes of single values in a file of people: {@link io.tenantsmith.edit.YamlEdit} keeps every
 * other byte, and gives a text only if it reads back as exactly what was intended. Must not know
 * what a field means.
 */
@NullMarked
package io.tenantsmith.edit;

import org.jspecify.annotations.NullMarked;
