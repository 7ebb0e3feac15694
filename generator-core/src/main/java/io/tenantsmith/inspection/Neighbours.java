package io.tenantsmith.inspection;

import io.tenantsmith.model.Regions;
import java.util.Map;
import java.util.Set;

/**
 * What an inspection knows about all tenants.
 *
 * @param namespaces the namespaces of all tenants
 * @param regions what each cluster, by its name, knows of regions
 */
record Neighbours(
    Set<String> namespaces, Map<String, Regions> regions, Glossary glossary, Spots spots) {}
