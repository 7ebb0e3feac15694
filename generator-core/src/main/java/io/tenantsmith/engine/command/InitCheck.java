package io.tenantsmith.engine.command;

import io.tenantsmith.diagnostic.Code;
import io.tenantsmith.diagnostic.Diagnostic;
import io.tenantsmith.diagnostic.Quoted;
import io.tenantsmith.engine.Front;
import io.tenantsmith.engine.InitOption;
import io.tenantsmith.engine.Progress;
import io.tenantsmith.engine.Request;
import io.tenantsmith.engine.Tool;
import io.tenantsmith.git.Refs;
import io.tenantsmith.git.RepositoryAddress;
import io.tenantsmith.path.RelativePath;
import io.tenantsmith.run.Inputs;
import io.tenantsmith.run.JudgedFleet;
import io.tenantsmith.scaffold.CiSystem;
import io.tenantsmith.scaffold.FleetFiles;
import io.tenantsmith.scaffold.NewFleet;
import io.tenantsmith.source.SourceFile;
import io.tenantsmith.source.SourceTree;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether the values of a new fleet fit: its files are made in memory and judged as {@code
 * validate} would judge them, so there is no second idea of what a domain or a region is.
 */
final class InitCheck {

  static final String NO_SYNC = "none";

  private static final Pattern FIELD = Pattern.compile("\\s*(?:- )?([a-z_]+):.*");
  private static final Pattern MAVEN_REPOSITORY = Pattern.compile("(https|file)://[^\\s<>\"'&]+");
  private static final Map<String, InitOption> FIELDS =
      Map.of(
          "fleet", InitOption.FLEET_NAME,
          "domain", InitOption.DOMAIN,
          "contact_email", InitOption.CONTACT_EMAIL,
          "name", InitOption.CLUSTER_NAME,
          "region", InitOption.REGION,
          "sync", InitOption.SYNC,
          "repository", InitOption.REPOSITORY,
          "url", InitOption.REPOSITORY,
          "branch", InitOption.BRANCH);

  /** Stand in for what is not known yet while single answers are judged. */
  private static final Map<InitOption, String> FITTING =
      Map.of(
          InitOption.FLEET_NAME, "fleet",
          InitOption.DOMAIN, "sites.example.net",
          InitOption.CONTACT_EMAIL, "platform@example.com",
          InitOption.CLUSTER_NAME, "prod-1",
          InitOption.REGION, "eu-central-1",
          InitOption.REPOSITORY, "gitops.git");

  private final Map<InitOption, String> values;
  private final Front front;
  private final Map<InitOption, Diagnostic> found = new EnumMap<>(InitOption.class);

  /** A check of values, of which some may be missing. */
  InitCheck(Map<InitOption, String> values, Front front) {
    this.values = Map.copyOf(values);
    this.front = front;
  }

  /** The first thing that is wrong about each option. */
  Map<InitOption, Diagnostic> problems() {
    repository();
    branch();
    if (CiSystem.listed(value(values, InitOption.CI)).isEmpty()) {
      refuse(InitOption.CI, "not a list of pipelines", "write github, gitlab, jenkins or none");
    }
    String plugins = value(values, InitOption.PLUGIN_REPOSITORY);
    if (!plugins.isEmpty() && !MAVEN_REPOSITORY.matcher(plugins).matches()) {
      refuse(InitOption.PLUGIN_REPOSITORY, "not a repository's address", "use https or file");
    }
    judge();
    return found;
  }

  /** The files of a fleet with these values. */
  static SortedMap<RelativePath, byte[]> files(Map<InitOption, String> values) {
    String sync = value(values, InitOption.SYNC);
    return FleetFiles.of(
        new NewFleet(
            new NewFleet.Platform(
                value(values, InitOption.FLEET_NAME),
                value(values, InitOption.DOMAIN),
                value(values, InitOption.CONTACT_EMAIL)),
            new NewFleet.FirstCluster(
                value(values, InitOption.CLUSTER_NAME), value(values, InitOption.REGION)),
            sync.equals(NO_SYNC) ? "" : sync,
            new NewFleet.Target(
                access(values),
                value(values, InitOption.REPOSITORY),
                value(values, InitOption.BRANCH)),
            new NewFleet.Plugin(Tool.version(), value(values, InitOption.PLUGIN_REPOSITORY)),
            CiSystem.listed(value(values, InitOption.CI)).orElse(List.of())));
  }

  /** How the GitOps repository is reached. */
  static NewFleet.Access access(Map<InitOption, String> values) {
    return switch (RepositoryAddress.of(value(values, InitOption.REPOSITORY)).kind()) {
      case HTTPS -> NewFleet.Access.HTTPS;
      case SSH -> NewFleet.Access.SSH;
      case FILE -> NewFleet.Access.FILE;
      case PATH, UNSUPPORTED -> NewFleet.Access.PATH;
    };
  }

  private void repository() {
    RepositoryAddress address = RepositoryAddress.of(value(values, InitOption.REPOSITORY));
    if (address.carriesSecret()) {
      refuse(
          InitOption.REPOSITORY,
          address.display() + " holds credentials",
          "take them out: publish reads TENANTSMITH_GIT_USERNAME and TENANTSMITH_GIT_PASSWORD");
    } else if (address.kind() == RepositoryAddress.Kind.UNSUPPORTED) {
      refuse(
          InitOption.REPOSITORY,
          '"' + address.display() + "\" is no repository",
          "use https, ssh, file or a path");
    }
  }

  private void branch() {
    String branch = value(values, InitOption.BRANCH);
    if (!branch.isEmpty() && !Refs.isBranchName(branch)) {
      refuse(
          InitOption.BRANCH,
          Quoted.quote(branch) + " is no name of a branch",
          "for instance environment/prod");
    }
  }

  private void judge() {
    SortedMap<RelativePath, byte[]> files = files(values);
    SourceFile fleet = source(FleetFiles.FLEET, files);
    List<SourceFile> tiers =
        files.keySet().stream()
            .filter(path -> path.isBelow(RelativePath.of("tiers")))
            .map(path -> source(path, files))
            .toList();
    SourceTree tree =
        new SourceTree(List.of(fleet), tiers, List.of(), List.of(source(FleetFiles.TENANT, files)));
    Inputs inputs = new Inputs(Request.of(Path.of("")), Progress.NONE, List.of());
    List<String> lines = new String(fleet.content(), StandardCharsets.UTF_8).lines().toList();
    JudgedFleet.of(inputs.read(tree), Request.Selection.ALL).diagnostics().stream()
        .filter(Diagnostic::isError)
        .sorted()
        .forEach(problem -> attribute(problem, lines));
  }

  /** Tells the option from the line; what follows from several values follows from the domain. */
  private void attribute(Diagnostic problem, List<String> lines) {
    InitOption option = InitOption.DOMAIN;
    int line = problem.range().line();
    if (problem.range().file().equals(FleetFiles.FLEET.value()) && line > 0) {
      Matcher field = FIELD.matcher(lines.get(line - 1));
      option = field.matches() ? FIELDS.getOrDefault(field.group(1), option) : option;
    }
    String hint =
        option == InitOption.SYNC
            ? "use flux, argocd, both or none"
            : problem.hint().orElse("for instance " + example(option));
    refuse(option, problem.message(), hint);
  }

  private void refuse(InitOption option, String fact, String hint) {
    found.putIfAbsent(
        option,
        Diagnostic.error(Code.INI902, InitAnswers.place(option, front), fact).withHint(hint));
  }

  private static String example(InitOption option) {
    return FITTING.getOrDefault(option, "the usual one");
  }

  private static String value(Map<InitOption, String> values, InitOption option) {
    String value = values.getOrDefault(option, "");
    if (!value.isEmpty()) {
      return value;
    }
    return switch (option) {
      case SYNC, CI -> "none";
      default -> FITTING.getOrDefault(option, "");
    };
  }

  private static SourceFile source(RelativePath path, SortedMap<RelativePath, byte[]> files) {
    return new SourceFile(path.value(), files.getOrDefault(path, new byte[0]));
  }
}
