package io.tenantsmith.inspection;

/** Why some rule looks at a place. All places are found in one walk, by their keys and texts. */
enum Trait {
  /** A map that names another object. */
  REFERENCE,
  /** Text that is the name of another object. */
  REFERENCE_NAME,
  /** A map of labels, or of labels to select by. */
  LABELS,
  /** A map of annotations. */
  ANNOTATIONS,
  /** A map with nothing but amounts. */
  AMOUNTS,
  /** One amount. */
  AMOUNT,
  /** A subject that gets rights. */
  SUBJECT,
  /** A taint that is tolerated. */
  TOLERATION,
  /** A variable of a container. */
  VARIABLE,
  /** A place in a bucket. */
  BUCKET,
  /** The namespaces whose routes a listener takes. */
  ROUTES_FROM,
  /** A namespace that may be one of the platform's. */
  NAMESPACE,
  /** A namespace that is the tenant's own. */
  OWN_NAMESPACE,
  /** The tenant's id. */
  TENANT,
  /** The name of a kind that reaches all namespaces. */
  WIDE,
  /** Text that says where data goes, or that may name a region. */
  REGION,
  /** Text under a name of a secret. */
  SECRET,

  /** Text or a key in which Flux sees a variable. */
  DOLLAR,
  /** Text with the name of a Service in the cluster. */
  SERVICE,
  /** Text that selects series of a namespace. */
  QUERY,
  /** Text with an address and an {@code @}. */
  LOGIN,
  /** Text with a private key. */
  PRIVATE_KEY,
  /** Text that assigns something to the name of a secret. */
  ASSIGNMENT,
  /** Text with a word that begins like a namespace of a tenant. */
  NEIGHBOUR;

  /** This trait in a set of traits, which is a number: every key and text of a tenant has one. */
  int bit() {
    return 1 << position();
  }

  /** The position of its bit, which is not stored beyond a run. */
  @SuppressWarnings("EnumOrdinal")
  int position() {
    return ordinal();
  }
}
