package io.tenantsmith.render.sync;

import io.tenantsmith.model.Fleet;

/** Tells what a vault must have for tenants, if the fleet uses one. */
final class ReadmeVault {

  /** Begins the line of the one secret that nobody generates and tenants read there. */
  static final String BACKUP = "| the vault | backup-s3, one a tenant, see below | ";

  private ReadmeVault() {}

  /** The paragraphs; nothing without a vault. */
  static String text(Fleet fleet) {
    return fleet.services().secrets().vault().map(vault -> text(fleet, vault)).orElse("");
  }

  private static String text(Fleet fleet, Fleet.Vault vault) {
    return """

    The vault at `@server@` needs the key-value engine, version 2, at `@path@`, the sign-on by this cluster's accounts at `auth/@mount@`,
    the role `admin-apps` that writes what is made for tenants, and a role for each tenant, named like its namespace:

        printf '%s\\n' \\
          'path "@path@/data/+/oidc-*"          {capabilities = ["create", "read", "update"]}' \\
          'path "@path@/data/+/content-bot"     {capabilities = ["create", "read", "update"]}' \\
          'path "@path@/metadata/+/oidc-*"      {capabilities = ["create", "read", "update"]}' \\
          'path "@path@/metadata/+/content-bot" {capabilities = ["create", "read", "update"]}' | vault policy write admin-apps -
        vault write auth/@mount@/role/admin-apps bound_service_account_names=vault-writer \\
          bound_service_account_namespaces=admin-apps audience=vault token_policies=admin-apps token_ttl=10m

        namespace=@prefix@<tenant_id>
        echo "path \\"@path@/data/$namespace/*\\" {capabilities = [\\"read\\"]}" | vault policy write "$namespace" -
        vault write "auth/@mount@/role/$namespace" bound_service_account_names=tenant-secrets \\
          bound_service_account_namespaces="$namespace" audience=vault token_policies="$namespace" token_ttl=10m
        vault kv put -mount=@path@ "$namespace/backup-s3" @backup-s3.json
    """
        .replace("@server@", vault.server())
        .replace("@path@", vault.path())
        .replace("@mount@", vault.authMount())
        .replace("@prefix@", fleet.namespacePrefix().value());
  }
}
