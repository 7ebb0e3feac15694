package io.tenantsmith.engine.command;

import io.tenantsmith.diagnostic.Code;
import io.tenantsmith.diagnostic.Diagnostic;
import io.tenantsmith.diagnostic.DiskWords;
import io.tenantsmith.diagnostic.SourceRange;
import io.tenantsmith.draft.GrowingFleet;
import io.tenantsmith.draft.Newcomer;
import io.tenantsmith.draft.TenantDraft;
import io.tenantsmith.engine.NewResult;
import io.tenantsmith.engine.NewTenant;
import io.tenantsmith.engine.Outcome;
import io.tenantsmith.engine.Report;
import io.tenantsmith.engine.Request;
import io.tenantsmith.engine.TenantField;
import io.tenantsmith.engine.Tool;
import io.tenantsmith.output.IndexReader;
import io.tenantsmith.output.NewFiles;
import io.tenantsmith.output.OutputFolder;
import io.tenantsmith.output.OwnershipIndex;
import io.tenantsmith.path.RelativePath;
import io.tenantsmith.run.JudgedFleet;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Writes the file of a new tenant: judged together with the fleet before anything is written, never
 * over a file that is there.
 *
 * @param stated what the command line states
 * @param dryRun whether the file is shown only
 */
public record New(NewTenant stated, boolean dryRun) implements Command {

  @Override
  public Report run(Request request, Session session) {
    GrowingFleet fleet = GrowingFleet.read(request, session.progress());
    if (fleet.isBroken()) {
      ReportDraft report = new ReportDraft(fleet.loaded());
      report.add(fleet.diagnostics());
      return report.refused();
    }
    Newcomer newcomer = Newcomer.of(fleet, stated, session.questions(), session.front());
    TenantDraft draft = newcomer.draft();
    ReportDraft report = new ReportDraft(draft.loaded());
    report.add(newcomer.diagnostics());
    report.add(judge(draft, request, session).stream().filter(d -> !newcomer.says(d)).toList());
    return report.hasErrors() ? report.refused() : write(draft, request, session, report);
  }

  /** What is wrong with the fleet and the tenant, and with the tenant against the output. */
  private static List<Diagnostic> judge(TenantDraft draft, Request request, Session session) {
    JudgedFleet judged = JudgedFleet.of(draft.loaded(), Request.Selection.ALL);
    IndexReader reader = new IndexReader(request.folders().output(), Tool.nameAndVersion());
    OutputHistory history = new OutputHistory(request, session, reader);
    return Stream.concat(
            judged.diagnostics().stream(),
            judged
                .against(index(reader, request), () -> history.published(judged.fleet()))
                .diagnostics()
                .stream()
                .filter(d -> d.range().file().equals(draft.file())))
        .toList();
  }

  /** What the output remembers; that it cannot be read is no matter of an input. */
  private static OwnershipIndex index(IndexReader reader, Request request) {
    try {
      return reader
          .read(OutputFolder.at(request.directory().resolve(request.folders().output())))
          .value()
          .map(tree -> tree.index())
          .orElse(OwnershipIndex.empty());
    } catch (IOException e) {
      return OwnershipIndex.empty();
    }
  }

  private Report write(TenantDraft draft, Request request, Session session, ReportDraft report) {
    if (!dryRun) {
      String id = draft.tenant().text(TenantField.TENANT_ID).orElseThrow();
      SortedMap<RelativePath, byte[]> files = new TreeMap<>();
      files.put(RelativePath.of(id + ".yaml"), draft.text().getBytes(StandardCharsets.UTF_8));
      try {
        new NewFiles(request.directory().resolve(request.folders().tenants())).write(files);
      } catch (FileAlreadyExistsException e) {
        // Somebody was faster, or has put a file where the folder was.
        boolean itself = String.valueOf(e.getFile()).endsWith(".yaml");
        report.add(List.of(itself ? Newcomer.inTheWay(draft.file()) : unwritable(draft, e)));
        return report.ended(itself ? Outcome.REFUSED : Outcome.ENVIRONMENT_FAILED, null);
      } catch (IOException e) {
        report.add(List.of(unwritable(draft, e)));
        return report.ended(Outcome.ENVIRONMENT_FAILED, null);
      }
    }
    return report.ended(
        Outcome.DONE,
        new NewResult(
            Counts.fleet(draft.loaded()),
            draft.file(),
            draft.text(),
            !dryRun,
            dryRun ? List.of() : NextCommands.of(draft.file(), request, session.front())));
  }

  private static Diagnostic unwritable(TenantDraft draft, IOException problem) {
    return Diagnostic.error(
            Code.NEW913,
            SourceRange.ofFile(draft.file()),
            "the file cannot be written: " + DiskWords.of(problem))
        .withHint("check the permissions of the folder and the free space");
  }
}
