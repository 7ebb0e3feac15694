package io.tenantsmith.git;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jgit.lib.ObjectId;
import org.junit.jupiter.api.Test;

/** Branches that others move while they are looked up. */
class TipsTest {

  private final List<String> asked = new ArrayList<>();

  @Test
  void oneBranchHasOneTip() throws IOException {
    Tips tips = Tips.of(Refs.of("environment/prod", "environment/prod"), this::moving);

    assertThat(tips.base()).isEqualTo(tips.push()).isEqualTo(commit(1));
    assertThat(tips.parents()).containsExactly(commit(1));
  }

  @Test
  void theMovedBranchIsNeverAheadOfTheBase() throws IOException {
    Tips tips = Tips.of(Refs.of("environment/prod", "proposal"), this::moving);

    assertThat(asked).containsExactly("refs/heads/proposal", "refs/heads/environment/prod");
    assertThat(tips).isEqualTo(new Tips(commit(2), commit(1)));
  }

  /** Each look finds another commit. */
  private ObjectId moving(String ref) {
    asked.add(ref);
    return commit(asked.size());
  }

  private static ObjectId commit(int number) {
    return ObjectId.fromString(Integer.toString(number).repeat(40));
  }
}
