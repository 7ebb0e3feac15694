package io.tenantsmith.render;

/** Names of the platform's objects that objects of tenants refer to. */
public final class PlatformObjects {

  /** PriorityClass of the applications that tenants share; no tenant's pod may have it. */
  public static final String OWN_PRIORITY = "platform";

  /** PriorityClass of databases. */
  public static final String DATA_PRIORITY = "tenant-data";

  /** PriorityClass of web pods and jobs. */
  public static final String WEB_PRIORITY = "tenant-web";

  /** ConfigMap that tells Velero which volumes a backup leaves out. */
  public static final String VOLUME_POLICY = "tenant-volume-policy";

  /** Service of the shared Authentik, in {@link Layout#ADMIN_APPS}. */
  public static final String LOGIN_SERVICE = "authentik";

  /** Generator of 64 characters, in {@link Layout#ADMIN_APPS}. */
  public static final String CLIENT_SECRETS = "client-secret";

  /** Generator of 32 characters, in {@link Layout#ADMIN_APPS}. */
  public static final String PASSWORDS = "password-32";

  /**
   * Secret of a site's client of Authentik, in {@link Layout#ADMIN_APPS}, before the tenant's id.
   */
  public static final String SITE_CLIENT = "oidc-wordpress";

  /** The same of an Open WebUI. */
  public static final String CHAT_CLIENT = "oidc-openwebui";

  /** Secret with the password by which content automation writes to a site, in the same way. */
  public static final String CONTENT_BOT = "content-bot";

  /** SecretStore through which secrets get into a vault, in {@link Layout#ADMIN_APPS}. */
  public static final String VAULT_STORE = "vault";

  /** Application of Authentik, and client id, for people who use kubectl. */
  public static final String KUBECTL_CLIENT = "platform-kubernetes";

  /** Label of a namespace whose routes and listeners the shared Gateway of that name admits. */
  public static final String ADMITTED_BY = "tenantsmith.io/gateway";

  /** Listener of the shared Gateway for plain http: redirects and the ACME challenge. */
  public static final String HTTP_LISTENER = "http";

  /** Listener of the shared Gateway for the hosts below the cluster's domain. */
  public static final String SITES_LISTENER = "https-sites";

  private PlatformObjects() {}
}
