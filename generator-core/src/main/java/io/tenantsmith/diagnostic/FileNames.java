package io.tenantsmith.diagnostic;

/**
 * How the files of a fleet are called outside of it. Within a run they have paths relative to the
 * fleet's root, which a terminal or a pull request can follow only if that is where they are.
 */
public interface FileNames {

  /** Relative to the fleet's root for everybody. */
  FileNames OF_THE_FLEET =
      new FileNames() {
        @Override
        public String fromHere(String file) {
          return file;
        }

        @Override
        public String fromRepository(String file) {
          return file;
        }
      };

  /** The path as people follow it from the folder in which they are. */
  String fromHere(String file);

  /**
   * The path as a Git host knows it, from the root of the repository; from here if the fleet is in
   * none.
   */
  String fromRepository(String file);
}
