package io.tenantsmith.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.tenantsmith.harness.Contracts;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/**
 * A test that lacks something skips itself. In a static initialiser that is no skip: the class
 * cannot be loaded, and each of its tests is an error.
 */
class SkippedTestsTest {

  private static final Set<String> SKIPPING =
      Set.of(Assumptions.class.getName(), "org.opentest4j.TestAbortedException");

  /** The one is loaded by a method that has asked before, the other never. */
  private static final Set<String> HARMLESS =
      Set.of(Contracts.class.getName() + "$Read", Wrong.class.getName());

  @Test
  void noStaticInitialiserSkips() {
    JavaClasses tests =
        new ClassFileImporter()
            .importUrl(Contracts.class.getProtectionDomain().getCodeSource().getLocation());
    Set<String> found = new TreeSet<>();
    tests.stream()
        .filter(type -> !HARMLESS.contains(type.getName()))
        .filter(type -> type.getStaticInitializer().map(SkippedTestsTest::skips).orElse(false))
        .map(JavaClass::getName)
        .forEach(found::add);

    assertThat(found).as("ask in the test, in @BeforeAll or in a field of the instance").isEmpty();
  }

  @Test
  void theRuleSeesAStaticFieldAndWhatItCalls() {
    JavaClass type = new ClassFileImporter().importClasses(Wrong.class).get(Wrong.class);
    assertThat(type.getStaticInitializer().map(SkippedTestsTest::skips)).contains(true);
  }

  /** Whether a call leads to a skip, through whatever is compiled beside the tests. */
  private static boolean skips(JavaCodeUnit start) {
    Set<String> seen = new HashSet<>();
    Deque<JavaCodeUnit> left = new ArrayDeque<>(List.of(start));
    while (!left.isEmpty()) {
      for (JavaCall<?> call : left.remove().getCallsFromSelf()) {
        if (SKIPPING.contains(call.getTargetOwner().getName())) {
          return true;
        }
        call.getTarget()
            .resolveMember()
            .filter(unit -> seen.add(unit.getFullName()))
            .ifPresent(left::add);
      }
    }
    return false;
  }

  /** Never loaded. */
  private static final class Wrong {
    static final Object FOUND = find();

    private static Object find() {
      return Assumptions.abort("it is not here");
    }
  }
}
