package io.tenantsmith.engine.command;

import io.tenantsmith.certificate.ErasureCertificate;
import io.tenantsmith.certificate.TenantPast;
import io.tenantsmith.diagnostic.Code;
import io.tenantsmith.diagnostic.Diagnostic;
import io.tenantsmith.diagnostic.Result;
import io.tenantsmith.diagnostic.SourceRange;
import io.tenantsmith.engine.CertificateOptions;
import io.tenantsmith.engine.CertificateResult;
import io.tenantsmith.engine.Outcome;
import io.tenantsmith.engine.Report;
import io.tenantsmith.engine.Request;
import io.tenantsmith.git.BranchHistory;
import io.tenantsmith.model.Fleet;
import io.tenantsmith.model.TenantId;
import io.tenantsmith.publish.PublishTarget;
import io.tenantsmith.publish.PublishedBranch;
import io.tenantsmith.run.Inputs;
import io.tenantsmith.run.LoadedFleet;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Makes the certificate of an erased tenant again, from the history of the branch. */
public record Certificate(CertificateOptions options) implements Command {

  @Override
  public Report run(Request request, Session session) {
    LoadedFleet loaded = new Inputs(request, session.progress(), List.of()).read();
    ReportDraft report = new ReportDraft(loaded);
    Fleet fleet = loaded.workspace().fleet();
    if (fleet == null) {
      report.add(loaded.diagnostics());
      return report.refused();
    }
    Optional<TenantId> id = options.named().flatMap(stated -> TenantId.parse(stated).value());
    Optional<PublishTarget> target =
        new PublishPlace(options.target(), request, session.front()).target(loaded, fleet);
    if (id.isEmpty() || target.isEmpty()) {
      report.add(List.of(id.isEmpty() ? nobody(session) : PublishPlace.nowhere(request)));
      return report.refused();
    }
    return make(id.get().value(), target.get(), new Desk(request, session, report));
  }

  /** Where a certificate is made. */
  private record Desk(Request request, Session session, ReportDraft report) {}

  private static Report make(String id, PublishTarget target, Desk desk) {
    ReportDraft report = desk.report();
    Result<PublishedBranch> opened = PublishedBranch.open(target, desk.session().surroundings());
    report.add(opened.diagnostics());
    if (opened.value().isEmpty()) {
      return report.ended(Outcome.ENVIRONMENT_FAILED, null);
    }
    String place =
        target.destination().display() + " " + target.destination().branch().value() + ":";
    try (PublishedBranch branch = opened.value().get()) {
      Optional<BranchHistory> history = branch.commits();
      Result<TenantPast> past =
          history.isEmpty()
              ? Result.failed(noBranch(place))
              : TenantPast.read(history.get(), place, id);
      report.add(past.diagnostics());
      if (past.value().isEmpty()) {
        return report.refused();
      }
      return write(past.value().get(), target, desk);
    } catch (IOException e) {
      desk.session().causes().accept(e);
      report.add(List.of(Certificates.failed(SourceRange.ofFile(place), id, e)));
      return report.ended(Outcome.ENVIRONMENT_FAILED, null);
    }
  }

  private static Report write(TenantPast past, PublishTarget target, Desk desk) {
    ErasureCertificate certificate = Certificates.of(past, target);
    try {
      Certificates.write(certificate, desk.request().directory());
    } catch (IOException e) {
      desk.session().causes().accept(e);
      SourceRange place = SourceRange.ofFile(certificate.path().value());
      desk.report().add(List.of(Certificates.failed(place, past.id(), e)));
      return desk.report().ended(Outcome.ENVIRONMENT_FAILED, null);
    }
    return desk.report()
        .ended(
            Outcome.DONE,
            new CertificateResult(
                past.id(),
                certificate.path().value(),
                past.removed().commit(),
                certificate.json()));
  }

  private static Diagnostic noBranch(String place) {
    return Diagnostic.error(
            Code.CRT942,
            SourceRange.ofFile(place),
            "there is no such branch, so nothing was erased")
        .withHint("name the branch that was published to with --branch");
  }

  private Diagnostic nobody(Session session) {
    String fact = options.named().isEmpty() ? "no tenant is named" : "it is no id of a tenant";
    return Diagnostic.error(Code.CRT945, SourceRange.ofFile(session.front().option("tenant")), fact)
        .withHint("name the tenant that was erased, for instance acme-corp");
  }
}
