package io.tenantsmith.maven;

import io.tenantsmith.engine.CertificateOptions;
import io.tenantsmith.engine.PublishOptions;
import io.tenantsmith.engine.command.Certificate;
import io.tenantsmith.engine.command.Command;
import io.tenantsmith.surroundings.Surroundings;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.Settings;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.jspecify.annotations.Nullable;

/**
 * Makes the certificate of an erased tenant again, from the history of the GitOps branch. It says
 * what was ordered and how to check it. {@code publish} writes it when a tenant is removed.
 */
@Mojo(name = "certificate", requiresProject = false, threadSafe = true)
public final class CertificateMojo extends FleetFilesMojo {

  /** Id of the tenant. */
  @Parameter(property = "tenantsmith.tenant")
  private @Nullable String tenant;

  /** The GitOps repository, a path or URL; fleet.yaml states the default. */
  @Parameter(property = "tenantsmith.repository")
  private @Nullable String repository;

  /** The branch; fleet.yaml states the default. */
  @Parameter(property = "tenantsmith.branch")
  private @Nullable String branch;

  /**
   * Id of the {@code <server>} in settings.xml with user name and password of the GitOps
   * repository, or with privateKey and passphrase for ssh; without it the environment variables
   * TENANTSMITH_GIT_USERNAME, TENANTSMITH_GIT_PASSWORD, TENANTSMITH_SSH_KEY and
   * TENANTSMITH_SSH_PASSPHRASE are used.
   */
  @Parameter(property = "tenantsmith.server")
  private @Nullable String server;

  @Parameter(defaultValue = "${settings}", readonly = true)
  private @Nullable Settings settings;

  private final SettingsDecrypter decrypter;

  /** Takes Maven's decrypter of passwords. */
  @Inject
  public CertificateMojo(SettingsDecrypter decrypter) {
    this.decrypter = decrypter;
  }

  @Override
  Command command() {
    PublishOptions target = new PublishOptions(repository, branch, PublishOptions.Permits.NONE);
    return new Certificate(new CertificateOptions(tenant, target));
  }

  @Override
  Surroundings surroundings() throws MojoExecutionException {
    return settings == null
        ? super.surroundings()
        : SettingsSurroundings.of(super.surroundings(), settings, decrypter, server);
  }
}
