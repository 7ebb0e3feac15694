package io.tenantsmith.render.secret;

import io.tenantsmith.model.BackupStore;
import io.tenantsmith.model.MailRelay;
import io.tenantsmith.model.TenantKeys;
import io.tenantsmith.render.PlatformObjects;
import io.tenantsmith.render.kit.TenantScope;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The secrets that a tenant needs: made for it in admin-apps, made in its namespace, or read from
 * elsewhere.
 */
final class TenantSecrets {

  private static final String KEY_GENERATOR = "key-32";
  private static final String PASSWORD_GENERATOR = "password-32";

  /** Generator that makes WordPress' keys and salts at once. */
  private static final String SALTS_GENERATOR = "wordpress-salts";

  /** The key of the value that a password generator returns. */
  private static final String GENERATED = "password";

  private static final String MAIL = "mail";
  private static final List<Entry> MAIL_ENTRIES = List.of(same("username"), same("password"));
  private static final String BUCKET = "backup-s3";
  private static final List<Entry> BUCKET_ENTRIES =
      List.of(same("access-key-id"), same("secret-access-key"));

  private final TenantScope scope;

  /** Those of a tenant; what they need is read when they are asked for. */
  TenantSecrets(TenantScope scope) {
    this.scope = scope;
  }

  private boolean sso() {
    return scope.tenant().get(TenantKeys.SSO_ENABLED);
  }

  private boolean dedicated() {
    return scope.tenant().hasDedicatedOpenWebUi();
  }

  private boolean automated() {
    return scope.tenant().get(TenantKeys.CONTENT_AUTOMATION);
  }

  /**
   * A Secret that is made in admin-apps.
   *
   * @param name name without the tenant
   * @param key key of the value in the Secret
   * @param label by which an application gathers the Secrets of all tenants
   */
  record Shared(String name, String generator, String key, String label) {
    boolean isRenamed() {
      return !key.equals(GENERATED);
    }
  }

  /**
   * A Secret that is made in the tenant's namespace.
   *
   * @param key key of the value in the Secret; empty for the generator's name
   * @param isWatched whether the database's operator follows it
   */
  record Own(String name, String generator, String key, boolean isWatched) {
    boolean isRenamed() {
      return !key.isEmpty();
    }
  }

  /**
   * A Secret that the tenant reads from elsewhere and that follows its source.
   *
   * @param source its name in the tenant's part of a vault
   * @param inAdminApps its name in admin-apps
   * @param entries the values that are read from it
   */
  record Read(String name, String source, String inAdminApps, List<Entry> entries) {
    Read {
      entries = List.copyOf(entries);
    }
  }

  /**
   * A Secret of the platform in admin-apps, made by hand, that is handed on to a vault.
   *
   * @param name its name in the tenant's part of the vault
   * @param inAdminApps its name in admin-apps
   * @param entries the values that are handed on
   */
  record HandedOn(String name, String inAdminApps, List<Entry> entries) {
    HandedOn {
      entries = List.copyOf(entries);
    }
  }

  /**
   * A value that is read.
   *
   * @param property its name at the source
   * @param key its key in the Secret
   */
  record Entry(String property, String key) {}

  /** The secrets made in admin-apps, where Authentik and content automation need them too. */
  List<Shared> shared() {
    return shared(sso(), dedicated(), automated());
  }

  /**
   * All that may ever have been made there: a feature that was switched off left its secret behind.
   */
  List<Shared> everShared() {
    return shared(true, true, true);
  }

  private List<Shared> shared(boolean site, boolean chat, boolean bot) {
    List<Shared> secrets = new ArrayList<>();
    if (site) {
      secrets.add(client(PlatformObjects.SITE_CLIENT, "wordpress"));
    }
    if (chat) {
      secrets.add(client(PlatformObjects.CHAT_CLIENT, "openwebui"));
    }
    if (bot) {
      secrets.add(
          new Shared(
              PlatformObjects.CONTENT_BOT,
              PlatformObjects.PASSWORDS,
              GENERATED,
              PlatformObjects.CONTENT_BOT));
    }
    return secrets;
  }

  /** The secrets made in the tenant's namespace. */
  List<Own> own() {
    List<Own> secrets = new ArrayList<>();
    secrets.add(new Own("backup-encryption", KEY_GENERATOR, "customer-key", false));
    secrets.add(new Own("mariadb-root", PASSWORD_GENERATOR, "", false));
    if (dedicated()) {
      secrets.add(new Own("open-webui", PASSWORD_GENERATOR, "secret-key", false));
      secrets.add(new Own("open-webui-admin", PASSWORD_GENERATOR, "", false));
    }
    secrets.add(new Own("wordpress-admin", PASSWORD_GENERATOR, "", false));
    secrets.add(new Own("wordpress-db", PASSWORD_GENERATOR, "", true));
    secrets.add(new Own("wordpress-salts", SALTS_GENERATOR, "", false));
    return secrets;
  }

  /** The secrets read from where the fleet's provider keeps them. */
  List<Read> read() {
    List<Read> secrets = new ArrayList<>();
    secrets.add(new Read(BUCKET, BUCKET, backup().secretOf(scope.id()), BUCKET_ENTRIES));
    if (sso()) {
      secrets.add(readClient("wordpress-oidc", PlatformObjects.SITE_CLIENT, "wordpress"));
    }
    if (dedicated()) {
      secrets.add(readClient("open-webui-oidc", PlatformObjects.CHAT_CLIENT, "openwebui"));
    }
    if (automated()) {
      secrets.add(
          read("wordpress-content-bot", PlatformObjects.CONTENT_BOT, List.of(same(GENERATED))));
    }
    relay().ifPresent(name -> secrets.add(new Read("wordpress-mail", MAIL, name, MAIL_ENTRIES)));
    return secrets;
  }

  /** What a tenant has of the platform and, where a vault is, finds in its own part of it. */
  List<HandedOn> handedOn() {
    List<HandedOn> secrets = new ArrayList<>();
    if (backup().sharesKeys()) {
      secrets.add(new HandedOn(BUCKET, backup().secret(), BUCKET_ENTRIES));
    }
    relay().ifPresent(name -> secrets.add(new HandedOn(MAIL, name, MAIL_ENTRIES)));
    return secrets;
  }

  /** The Secret of the mail relay in admin-apps, which all tenants read; it is made by hand. */
  private Optional<String> relay() {
    return scope.tenant().cluster().mail().flatMap(MailRelay::secret);
  }

  private BackupStore backup() {
    return scope.tenant().cluster().backup();
  }

  private Shared client(String name, String application) {
    return new Shared(name, PlatformObjects.CLIENT_SECRETS, clientKey(application), "oidc-client");
  }

  private Read readClient(String name, String source, String application) {
    return read(name, source, List.of(new Entry(clientKey(application), "client-secret")));
  }

  /** One that is in admin-apps with the tenant's id behind its name. */
  private Read read(String name, String source, List<Entry> entries) {
    return new Read(name, source, scope.shared(source), entries);
  }

  /** A key that becomes the name of a file beside those of all other tenants. */
  private String clientKey(String application) {
    return scope.id() + "." + application + "-client-secret";
  }

  private static Entry same(String name) {
    return new Entry(name, name);
  }
}
