package io.tenantsmith.maven;

import io.tenantsmith.engine.DoctorOptions;
import io.tenantsmith.engine.PublishOptions;
import io.tenantsmith.engine.command.Command;
import io.tenantsmith.engine.command.Doctor;
import io.tenantsmith.surroundings.Surroundings;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.Settings;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.jspecify.annotations.Nullable;

/** Tells what this machine, the repository and the remote lack, with the command that mends it. */
@Mojo(name = "doctor", requiresProject = false, threadSafe = true)
public final class DoctorMojo extends FleetFilesMojo {

  /** The GitOps repository, a path or URL; fleet.yaml states the default. */
  @Parameter(property = "tenantsmith.repository")
  private @Nullable String repository;

  /** The branch; fleet.yaml states the default. */
  @Parameter(property = "tenantsmith.branch")
  private @Nullable String branch;

  /** Whether to leave out the GitOps repository. */
  @Parameter(property = "tenantsmith.offline", defaultValue = "false")
  private boolean offline;

  /** Whether to write the folder {@code schema} as this version has it, for editors. */
  @Parameter(property = "tenantsmith.writeSchemas", defaultValue = "false")
  private boolean writeSchemas;

  /**
   * Id of the {@code <server>} in settings.xml with user name and password of the GitOps
   * repository, or with privateKey and passphrase for ssh; without it the environment variables
   * TENANTSMITH_GIT_USERNAME, TENANTSMITH_GIT_PASSWORD, TENANTSMITH_SSH_KEY and
   * TENANTSMITH_SSH_PASSPHRASE are used.
   */
  @Parameter(property = "tenantsmith.server")
  private @Nullable String server;

  @Parameter(defaultValue = "${maven.version}", readonly = true)
  private @Nullable String maven;

  @Parameter(defaultValue = "${settings}", readonly = true)
  private @Nullable Settings settings;

  private final SettingsDecrypter decrypter;

  /** Takes Maven's decrypter of passwords. */
  @Inject
  public DoctorMojo(SettingsDecrypter decrypter) {
    this.decrypter = decrypter;
  }

  @Override
  Command command() {
    PublishOptions target = new PublishOptions(repository, branch, PublishOptions.Permits.NONE);
    return new Doctor(new DoctorOptions(target, offline, writeSchemas, maven));
  }

  @Override
  Surroundings surroundings() throws MojoExecutionException {
    return settings == null
        ? super.surroundings()
        : SettingsSurroundings.of(super.surroundings(), settings, decrypter, server);
  }
}
