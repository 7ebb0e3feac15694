package io.tenantsmith.inspection;

import java.util.Set;

/**
 * What an inspection knows of all tenants.
 *
 * @param namespaces those of all of them
 */
record Neighbours(Set<String> namespaces, Glossary glossary, Spots spots) {}
