package io.tenantsmith.maven;

import io.tenantsmith.engine.PublishOptions;
import io.tenantsmith.engine.command.Command;
import io.tenantsmith.engine.command.Publish;
import io.tenantsmith.surroundings.Surroundings;
import java.util.List;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.Settings;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.jspecify.annotations.Nullable;

/** Commits the rendered tree to the GitOps repository and pushes it. */
@Mojo(
    name = "publish",
    defaultPhase = LifecyclePhase.DEPLOY,
    requiresProject = false,
    threadSafe = true)
public final class PublishMojo extends FleetMojo {

  /** Where to push, a path or URL; fleet.yaml states the default. */
  @Parameter(property = "tenantsmith.repository")
  private @Nullable String repository;

  /** The branch; fleet.yaml states the default. */
  @Parameter(property = "tenantsmith.branch")
  private @Nullable String branch;

  /** Exact number of tenants that are meant to be erased or removed, for this one publish. */
  @Parameter(property = "tenantsmith.allowRemoved")
  private @Nullable Integer allowRemoved;

  /** Exact number of tenants that are meant to change, for this one publish. */
  @Parameter(property = "tenantsmith.allowChanged")
  private @Nullable Integer allowChanged;

  /** Whether to publish inputs that differ from their commit; the new commit is marked. */
  @Parameter(property = "tenantsmith.allowDirty", defaultValue = "false")
  private boolean allowDirty;

  /**
   * Ids of published input commits that are to be replaced by this one publish, though the inputs
   * do not descend from them; seven digits are enough.
   */
  @Parameter(property = "tenantsmith.replaceInput")
  private @Nullable List<String> replaceInput;

  /**
   * Id of the {@code <server>} in settings.xml with user name and password of the GitOps
   * repository, or with privateKey and passphrase for ssh; without it the environment variables
   * TENANTSMITH_GIT_USERNAME, TENANTSMITH_GIT_PASSWORD, TENANTSMITH_SSH_KEY and
   * TENANTSMITH_SSH_PASSPHRASE are used.
   */
  @Parameter(property = "tenantsmith.server")
  private @Nullable String server;

  @Parameter(defaultValue = "${settings}", readonly = true)
  @Nullable Settings settings;

  private final SettingsDecrypter decrypter;

  /** Takes Maven's decrypter of passwords. */
  @Inject
  public PublishMojo(SettingsDecrypter decrypter) {
    this.decrypter = decrypter;
  }

  @Override
  Command command() {
    return new Publish(
        new PublishOptions(
            repository,
            branch,
            new PublishOptions.Permits(
                allowRemoved,
                allowChanged,
                allowDirty,
                replaceInput == null ? List.of() : replaceInput)));
  }

  @Override
  Surroundings surroundings() throws MojoExecutionException {
    if (settings == null) {
      return super.surroundings();
    }
    return SettingsSurroundings.of(super.surroundings(), settings, decrypter, server);
  }
}
