package io.tenantsmith.doctor;

import io.tenantsmith.diagnostic.Code;
import io.tenantsmith.diagnostic.Diagnostic;
import io.tenantsmith.diagnostic.Quoted;
import io.tenantsmith.diagnostic.SourceRange;
import io.tenantsmith.engine.DoctorResult.Area;
import java.util.List;
import java.util.Optional;

/** Whether a terminal shows what we write, which is UTF-8 everywhere; nothing where none is. */
final class TerminalEncoding implements Examination {

  @Override
  public List<Finding> of(Patient patient) {
    Optional<String> stated =
        patient
            .surroundings()
            .property("stdout.encoding")
            .or(() -> patient.surroundings().property("sun.stdout.encoding"));
    return stated.map(encoding -> finding(encoding, patient).alone()).orElse(List.of());
  }

  private static Finding finding(String encoding, Patient patient) {
    String fact = "the terminal shows " + Quoted.escape(encoding);
    if (encoding.equalsIgnoreCase("UTF-8")) {
      return Finding.ok(Area.MACHINE, "terminal", fact);
    }
    boolean windows = patient.property("os.name").startsWith("Windows");
    return Finding.of(
        Area.MACHINE,
        "terminal",
        Diagnostic.warning(
                Code.DOC926, SourceRange.ofFile("terminal"), fact + ", and reports are UTF-8")
            .withHint(windows ? "chcp 65001" : "export LC_ALL=C.UTF-8"));
  }
}
