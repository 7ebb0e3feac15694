package io.tenantsmith.engine.command;

import io.tenantsmith.diagnostic.Code;
import io.tenantsmith.diagnostic.Diagnostic;
import io.tenantsmith.diagnostic.SourceRange;
import io.tenantsmith.engine.Front;
import io.tenantsmith.engine.InitOption;
import io.tenantsmith.engine.InitOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A value for every option of {@code init}: given, answered by the person at the terminal, or the
 * usual one. An answer that does not fit is asked for again; an option that does not fit is not.
 */
final class InitAnswers {

  private static final int TRIES = 3;
  private static final int NAME_LENGTH = 40;

  private final InitOptions options;
  private final Session session;
  private final Path folder;
  private final Map<InitOption, String> values = new EnumMap<>(InitOption.class);
  private final List<Diagnostic> missing = new ArrayList<>();

  private InitAnswers(InitOptions options, Session session, Path folder) {
    this.options = options;
    this.session = session;
    this.folder = folder;
  }

  /** The values with what is wrong about them. */
  static InitAnswers of(InitOptions options, Session session, Path folder) {
    InitAnswers answers = new InitAnswers(options, session, folder);
    for (InitOption option : InitOption.values()) {
      answers.values.put(option, answers.value(option));
    }
    return answers;
  }

  Map<InitOption, String> values() {
    return values;
  }

  /** What nobody said, and what does not fit. */
  List<Diagnostic> diagnostics() {
    List<Diagnostic> all = new ArrayList<>(missing);
    new InitCheck(values, session.front())
        .problems()
        .forEach(
            (option, problem) -> {
              if (all.stream().noneMatch(d -> d.range().equals(place(option, session.front())))) {
                all.add(problem);
              }
            });
    return all;
  }

  /** A mistake stands at the option, as the user writes it. */
  static SourceRange place(InitOption option, Front front) {
    return SourceRange.ofFile(front.option(option.label()));
  }

  private String value(InitOption option) {
    String given = options.given().get(option);
    if (given != null) {
      return given;
    }
    String usual = usual(option);
    if (option.isAsked()) {
      Optional<String> answer = ask(option, usual);
      if (answer.isPresent()) {
        return answer.get();
      }
    }
    if (usual.isEmpty() && isRequired(option)) {
      missing.add(
          Diagnostic.error(
                  Code.INI901,
                  place(option, session.front()),
                  "not given, and nobody is here to be asked")
              .withHint(
                  "add "
                      + session.front().option(option.label())
                      + ": "
                      + lowerCase(option.question())));
    }
    return usual;
  }

  private Optional<String> ask(InitOption option, String usual) {
    String question = option.question();
    for (int i = 0; i < TRIES; i++) {
      Optional<String> answer = session.questions().ask(question, usual);
      if (answer.isEmpty()) {
        return answer;
      }
      Map<InitOption, String> soFar = new EnumMap<>(values);
      soFar.put(option, answer.get());
      Diagnostic problem = new InitCheck(soFar, session.front()).problems().get(option);
      if (problem == null) {
        return answer;
      }
      question = problem.message() + "\n" + option.question();
    }
    return session.questions().ask(question, usual);
  }

  private static boolean isRequired(InitOption option) {
    return option == InitOption.DOMAIN || option == InitOption.CONTACT_EMAIL;
  }

  private String usual(InitOption option) {
    return switch (option) {
      case FLEET_NAME -> nameOf(folder);
      case DOMAIN, CONTACT_EMAIL, BRANCH, PLUGIN_REPOSITORY -> "";
      case CLUSTER_NAME -> "prod-1";
      case REGION -> "eu-central-1";
      case REPOSITORY -> "gitops.git";
      case SYNC -> InitCheck.access(values).isReadByPods() ? "flux" : InitCheck.NO_SYNC;
      case CI -> "github,gitlab,jenkins";
    };
  }

  /** The folder's name as the name of a fleet, if it can be one. */
  private static String nameOf(Path folder) {
    Path last = folder.toAbsolutePath().normalize().getFileName();
    String name =
        last == null
            ? ""
            : last.toString()
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
    return name.isEmpty() || name.length() > NAME_LENGTH ? "my-fleet" : name;
  }

  private static String lowerCase(String question) {
    return question.substring(0, 1).toLowerCase(Locale.ROOT) + question.substring(1);
  }
}
