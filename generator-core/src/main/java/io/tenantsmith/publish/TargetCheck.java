package io.tenantsmith.publish;

import io.tenantsmith.diagnostic.Code;
import io.tenantsmith.diagnostic.Diagnostic;
import io.tenantsmith.diagnostic.Quoted;
import io.tenantsmith.diagnostic.SourceRange;
import io.tenantsmith.git.CommitId;
import io.tenantsmith.git.Refs;
import io.tenantsmith.git.RepositoryAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Finds settings of publish that cannot work, before anything is opened. */
final class TargetCheck {

  private final PublishTarget target;
  private final CommitId input;
  private final List<Diagnostic> found = new ArrayList<>();

  private TargetCheck(PublishTarget target, CommitId input) {
    this.target = target;
    this.input = input;
  }

  /** What is wrong with the settings, whatever the inputs and their commit are. */
  static List<Diagnostic> check(PublishTarget target) {
    TargetCheck check = new TargetCheck(target, CommitId.NONE);
    check.settings();
    return List.copyOf(check.found);
  }

  static List<Diagnostic> check(PublishTarget target, CommitId input) {
    TargetCheck check = new TargetCheck(target, input);
    check.settings();
    check.mode();
    return List.copyOf(check.found);
  }

  private void settings() {
    repository();
    url();
    branch();
    author();
    replacedInputs();
  }

  private void repository() {
    PublishTarget.Given<String> given = target.destination().repository();
    RepositoryAddress address = target.destination().address();
    if (address.carriesSecret()) {
      secret(given.name(), address, given.place());
    } else if (address.kind() == RepositoryAddress.Kind.UNSUPPORTED) {
      unsupported(given, address);
    }
  }

  private void unsupported(PublishTarget.Given<String> given, RepositoryAddress address) {
    String fact = given.name() + " is " + '"' + address.display() + '"';
    if (address.text().toLowerCase(Locale.ROOT).startsWith("http://")) {
      error(
          given.place(),
          fact + "; http is refused, since it sends the login and all manifests in clear",
          "use https; TENANTSMITH_CA_FILE names an authority of your own, if the server has one");
    } else {
      error(given.place(), fact, "use a path, https, ssh or file");
    }
  }

  private void url() {
    RepositoryAddress address = RepositoryAddress.of(target.origin().url());
    if (address.carriesSecret()) {
      secret("publish.url", address, target.place());
    }
  }

  private void secret(String setting, RepositoryAddress address, SourceRange place) {
    error(
        place,
        setting + " holds credentials: " + address.display(),
        "take them out and set TENANTSMITH_GIT_USERNAME and TENANTSMITH_GIT_PASSWORD");
  }

  private void branch() {
    PublishTarget.Given<String> branch = target.destination().branch();
    if (!Refs.isBranchName(branch.value())) {
      error(
          branch.place(),
          branch.name() + " " + Quoted.quote(branch.value()) + " is no name of a branch",
          "name one");
    }
  }

  private void mode() {
    if (target.destination().mode() == PublishMode.BRANCH && !input.isKnown()) {
      error(
          target.place(),
          "publish.mode is \"branch\", but the fleet lies in no Git repository with a commit",
          "commit the fleet first, or use mode direct");
    }
  }

  private void author() {
    PublishTarget.Author author = target.author();
    if (!isLine(author.name()) || !isLine(author.email())) {
      error(
          target.place(),
          "publish.author cannot be used in a commit",
          "use one line each, without < and >");
    }
    if (!author.signing().equals("none")) {
      error(
          target.place(),
          "publish.signing is " + Quoted.quote(author.signing()) + ", and signing is not built yet",
          "set it to none; a commit is never left unsigned in silence");
    }
  }

  private void replacedInputs() {
    for (PublishTarget.Given<String> id : target.guards().permits().replacedInputs()) {
      if (!id.value().matches("[0-9a-f]{7,40}")) {
        error(
            id.place(),
            id.name() + " " + Quoted.quote(id.value()) + " is no id of a commit",
            "name the published input commit with 7 to 40 of its hexadecimal digits");
      }
    }
  }

  private static boolean isLine(String text) {
    return !text.isBlank()
        && text.codePoints().allMatch(c -> Quoted.isPrintable(c) && c != '<' && c != '>');
  }

  private void error(SourceRange place, String fact, String hint) {
    found.add(Diagnostic.error(Code.PUB707, place, fact).withHint(hint));
  }
}
