package io.tenantsmith.diagnostic;

import java.io.StringWriter;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * JUnit XML: each error is a failed test case of its file; warnings and notes are cases that pass,
 * with output.
 */
final class JunitFormat implements FormatWriter {

  /** All are found in one go, so that only the whole has a time. */
  private static final String NO_TIME = "0.000";

  @Override
  public String write(DiagnosticReport report, Style style) {
    StringWriter out = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out);
      xml.writeStartDocument("UTF-8", "1.0");
      suites(xml, report);
      xml.writeEndDocument();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("XML in memory", e);
    }
    return out.append('\n').toString();
  }

  private static void suites(XMLStreamWriter xml, DiagnosticReport report)
      throws XMLStreamException {
    xml.writeCharacters("\n");
    xml.writeStartElement("testsuites");
    totals(xml, report, "tenantsmith");
    xml.writeCharacters("\n  ");
    xml.writeStartElement("testsuite");
    totals(xml, report, "fleet");
    xml.writeAttribute("skipped", "0");
    for (Diagnostic diagnostic : report.diagnostics()) {
      testCase(xml, diagnostic);
    }
    if (report.diagnostics().isEmpty()) {
      nothingFound(xml);
    }
    xml.writeCharacters("\n  ");
    xml.writeEndElement();
    xml.writeCharacters("\n");
    xml.writeEndElement();
  }

  private static void totals(XMLStreamWriter xml, DiagnosticReport report, String name)
      throws XMLStreamException {
    xml.writeAttribute("name", name);
    xml.writeAttribute("tests", String.valueOf(Math.max(1, report.diagnostics().size())));
    xml.writeAttribute("failures", String.valueOf(report.count(Severity.ERROR)));
    xml.writeAttribute("errors", "0");
    double seconds = report.facts().time().toMillis() / 1000.0;
    xml.writeAttribute("time", String.format(Locale.ROOT, "%.3f", seconds));
  }

  /**
   * Adds a passing case, because some servers take a report without a test case for a broken one.
   */
  private static void nothingFound(XMLStreamWriter xml) throws XMLStreamException {
    xml.writeCharacters("\n    ");
    xml.writeEmptyElement("testcase");
    xml.writeAttribute("classname", "fleet");
    xml.writeAttribute("name", "nothing found");
    xml.writeAttribute("time", NO_TIME);
  }

  private static void testCase(XMLStreamWriter xml, Diagnostic diagnostic)
      throws XMLStreamException {
    SourceRange range = diagnostic.range();
    String place = range.isWholeFile() ? "" : " " + range.line() + ":" + range.column();
    xml.writeCharacters("\n    ");
    xml.writeStartElement("testcase");
    xml.writeAttribute("classname", Printable.text(range.file()));
    xml.writeAttribute("name", diagnostic.code() + place);
    xml.writeAttribute("time", NO_TIME);
    body(xml, diagnostic);
    xml.writeCharacters("\n    ");
    xml.writeEndElement();
  }

  private static void body(XMLStreamWriter xml, Diagnostic diagnostic) throws XMLStreamException {
    xml.writeCharacters("\n      ");
    if (diagnostic.isError()) {
      xml.writeStartElement("failure");
      xml.writeAttribute("message", Printable.text(diagnostic.message()));
      xml.writeAttribute("type", diagnostic.code().name());
    } else {
      xml.writeStartElement("system-out");
    }
    xml.writeCharacters(details(diagnostic));
    xml.writeEndElement();
  }

  private static String details(Diagnostic diagnostic) {
    StringBuilder text = new StringBuilder(Printable.text(diagnostic.toString()));
    for (Related related : diagnostic.related()) {
      text.append('\n').append(Printable.text(related.message())).append(' ');
      text.append(Printable.place(related.range()));
    }
    diagnostic.hint().ifPresent(hint -> text.append("\nhint: ").append(Printable.text(hint)));
    return text.toString();
  }
}
