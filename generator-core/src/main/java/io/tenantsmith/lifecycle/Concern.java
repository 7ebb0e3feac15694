package io.tenantsmith.lifecycle;

/** What a tenant can have, each rendered by one contributor in the forms of {@link StateForm}. */
public enum Concern {
  /** The Namespace and the accounts of its pods. */
  NAMESPACE,
  /** Roles of the tenant's people in its namespace. */
  ACCESS,
  /** Settings of content automation. */
  CONTENT,
  /** Groups, single sign-on and brands in Authentik. */
  IDENTITY,
  /** The database. */
  DATABASE,
  /** Backups of the database and of the namespace. */
  BACKUP,
  /** The copy of all data that the tenant takes along. */
  EXPORT,
  /** The tenant's own Open WebUI. */
  CHAT,
  /** The WordPress site. */
  SITE,
  /** That the site is asked to do what is due. */
  CRON,
  /** The dashboard and alerts. */
  MONITORING,
  /** Network policies. */
  NETWORK,
  /** Routes, listeners and certificates. */
  ROUTE,
  /** Secrets. */
  SECRETS,
  /** Quota and limits. */
  QUOTA,
  /** The list of the folder's files; every state has it. */
  KUSTOMIZATION
}
