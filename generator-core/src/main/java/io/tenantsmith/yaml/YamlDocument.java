package io.tenantsmith.yaml;

/**
 * One input file, read.
 *
 * @param file path relative to the fleet's root
 */
public record YamlDocument(String file, YamlMapping root) {}
