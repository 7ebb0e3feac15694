package io.tenantsmith.engine.command;

import io.tenantsmith.diagnostic.Code;
import io.tenantsmith.diagnostic.Diagnostic;
import io.tenantsmith.diagnostic.Quoted;
import io.tenantsmith.diagnostic.Result;
import io.tenantsmith.diagnostic.SourceRange;
import io.tenantsmith.edit.EditedFile;
import io.tenantsmith.edit.YamlEdit;
import io.tenantsmith.engine.CommandName;
import io.tenantsmith.engine.PromoteOptions;
import io.tenantsmith.engine.Report;
import io.tenantsmith.engine.Request;
import io.tenantsmith.model.PublishedOutput;
import io.tenantsmith.model.Tier;
import io.tenantsmith.model.Wave;
import io.tenantsmith.run.LoadedFleet;
import io.tenantsmith.source.SourceFile;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Takes the roll-out of a tier one step further; the last one folds it into the tier. */
public record Promote(PromoteOptions options) implements Command {

  private static final String UNKNOWN =
      "fold it only once all tenants have it: look at the roll-outs in index.json of the branch";

  @Override
  public Report run(Request request, Session session) {
    return new Editing(CommandName.PROMOTE, options.edit())
        .run(request, session, fleet -> edit(fleet, request, session));
  }

  private Result<Editing.Wish> edit(LoadedFleet fleet, Request request, Session session) {
    Result<Tier> tier = tier(fleet, request, session);
    if (tier.value().isEmpty()) {
      return Result.failed(tier.diagnostics());
    }
    Wave wave = tier.value().get().wave().orElseThrow();
    WaveAudience audience = WaveAudience.of(wave, tier.value().get(), fleet.workspace());
    Result<WaveStep> step = step(wave, audience, session);
    if (step.value().isEmpty()) {
      return Result.failed(step.diagnostics());
    }
    WaveStep taken = step.value().get();
    List<Diagnostic> doubts = List.of();
    if (taken.isFolded()) {
      Result<PublishedOutput> published = OutputHistory.of(fleet, request, session);
      List<Diagnostic> early = tooEarly(tier.value().get(), published);
      if (!early.isEmpty()) {
        return Result.failed(early);
      }
      doubts = OutputHistory.doubts(published, fleet, UNKNOWN);
    }
    List<Diagnostic> said = doubts;
    SourceFile file = fleet.sources().file(tier.value().get().file()).orElseThrow();
    Result<EditedFile> edited = YamlEdit.of(file, WaveEdits.of(taken, file));
    List<String> sentences = sentences(tier.value().get(), audience, taken);
    return edited
        .value()
        .map(text -> Result.of(wish(text, sentences), said))
        .orElseGet(() -> Result.failed(edited.diagnostics()));
  }

  private static Editing.Wish wish(EditedFile edited, List<String> sentences) {
    return new Editing.Wish(edited, sentences, Request.Selection.ALL);
  }

  private static List<String> sentences(Tier tier, WaveAudience audience, WaveStep step) {
    WaveStep now = WaveStep.now(audience.wave());
    String name = "roll-out " + audience.wave().id().value() + " of tier " + tier.fileStem();
    long before = audience.after(now);
    long after = audience.after(step);
    return List.of(
        name + ": " + now.text() + " -> " + step.text(),
        after
            + " of "
            + audience.tenants().size()
            + " tenants have it then, "
            + (after - before)
            + " more than now");
  }

  private Result<Tier> tier(LoadedFleet fleet, Request request, Session session) {
    List<Tier> all =
        fleet.workspace().tiers().stream().filter(tier -> tier.wave().isPresent()).toList();
    List<Tier> named =
        all.stream()
            .filter(tier -> options.givenTier().map(tier.fileStem()::equals).orElse(true))
            .toList();
    if (named.size() == 1) {
      return Result.of(named.get(0));
    }
    String option = session.front().option(PromoteOptions.TIER);
    String names = all.stream().map(Tier::fileStem).collect(Collectors.joining(", "));
    return Result.failed(
        List.of(
            named.isEmpty()
                ? Diagnostic.error(
                        Code.WAV963,
                        SourceRange.ofFile(
                            options
                                .givenTier()
                                .map(tier -> request.folders().tiers() + "/" + tier + ".yaml")
                                .map(Quoted::escape)
                                .orElse(request.folders().tiers())),
                        "there is no roll-out here")
                    .withHint(
                        all.isEmpty()
                            ? "write what changes below \"next\" of a tier"
                            : "tiers with one: " + names)
                : Diagnostic.error(
                        Code.WAV964,
                        SourceRange.ofFile(option),
                        "several tiers have a roll-out: " + names)
                    .withHint("name one of them")));
  }

  /** The step that is asked for, or the next one that reaches somebody who does not have it. */
  private Result<WaveStep> step(Wave wave, WaveAudience audience, Session session) {
    WaveStep now = WaveStep.now(wave);
    if (options.givenTo().isPresent()) {
      return asked(options.givenTo().get(), now, session);
    }
    long before = audience.after(now);
    return WaveStep.USUAL.stream()
        .map(step -> step.with(now))
        .filter(step -> !step.equals(now))
        .filter(
            step -> step.isFolded() || audience.after(step) > before || endsIt(step, now, audience))
        .findFirst()
        .map(step -> Result.<WaveStep>of(step))
        .orElseThrow();
  }

  /** Nobody is left, but who comes tomorrow would be. */
  private static boolean endsIt(WaveStep step, WaveStep now, WaveAudience audience) {
    return step.isAll() && !now.isAll() && audience.after(step) == audience.after(now);
  }

  private static Result<WaveStep> asked(String word, WaveStep now, Session session) {
    String option = session.front().option(PromoteOptions.TO);
    Optional<WaveStep> step = WaveStep.of(word).map(asked -> asked.with(now));
    if (step.isEmpty()) {
      return Result.failed(
          List.of(
              Diagnostic.error(
                      Code.WAV965,
                      SourceRange.ofFile(option),
                      Quoted.quote(word) + " is no step of a roll-out")
                  .withHint("write canary, early, a percentage such as 25, or " + WaveStep.DONE)));
    }
    boolean tooEarly = step.get().isFolded() && !now.isAll();
    if (tooEarly || step.get().equals(now)) {
      return Result.failed(
          List.of(
              Diagnostic.error(
                      Code.WAV965,
                      SourceRange.ofFile(option),
                      "the roll-out has reached " + now.text())
                  .withHint(
                      tooEarly
                          ? "go to 100 first, publish, and fold it then"
                          : "this command goes forward only; to go back, revert the commit or edit the"
                              + " file")));
    }
    return Result.of(step.get());
  }

  /** Why a roll-out cannot be folded yet: some tenants have what is published of it, others not. */
  private static List<Diagnostic> tooEarly(Tier tier, Result<PublishedOutput> published) {
    if (published.value().isEmpty()) {
      return published.diagnostics();
    }
    return published.value().get().waves().stream()
        .filter(wave -> wave.tier().equals(tier.fileStem()))
        .map(wave -> unpublished(tier.wave().orElseThrow()))
        .toList();
  }

  private static Diagnostic unpublished(Wave wave) {
    return Diagnostic.error(
            Code.WAV966,
            wave.reach().place(),
            "what is published has the roll-out for a part of the tenants only")
        .withHint("publish it for all of them first, and fold it then");
  }
}
