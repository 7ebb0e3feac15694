package io.tenantsmith.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.nio.charset.MalformedInputException;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.NotLinkException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DiskWordsTest {

  @ParameterizedTest
  @MethodSource
  void noJavaClassIsNamed(IOException problem) {
    assertThat(DiskWords.withPlace(problem))
        .isNotBlank()
        .doesNotContainPattern("[A-Za-z]Exception|null");
    assertThat(DiskWords.of(problem)).isNotBlank().doesNotContainPattern("[A-Za-z]Exception|null");
  }

  static Stream<IOException> noJavaClassIsNamed() {
    return Stream.of(
        new AccessDeniedException("/x"),
        new AtomicMoveNotSupportedException("/x", "/y", null),
        new DirectoryNotEmptyException("/x"),
        new FileAlreadyExistsException("/x"),
        new FileSystemLoopException("/x"),
        new FileSystemException("/x", null, "No space left on device"),
        new FileSystemException("/x"),
        new NoSuchFileException("/x"),
        new NotDirectoryException("/x"),
        new NotLinkException("/x"),
        new FileNotFoundException("/x (Permission denied)"),
        new EOFException(),
        new ClosedChannelException(),
        new MalformedInputException(1),
        new IOException("java.nio.file.AccessDeniedException: /x"),
        new IOException(new AccessDeniedException("/x")),
        new IOException("writing failed", new NoSuchFileException("/x")),
        new IOException(new IllegalStateException()));
  }
}
