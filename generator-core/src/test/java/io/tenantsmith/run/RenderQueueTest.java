package io.tenantsmith.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RenderQueueTest {

  private static final List<Integer> TENANTS = IntStream.range(0, 100).boxed().toList();

  @Test
  void theirOrderIsThatOfTheTenants() {
    CountDownLatch second = new CountDownLatch(1);
    Function<Integer, String> work =
        tenant -> {
          if (tenant == 0) {
            await(second); // ends after the second one, or never
          } else {
            second.countDown();
          }
          return "made of " + tenant;
        };
    assertThat(all(new RenderQueue<>(() -> work, TENANTS, 2)))
        .isEqualTo(TENANTS.stream().map(tenant -> "made of " + tenant).toList());
  }

  @Test
  void aWorkerWorksForOneThreadAtATime() {
    AtomicInteger workers = new AtomicInteger();
    AtomicInteger both = new AtomicInteger();
    try (RenderQueue<Integer, Integer> queue =
        new RenderQueue<>(() -> new Worker(workers, both), TENANTS, 4)) {
      TENANTS.forEach(tenant -> assertThat(queue.next()).isEqualTo(tenant));
    }
    assertThat(both).hasValue(0);
    assertThat(workers.get()).isBetween(1, 4);
  }

  /** Notes when two threads are in it. */
  private static final class Worker implements Function<Integer, Integer> {
    private final AtomicBoolean busy = new AtomicBoolean();
    private final AtomicInteger both;

    Worker(AtomicInteger workers, AtomicInteger both) {
      workers.incrementAndGet();
      this.both = both;
    }

    @Override
    public Integer apply(Integer tenant) {
      if (!busy.compareAndSet(false, true)) {
        both.incrementAndGet();
      }
      Thread.yield();
      busy.set(false);
      return tenant;
    }
  }

  @Test
  void aFewTenantsAreReadyAndNotAll() {
    AtomicInteger made = new AtomicInteger();
    try (RenderQueue<Integer, Integer> queue =
        new RenderQueue<>(() -> tenant -> made.incrementAndGet(), TENANTS, 3)) {
      for (int taken = 1; taken <= 50; taken++) {
        queue.next();
        assertThat(made.get()).isLessThanOrEqualTo(taken + 5);
      }
    }
  }

  @Test
  void whatTheWorkThrowsIsThrown() {
    IllegalStateException mistake = new IllegalStateException("a mistake");
    try (RenderQueue<Integer, Integer> queue = failing(mistake)) {
      assertThat(queue.next()).isZero();
      assertThatThrownBy(queue::next).isSameAs(mistake);
    }
    StackOverflowError deep = new StackOverflowError();
    try (RenderQueue<Integer, Integer> queue = failing(deep)) {
      assertThat(queue.next()).isZero();
      assertThatThrownBy(queue::next).isSameAs(deep);
    }
  }

  private static RenderQueue<Integer, Integer> failing(Throwable thrown) {
    return new RenderQueue<>(
        () ->
            tenant -> {
              if (tenant == 1 && thrown instanceof Error error) {
                throw error;
              } else if (tenant == 1) {
                throw (RuntimeException) thrown;
              }
              return tenant;
            },
        TENANTS,
        2);
  }

  /**
   * Rendering never asked whether its thread is interrupted; whoever waits or sleeps later does.
   */
  @Test
  void anInterruptIsKeptForLater() {
    try (RenderQueue<Integer, Integer> queue =
        new RenderQueue<>(() -> tenant -> tenant, TENANTS, 2)) {
      Thread.currentThread().interrupt();
      TENANTS.forEach(tenant -> assertThat(queue.next()).isEqualTo(tenant));
      assertThat(Thread.interrupted()).isTrue();
    }
  }

  @Test
  void aloneWhoTakesDoesTheWork() {
    try (RenderQueue<Integer, Thread> queue =
        new RenderQueue<>(() -> tenant -> Thread.currentThread(), TENANTS, 1)) {
      TENANTS.forEach(tenant -> assertThat(queue.next()).isSameAs(Thread.currentThread()));
      assertThatThrownBy(queue::next).isInstanceOf(NoSuchElementException.class);
    }
  }

  @Test
  void nothingIsMadeOfNothing() {
    try (RenderQueue<Integer, Integer> queue =
        new RenderQueue<>(() -> tenant -> tenant, List.of(), 4)) {
      assertThatThrownBy(queue::next).isInstanceOf(NoSuchElementException.class);
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static <R> List<R> all(RenderQueue<Integer, R> queue) {
    List<R> all = new ArrayList<>();
    try (queue) {
      TENANTS.forEach(tenant -> all.add(queue.next()));
    }
    return all;
  }
}
