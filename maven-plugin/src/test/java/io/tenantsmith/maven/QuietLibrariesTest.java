package io.tenantsmith.maven;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class QuietLibrariesTest {

  private static final String SSH = "org.slf4j.simpleLogger.log.org.apache.sshd";
  private static final String GIT = "org.slf4j.simpleLogger.log.org.eclipse.jgit";

  @AfterEach
  void forget() {
    System.clearProperty(SSH);
    System.clearProperty(GIT);
  }

  @Test
  void librariesAreSilentUnlessSomebodyWantsToHearThem() {
    System.setProperty(SSH, "debug");
    QuietLibraries.hush();
    assertThat(System.getProperty(GIT)).isEqualTo("off");
    assertThat(System.getProperty(SSH)).isEqualTo("debug");
  }
}
