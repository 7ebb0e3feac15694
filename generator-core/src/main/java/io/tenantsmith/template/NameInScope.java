package io.tenantsmith.template;

/**
 * What a name means at its place in a template.
 *
 * @param name the full name, {@code plugins[].name} for a row's column
 * @param hops how many rows are between the place and the value's source
 * @param slot slot of the value in its source's table
 */
record NameInScope(String name, NamedValue value, int hops, int slot) {}
