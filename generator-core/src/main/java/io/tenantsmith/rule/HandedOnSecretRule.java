package io.tenantsmith.rule;

import io.tenantsmith.diagnostic.Code;
import io.tenantsmith.diagnostic.Diagnostic;
import io.tenantsmith.diagnostic.Quoted;
import io.tenantsmith.model.BackupKeys;
import io.tenantsmith.model.Cluster;
import io.tenantsmith.model.Fleet;
import io.tenantsmith.model.Key;
import io.tenantsmith.model.MailKeys;
import io.tenantsmith.model.PlatformSecrets;
import io.tenantsmith.model.Resolution;
import io.tenantsmith.model.Setting;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A Secret that all tenants may read is none of the platform's own. */
final class HandedOnSecretRule implements PerClusterRule {

  private static final List<Key<String>> HANDED_ON = List.of(MailKeys.SECRET, BackupKeys.SECRET);

  @Override
  public void judge(
      Cluster cluster, Fleet fleet, Resolution resolution, Consumer<Diagnostic> report) {
    for (Key<String> key : HANDED_ON) {
      Optional<Setting<String>> secret = cluster.settings().find(key);
      secret
          .filter(setting -> PlatformSecrets.areCalled(setting.value()))
          .ifPresent(setting -> report.accept(diagnostic(key, setting)));
    }
  }

  private static Diagnostic diagnostic(Key<String> key, Setting<String> secret) {
    return Diagnostic.error(
            Code.FLT420,
            secret.origin().range(),
            key.path()
                + " "
                + Quoted.quote(secret.value())
                + " is called like a Secret of the platform itself, and all tenants get it")
        .withHint("make a Secret of another name");
  }
}
