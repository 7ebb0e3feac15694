package io.tenantsmith.diagnostic;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Why the disk refused, in words: the name of a Java class tells a user nothing. */
public final class DiskWords {

  private static final Pattern CLASS_NAME =
      Pattern.compile("\\b([a-z]\\w*\\.)*[A-Z]\\w*(Exception|Error)\\b:? *");

  private DiskWords() {}

  /** The reason. */
  public static String of(IOException problem) {
    if (problem instanceof AccessDeniedException) {
      return "access denied";
    }
    if (problem instanceof NoSuchFileException) {
      return "there is no such file or folder";
    }
    if (problem instanceof FileAlreadyExistsException
        || problem instanceof NotDirectoryException
        || (problem instanceof FileSystemException other && isNoFolder(other.getReason()))) {
      return "a file is in the place of a folder";
    }
    if (problem instanceof DirectoryNotEmptyException) {
      return "the folder is not empty";
    }
    if (problem instanceof FileSystemLoopException) {
      return "links lead in a circle";
    }
    if (problem instanceof FileSystemException system && system.getReason() != null) {
      return Quoted.escape(system.getReason());
    }
    return said(problem);
  }

  /** Java has no exception for it where the path leads through the file. */
  private static boolean isNoFolder(@Nullable String reason) {
    return "Not a directory".equals(reason);
  }

  /** The reason, and the file if the disk names one. */
  public static String withPlace(IOException problem) {
    return problem instanceof FileSystemException system && system.getFile() != null
        ? of(problem) + ": " + Quoted.words(system.getFile())
        : of(problem);
  }

  private static String said(IOException problem) {
    if (problem.getCause() instanceof IOException cause) {
      return withPlace(cause);
    }
    String message = problem.getMessage() == null ? "" : problem.getMessage();
    String words = CLASS_NAME.matcher(message).replaceAll("").strip();
    return words.isEmpty() ? "no reason is given" : Quoted.words(words);
  }
}
