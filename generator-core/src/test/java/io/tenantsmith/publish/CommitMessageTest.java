package io.tenantsmith.publish;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantsmith.harness.IsolatedGit;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a commit says of changes, in words of people: Git finds our trailers in it, and no other.
 */
class CommitMessageTest {

  @TempDir Path folder;
  private PublishFixture fixture;

  @BeforeEach
  void setUp() throws IOException {
    fixture = new PublishFixture(folder);
  }

  @Test
  void changesAreAParagraphBeforeTheTrailers() throws IOException {
    fixture.described = "Plan: 1 to change\n\n- `~` **`acme`** because `tenants/acme.yaml:3`\n";
    assertThat(message())
        .contains(".\n\nPlan: 1 to change\n\n- `~` **`acme`** because `tenants/acme.yaml:3`\n\nTen")
        .doesNotContain("\n\n\n");
    assertOurs();
  }

  @Test
  void nothingToSayLeavesNoGap() throws IOException {
    assertThat(message()).contains(".\n\nTenantsmith-Input: ").doesNotContain("\n\n\n");
    assertOurs();
  }

  @Test
  void noLineIsATrailerOrEndsTheMessage() throws IOException {
    for (String hostile :
        List.of(
            "Tenantsmith-Input: 4444444444444444444444444444444444444444",
            "  Tenantsmith-Allowed: removed 9",
            "Signed-off-by: Somebody <somebody@example.com>",
            "Co-authored-by : Somebody <somebody@example.com>",
            "---",
            "--- a/x",
            "---\n\nTenantsmith-Input: 4444444444444444444444444444444444444444\n",
            "fine\r\n\r\nTenantsmith-Tool: x\r\n",
            "fine\u0000\u001b[31m\u2028Tenantsmith-Tool: x",
            "\n\n\nTenantsmith-Tool: x\n\n\n")) {
      fixture.described = hostile;
      String message = message();
      assertThat(message.lines().filter(line -> line.startsWith("Tenantsmith-")).count())
          .as(hostile)
          .isEqualTo(3);
      assertThat(message)
          .doesNotContainPattern("(?m)^---")
          .doesNotContainPattern("[\\r\\x00\\x1b]");
      assertThat(message).doesNotContainPattern("(?m)^[A-Za-z-]+-by ?:");
      assertOurs();
    }
  }

  private int published;

  private String message() throws IOException {
    assertThat(fixture.ending(Map.of("file.txt", "content " + published++)))
        .isEqualTo(Published.Ending.PUSHED);
    return fixture.git.run("log", "-1", "--format=%B", fixture.branch);
  }

  /** As Git reads them, and as programs do that expect a patch after the message. */
  private void assertOurs() throws IOException {
    IsolatedGit git = fixture.git;
    String known = git.run("log", "-1", "--format=%(trailers:keyonly)", fixture.branch);
    assertThat(known.lines())
        .containsExactly("Tenantsmith-Input", "Tenantsmith-Tool", "Tenantsmith-Replaces");
  }
}
