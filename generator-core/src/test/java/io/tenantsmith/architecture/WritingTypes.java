package io.tenantsmith.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Set;

/** What of the JDK can change a file system. What only reads is listed, not what writes. */
final class WritingTypes {

  private static final Set<String> WHOLE =
      Set.of(
          "java.io.File",
          "java.io.FileOutputStream",
          "java.io.FileWriter",
          "java.io.FileDescriptor",
          "java.io.RandomAccessFile",
          "java.nio.channels.FileChannel",
          "java.nio.channels.AsynchronousFileChannel",
          "java.nio.channels.SeekableByteChannel",
          "java.nio.file.FileSystems",
          "java.nio.file.attribute.FileAttributeView",
          "java.nio.file.attribute.BasicFileAttributeView",
          "java.nio.file.attribute.PosixFileAttributeView",
          "java.nio.file.spi.FileSystemProvider",
          "java.util.logging.FileHandler");

  /** The methods of {@code Files} that leave everything as it is. */
  private static final Set<String> READING =
      Set.of(
          "exists",
          "notExists",
          "isDirectory",
          "isRegularFile",
          "isSymbolicLink",
          "isReadable",
          "isHidden",
          "isSameFile",
          "size",
          "getLastModifiedTime",
          "getAttribute",
          "getFileStore",
          "readAttributes",
          "readSymbolicLink",
          "readAllBytes",
          "readString",
          "readAllLines",
          "lines",
          "mismatch",
          "list",
          "walk",
          "walkFileTree",
          "find",
          "newInputStream",
          "newBufferedReader",
          "newDirectoryStream");

  private static final Set<String> OPENED_BY_NAME =
      Set.of("java.io.PrintWriter", "java.io.PrintStream", "java.util.Formatter");

  private WritingTypes() {}

  /** A type that is refused as a whole. */
  static DescribedPredicate<JavaClass> types() {
    return DescribedPredicate.describe("can change files", type -> WHOLE.contains(type.getName()));
  }

  /** A call or a method reference that can change a file. */
  static DescribedPredicate<JavaAccess<?>> accesses() {
    return DescribedPredicate.describe(
        "a method that can change files", access -> writes(access.getTarget()));
  }

  private static boolean writes(AccessTarget target) {
    String owner = target.getOwner().getName();
    if (owner.equals("java.nio.file.Files")) {
      return !READING.contains(target.getName());
    }
    return OPENED_BY_NAME.contains(owner)
        && target.getName().equals("<init>")
        && target instanceof AccessTarget.ConstructorCallTarget constructor
        && constructor.getRawParameterTypes().stream()
            .anyMatch(
                type ->
                    type.getName().equals("java.lang.String")
                        || type.getName().equals("java.io.File"));
  }
}
