package io.tenantsmith.doctor;

import io.tenantsmith.diagnostic.Quoted;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** Why the disk refused, in a few words. */
final class DiskWords {

  private DiskWords() {}

  static String of(IOException problem) {
    if (problem instanceof AccessDeniedException) {
      return "access denied";
    }
    if (problem instanceof NoSuchFileException) {
      return "there is no such folder";
    }
    if (problem instanceof FileSystemException system && system.getReason() != null) {
      return Quoted.escape(system.getReason());
    }
    return Quoted.escape(String.valueOf(problem.getMessage()));
  }
}
