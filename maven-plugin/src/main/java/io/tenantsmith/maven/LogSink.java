package io.tenantsmith.maven;

import io.tenantsmith.diagnostic.Diagnostic;
import io.tenantsmith.diagnostic.DiskWords;
import io.tenantsmith.diagnostic.Format;
import io.tenantsmith.diagnostic.Severity;
import io.tenantsmith.diagnostic.Style;
import io.tenantsmith.engine.Report;
import io.tenantsmith.engine.ReportText;
import io.tenantsmith.engine.ReportText.Reading;
import java.io.File;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.logging.Log;
import org.jspecify.annotations.Nullable;

/**
 * Where a report goes: steps and text to the log, a format for programs beside it. With a file for
 * the latter the log still has the text, so that whoever reads a pipeline's log sees the mistakes.
 */
final class LogSink {

  /** Maven puts a level such as {@code [WARNING]} and a blank before each line. */
  private static final Style STYLE = new Style(false, Style.USUAL_WIDTH - 10);

  private final Log log;
  private final Format format;
  private final @Nullable File file;

  LogSink(Log log, Format format, @Nullable File file) {
    this.log = log;
    this.format = format;
    this.file = file;
  }

  /** Shows a report. */
  void show(Report report, Reading reading) throws MojoExecutionException {
    ReportText.summary(report, reading.names()).forEach(log::info);
    String diagnostics = ReportText.inFormat(report, format, STYLE, reading);
    if (!format.isForMachines()) {
      diagnostics.lines().forEach(level(report));
    } else if (file == null) {
      print(diagnostics);
    } else {
      ReportText.inFormat(report, Format.TEXT, STYLE).lines().forEach(level(report));
      write(diagnostics, file.toPath());
    }
  }

  /** Chooses one level for the whole report; errors are shown under {@code mvn -q}, too. */
  private Consumer<String> level(Report report) {
    if (report.diagnostics().stream().anyMatch(Diagnostic::isError)) {
      return log::error;
    }
    return report.diagnostics().stream().anyMatch(d -> d.severity() == Severity.WARNING)
        ? log::warn
        : log::info;
  }

  /**
   * Bypasses the log, which would put its level before each line, and System.out, which Maven 4
   * turns into a log as well; no program expects that.
   */
  private static void print(String text) {
    PrintStream out =
        new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
    out.print(text);
    out.flush();
  }

  private static void write(String text, Path file) throws MojoExecutionException {
    try {
      Path folder = file.toAbsolutePath().getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
      Files.writeString(file, text, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new MojoExecutionException("the report cannot be written: " + DiskWords.withPlace(e));
    }
  }
}
