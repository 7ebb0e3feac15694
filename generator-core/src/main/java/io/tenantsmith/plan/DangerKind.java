package io.tenantsmith.plan;

/** The kinds of dangers, worst first. */
public enum DangerKind {
  /** Data is lost for good. */
  DATA_LOSS("DATA LOSS"),
  /** A volume would become smaller, which no cluster does. */
  SHRINK("SHRINK"),
  /** A field that the API server or an operator refuses to change. */
  IMMUTABLE("IMMUTABLE"),
  /** The object has to be deleted and made again. */
  RECREATE("RECREATE"),
  /** A container may do more on its node. */
  PRIVILEGE("PRIVILEGE"),
  /** An account may do more. */
  RBAC_WIDER("RBAC WIDER"),
  /** More connections are let through. */
  NET_OPENED("NET OPENED"),
  /** An application, provider, group or brand of the sign-on goes. */
  AUTH_REMOVED("AUTH REMOVED"),
  /** A host name goes from one tenant to another. */
  HOST_MOVED("HOST MOVED"),
  /** A host name with its route and certificate goes. */
  HOST_REMOVED("HOST REMOVED"),
  /** Backups become rarer, are kept for less time, or stop. */
  BACKUP_WEAKER("BACKUP WEAKER"),
  /** The first number of an image's version changes. */
  IMAGE_MAJOR("IMAGE MAJOR"),
  /** An image's version goes back. */
  IMAGE_DOWNGRADE("IMAGE DOWNGRADE"),
  /** A tenant gets a tier that includes less. */
  TIER_DOWN("TIER DOWN"),
  /** A quota becomes smaller. */
  QUOTA_CUT("QUOTA CUT"),
  /** Nothing answers while something restarts. */
  DOWNTIME("DOWNTIME"),
  /** Pods are replaced. */
  RESTART("RESTART");

  private final String label;

  DangerKind(String label) {
    this.label = label;
  }

  /** The words in texts, for instance {@code DATA LOSS}. */
  public String label() {
    return label;
  }
}
