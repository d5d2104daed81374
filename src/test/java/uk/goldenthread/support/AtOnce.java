package uk.goldenthread.support;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/// Lets many people do something at the same instant.
public final class AtOnce {
    private AtOnce() {}

    /// What each got, in their order. All are let go together, once every one of them is there.
    public static <T> List<T> each(int people, IntFunction<T> act) {
        var gate = new CyclicBarrier(people);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = new ArrayList<Future<T>>();
            for (int person = 0; person < people; person++) {
                int number = person;
                running.add(threads.submit(() -> {
                    gate.await();
                    return act.apply(number);
                }));
            }
            var results = new ArrayList<T>();
            for (var each : running) {
                results.add(each.get());
            }
            return results;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
