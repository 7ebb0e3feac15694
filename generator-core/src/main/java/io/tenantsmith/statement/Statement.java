package io.tenantsmith.statement;

import io.tenantsmith.model.Document;

/**
 * What one part of the inputs may say about one field: its address, not its value.
 *
 * @param document the part
 * @param owner whose part it is: the id of a tenant, the name of a tier, template or cluster; empty
 *     for what the fleet states
 * @param path the field in that part, for instance {@code web.pod_memory}
 */
public record Statement(Document document, String owner, String path)
    implements Comparable<Statement> {

  /** The field in its file, for instance {@code clusters[eu-1].region}. */
  public String field() {
    return switch (document) {
      case DEFAULTS -> "defaults." + path;
      case CLUSTER -> "clusters[" + owner + "]." + path;
      case NEXT -> "next." + path;
      case TENANT, TIER, TEMPLATE, FLEET -> path;
    };
  }

  /** Those of tenants come first, then those of ever more tenants. */
  @Override
  public int compareTo(Statement other) {
    int documents = document.compareTo(other.document);
    int owners = documents == 0 ? owner.compareTo(other.owner) : documents;
    return owners == 0 ? path.compareTo(other.path) : owners;
  }
}
