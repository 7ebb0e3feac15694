package io.tenantsmith.plan;

import io.tenantsmith.diagnostic.Code;

/** The kinds of dangers, worst first. */
public enum DangerKind {
  /** Data is lost for good. */
  DATA_LOSS("DATA LOSS", Code.DNG901),
  /** A volume would become smaller, which no cluster does. */
  SHRINK("SHRINK", Code.DNG902),
  /** A field that the API server or an operator refuses to change. */
  IMMUTABLE("IMMUTABLE", Code.DNG903),
  /** The object has to be deleted and made again. */
  RECREATE("RECREATE", Code.DNG904),
  /** A container may do more on its node. */
  PRIVILEGE("PRIVILEGE", Code.DNG905),
  /** An account may do more. */
  RBAC_WIDER("RBAC WIDER", Code.DNG906),
  /** More connections are let through. */
  NET_OPENED("NET OPENED", Code.DNG907),
  /** An application, provider, group or brand of the sign-on goes. */
  AUTH_REMOVED("AUTH REMOVED", Code.DNG908),
  /** A host name goes from one tenant to another. */
  HOST_MOVED("HOST MOVED", Code.DNG909),
  /** A host name with its route and certificate goes. */
  HOST_REMOVED("HOST REMOVED", Code.DNG910),
  /** Backups become rarer, are kept for less time, or stop. */
  BACKUP_WEAKER("BACKUP WEAKER", Code.DNG911),
  /** The first number of an image's version changes. */
  IMAGE_MAJOR("IMAGE MAJOR", Code.DNG912),
  /** An image's version goes back. */
  IMAGE_DOWNGRADE("IMAGE DOWNGRADE", Code.DNG913),
  /** A tenant gets a tier that includes less. */
  TIER_DOWN("TIER DOWN", Code.DNG914),
  /** A quota becomes smaller. */
  QUOTA_CUT("QUOTA CUT", Code.DNG915),
  /** Nothing answers while something restarts. */
  DOWNTIME("DOWNTIME", Code.DNG916),
  /** Pods are replaced. */
  RESTART("RESTART", Code.DNG917);

  private final String label;
  private final Code code;

  DangerKind(String label, Code code) {
    this.label = label;
    this.code = code;
  }

  /** The words in texts, for instance {@code DATA LOSS}. */
  public String label() {
    return label;
  }

  /** The code whose page says what to look at. */
  public Code code() {
    return code;
  }
}
