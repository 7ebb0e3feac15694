package io.tenantsmith.engine.command;

import io.tenantsmith.diagnostic.Code;
import io.tenantsmith.diagnostic.Diagnostic;
import io.tenantsmith.diagnostic.SourceRange;
import io.tenantsmith.engine.Front;
import io.tenantsmith.engine.PublishOptions;
import io.tenantsmith.engine.Request;
import io.tenantsmith.git.InputFiles;
import io.tenantsmith.model.Fleet;
import io.tenantsmith.model.Sourced;
import io.tenantsmith.publish.PublishMode;
import io.tenantsmith.publish.PublishTarget;
import io.tenantsmith.run.LoadedFleet;
import io.tenantsmith.source.SourceTree;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The place to publish to, of options and fleet.yaml; each of its facts says which of them named
 * it.
 *
 * @param front for the spelling of options
 */
record PublishPlace(PublishOptions options, Request request, Front front) {

  /** Where and how to publish; empty if nothing names a repository. */
  Optional<PublishTarget> target(LoadedFleet loaded, Fleet fleet) {
    Fleet.Publish publish = fleet.publish();
    Optional<PublishTarget.Given<String>> repository =
        options
            .repositoryOverride()
            .map(given -> option("repository", given))
            .or(() -> publish.pushTarget().map(stated -> setting("publish.repository", stated)));
    return repository.map(
        where ->
            new PublishTarget(
                new PublishTarget.Destination(
                    where,
                    options
                        .branchOverride()
                        .map(given -> option("branch", given))
                        .orElseGet(() -> setting("publish.branch", publish.branch())),
                    PublishMode.of(publish.mode().value()).orElse(PublishMode.DIRECT),
                    publish.create()),
                new PublishTarget.Author(publish.author().name(), publish.author().email(), "none"),
                new PublishTarget.Origin(
                    request.directory(),
                    publish.readUrl(),
                    inputs(request, loaded.sources()),
                    part(request.selection())),
                new PublishTarget.GuardLimits(
                    fleet.guards().maxRemovedTenants(),
                    fleet.guards().maxChangedPercent(),
                    permits()),
                publish
                    .pushTarget()
                    .map(Sourced::range)
                    .orElse(SourceRange.ofFile(request.folders().fleet()))));
  }

  /** The input files as they were read. */
  static InputFiles inputs(Request request, SourceTree sources) {
    Request.Folders folders = request.folders();
    SortedMap<String, byte[]> contents = new TreeMap<>();
    sources.all().forEach(file -> contents.put(file.file(), file.content()));
    return new InputFiles(
        request.directory(),
        List.of(folders.tenants(), folders.tiers(), folders.tiers() + "/templates"),
        contents);
  }

  private static String part(Request.Selection selection) {
    return selection
        .onlyTenant()
        .map(tenant -> "tenant " + tenant)
        .or(() -> selection.onlyCluster().map(cluster -> "cluster " + cluster))
        .orElse("");
  }

  private PublishTarget.Permits permits() {
    PublishOptions.Permits permits = options.permits();
    Integer removed = permits.removed();
    Integer changed = permits.changed();
    return new PublishTarget.Permits(
        removed == null ? null : option("allow-removed", removed),
        changed == null ? null : option("allow-changed", changed),
        permits.dirty(),
        permits.replacedInputs().stream().map(id -> option("replace-input", id)).toList());
  }

  private static PublishTarget.Given<String> setting(String name, Sourced<String> stated) {
    return new PublishTarget.Given<>(stated.value(), name, stated.range());
  }

  /** Whoever gave an option looks for a mistake there and not in fleet.yaml. */
  private <T> PublishTarget.Given<T> option(String name, T given) {
    String option = front.option(name);
    return new PublishTarget.Given<>(given, option, SourceRange.ofFile(option));
  }

  /** Neither a file nor an option says where. */
  static Diagnostic nowhere(Request request) {
    return Diagnostic.error(
            Code.PUB707,
            SourceRange.ofFile(request.folders().fleet()),
            "no repository to publish to is named")
        .withHint("set publish.repository there, or give --repository (-Dtenantsmith.repository)");
  }
}
