package io.tenantsmith.inspection;

import java.util.Set;

/**
 * What an inspection knows about all tenants.
 *
 * @param namespaces the namespaces of all tenants
 */
record Neighbours(Set<String> namespaces, Glossary glossary, Spots spots) {}
