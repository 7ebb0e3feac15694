package io.tenantsmith.cli;

import io.tenantsmith.diagnostic.FileNames;
import io.tenantsmith.diagnostic.Format;
import io.tenantsmith.diagnostic.Style;
import io.tenantsmith.engine.CommandResult;
import io.tenantsmith.engine.Questions;
import io.tenantsmith.engine.Report;
import io.tenantsmith.engine.ReportText;
import io.tenantsmith.engine.ReportText.Reading;
import io.tenantsmith.surroundings.Surroundings;
import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/**
 * Standard output and standard error in UTF-8, whatever the locale is. As with compilers, results
 * go to the first and diagnostics for people to the second; a report for machines is alone on the
 * first.
 *
 * @param terminal whether somebody is watching it
 */
record Screen(
    PrintWriter outWriter, PrintWriter errWriter, boolean terminal, Surroundings surroundings) {

  /** The screen of this process. */
  static Screen ofThisProcess(Surroundings surroundings) {
    return new Screen(
        utf8(new FileOutputStream(FileDescriptor.out)),
        utf8(new FileOutputStream(FileDescriptor.err)),
        isTerminal(),
        surroundings);
  }

  /** Launcher.main makes newer versions of Java, too, return null without a terminal. */
  @SuppressWarnings("SystemConsoleNull")
  private static boolean isTerminal() {
    return System.console() != null;
  }

  /** A writer that ends lines with a line feed everywhere and writes only when flushed. */
  static PrintWriter utf8(OutputStream stream) {
    return new LineFeedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8));
  }

  /** Shows a report in one go, so that an interruption leaves no half line. */
  void show(Report report, ReportOptions options, Reading reading) {
    Format format = options.format();
    Style style = style(options, format.isForMachines() ? Style.USUAL_WIDTH : columns());
    String diagnostics = ReportText.inFormat(report, format, style, reading);
    if (format.isForMachines()) {
      outWriter.print(diagnostics);
    } else {
      ReportText.summary(report, reading.names(), style).forEach(outWriter::println);
      errWriter.print(diagnostics);
    }
    flush();
  }

  /** Asks on standard error, so that results stay alone; nobody is asked without a terminal. */
  Questions questions(FileNames names, ReportOptions options) {
    Console console = terminal ? System.console() : null;
    if (console == null) {
      return Questions.NONE;
    }
    return new Questions() {
      @Override
      public Optional<String> ask(String question, String usual) {
        return Screen.this.ask(console, question, usual);
      }

      @Override
      public void show(CommandResult proposed) {
        Style style = style(options, columns());
        ReportText.summary(proposed, names, style).forEach(errWriter::println);
      }
    };
  }

  private Style style(ReportOptions options, int width) {
    return new Style(coloured() && !options.noColor(), width);
  }

  private Optional<String> ask(Console console, String question, String usual) {
    errWriter.print(question + (usual.isEmpty() ? ": " : " [" + usual + "]: "));
    errWriter.flush();
    String answer = console.readLine();
    return answer == null
        ? Optional.empty()
        : Optional.of(answer.isBlank() ? usual : answer.strip());
  }

  /** How the help is coloured. */
  Ansi ansi() {
    return coloured() ? Ansi.ON : Ansi.OFF;
  }

  /**
   * Columns of the terminal; 80 without one. COLUMNS wins, as everywhere; the wrapper script sets
   * it. Only if it is not set the terminal is asked, which costs a process.
   */
  int columns() {
    String stated = surroundings.environment("COLUMNS").orElse("");
    if (stated.matches("[1-9][0-9]{0,3}")) {
      return Integer.parseInt(stated);
    }
    UsageMessageSpec usage = CommandSpec.create().usageMessage().width(Style.USUAL_WIDTH);
    return terminal ? usage.autoWidth(true).width() : Style.USUAL_WIDTH;
  }

  /** Writes what is buffered, results first. */
  void flush() {
    outWriter.flush();
    errWriter.flush();
  }

  /** After no-color.org: any value that is not empty. */
  private boolean coloured() {
    boolean refused = surroundings.environment("NO_COLOR").filter(v -> !v.isEmpty()).isPresent();
    boolean dumb = surroundings.environment("TERM").filter("dumb"::equals).isPresent();
    return terminal && !refused && !dumb;
  }
}
