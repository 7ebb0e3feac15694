package io.tenantsmith.run;

import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Work on one tenant after the other, done by several threads a few tenants ahead and handed over
 * in the tenants' order: what becomes of it depends neither on how many threads there are nor on
 * which of them is the fastest. For one thread that takes.
 *
 * @param <T> a tenant
 * @param <R> what is made of it
 */
public final class RenderQueue<T, R> implements AutoCloseable {

  /** Tenants that may be ready while each thread has one; more would only be kept in memory. */
  private static final int READY = 2;

  /** One thread takes, and one collects garbage: more than these would wait for both. */
  private static final int MOST_THREADS = 8;

  private final Supplier<Function<T, R>> workers;
  private final Queue<Function<T, R>> idle = new ConcurrentLinkedQueue<>();
  private final Iterator<T> waiting;
  private final Queue<CompletableFuture<R>> begun = new ArrayDeque<>();
  private final @Nullable ExecutorService threads;

  /**
   * A queue that begins at once.
   *
   * @param workers makes what does the work; each is used by one thread at a time
   * @param width how many threads there may be; with one, whoever takes does the work
   */
  public RenderQueue(Supplier<Function<T, R>> workers, List<T> tenants, int width) {
    this.workers = workers;
    this.waiting = tenants.iterator();
    int used = Math.min(Math.min(width, MOST_THREADS), tenants.size());
    this.threads = used <= 1 ? null : Executors.newFixedThreadPool(used, RenderQueue::thread);
    for (int i = 0; i < used + READY; i++) {
      begin();
    }
  }

  /** A process that is told to end does not wait for it. */
  private static Thread thread(Runnable task) {
    Thread thread = new Thread(task, "rendering");
    thread.setDaemon(true);
    return thread;
  }

  private void begin() {
    if (threads != null && waiting.hasNext()) {
      T tenant = waiting.next();
      begun.add(CompletableFuture.supplyAsync(() -> work(tenant), threads));
    }
  }

  private R work(T tenant) {
    Function<T, R> free = idle.poll();
    Function<T, R> worker = free == null ? workers.get() : free;
    R made = worker.apply(tenant);
    idle.add(worker);
    return made;
  }

  /**
   * What was made of the next tenant; waits for it, as if this thread did the work.
   *
   * @throws java.util.NoSuchElementException if there is none left
   */
  public R next() {
    if (threads == null) {
      return work(waiting.next());
    }
    CompletableFuture<R> next = begun.remove();
    begin();
    try {
      return next.join();
    } catch (CompletionException e) {
      throw thrown(e);
    }
  }

  private static RuntimeException thrown(CompletionException e) {
    if (e.getCause() instanceof Error error) {
      throw error;
    }
    return e.getCause() instanceof RuntimeException mistake ? mistake : e;
  }

  /** Gives up what is not taken, and the threads. */
  @Override
  public void close() {
    if (threads != null) {
      threads.shutdownNow();
    }
  }
}
