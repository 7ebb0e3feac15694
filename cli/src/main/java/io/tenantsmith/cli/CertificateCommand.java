package io.tenantsmith.cli;

import io.tenantsmith.engine.CertificateOptions;
import io.tenantsmith.engine.PublishOptions;
import io.tenantsmith.engine.command.Certificate;
import io.tenantsmith.engine.command.Command;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes the certificate of an erased tenant. */
@CommandLine.Command(
    name = "certificate",
    description = {
      "Makes the certificate of an erased tenant again, from the history of the GitOps branch.",
      "It says what was ordered and how to check it. publish writes it when a tenant is removed."
    },
    footer = {
      "  tenantsmith certificate acme-corp   writes target/tenantsmith/erasure/acme-corp.json"
    })
final class CertificateCommand extends FleetFilesCommand {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(index = "0", arity = "0..1", paramLabel = "ID", description = "Id of the tenant.")
  private @Nullable String first;

  @Option(names = "--tenant", paramLabel = "ID", description = "Another way to give the id.")
  private @Nullable String tenant;

  @Option(
      names = "--repository",
      paramLabel = "URL",
      description = "The GitOps repository; default: what fleet.yaml says.")
  private @Nullable String repository;

  @Option(
      names = "--branch",
      paramLabel = "NAME",
      description = "The branch; default: what fleet.yaml says.")
  private @Nullable String branch;

  CertificateCommand(Screen screen) {
    super(screen);
  }

  @Override
  Command command() {
    if (first != null && tenant != null) {
      throw new ParameterException(spec.commandLine(), "the id is given twice");
    }
    PublishOptions target = new PublishOptions(repository, branch, PublishOptions.Permits.NONE);
    return new Certificate(new CertificateOptions(tenant == null ? first : tenant, target));
  }
}
