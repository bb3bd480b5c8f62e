package dev.proto2ffi.runtime;

import static dev.proto2ffi.runtime.SharedPools.threadAt;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Which cache a thread gets, and where the table leads it. */
@Timeout(60)
class ThreadCachesTest {
    /** Of a pool that has room for several caches. */
    private static final int CAPACITY = 1_000;

    /** Of the smallest pool that has one. */
    private static final int ONE_CACHE = 28;

    private final List<Thread> living = new ArrayList<>();

    @AfterEach
    void endAll() throws InterruptedException {
        for (Thread thread : List.copyOf(living)) {
            end(thread);
        }
    }

    @Test
    void aThreadWhoseFirstPlaceIsTakenIsLedToTheCacheThatItFound() {
        ThreadCaches caches = new ThreadCaches(CAPACITY);
        Thread first = living(0);
        Thread second = living(ThreadCaches.TABLE / 2); // the same place, unless there are as many caches as entries
        ThreadCache ofFirst = caches.of(first);
        ThreadCache ofSecond = caches.of(second);

        assertThat(ofFirst).isNotNull().isSameAs(entry(caches, first));
        assertThat(ofSecond).isNotNull().isNotSameAs(ofFirst).isSameAs(entry(caches, second));
        assertThat(caches.of(first)).isSameAs(ofFirst);
        assertThat(caches.of(second)).isSameAs(ofSecond);
    }

    @Test
    void threadsThatTheTableCannotTellApartLeaveTheEntryToTheFirstAsLongAsItLives() throws InterruptedException {
        ThreadCaches caches = new ThreadCaches(CAPACITY);
        Thread first = living(7);
        Thread second = living(7);
        ThreadCache ofFirst = caches.of(first);
        ThreadCache ofSecond = caches.of(second);

        assertThat(ofSecond).isNotNull().isNotSameAs(ofFirst);
        assertThat(caches.of(second)).isSameAs(ofSecond);
        assertThat(entry(caches, first)).isSameAs(ofFirst);

        end(first);
        assertThat(caches.of(second)).isSameAs(ofSecond);
        assertThat(entry(caches, second)).isSameAs(ofSecond);
    }

    @Test
    void aThreadWhosePlacesAreAllTakenGetsTheCacheOfTheFirstThatDies() throws InterruptedException {
        ThreadCaches caches = new ThreadCaches(CAPACITY);
        List<ThreadCache> owned = new ArrayList<>();
        ThreadCache cache = caches.of(living(0));
        while (cache != null) {
            owned.add(cache);
            cache = caches.of(living(0));
        }
        assertThat(owned).hasSizeGreaterThan(1).doesNotHaveDuplicates();

        Thread refused = living.get(owned.size());
        for (int dead = owned.size() - 1; dead >= 0; dead--) {
            assertThat(caches.of(refused)).isNull();
            end(living.get(dead));
            assertThat(caches.of(refused)).isSameAs(owned.get(dead));
            refused = living(0);
        }
    }

    @Test
    void aPoolOfOneCacheGivesItToOneThreadAfterTheOther() throws InterruptedException {
        ThreadCaches caches = new ThreadCaches(ONE_CACHE);
        Thread first = living(0);
        Thread second = living(1);
        ThreadCache only = caches.of(first);
        int reserve = caches.reserve(true);

        assertThat(only).isNotNull();
        assertThat(caches.of(second)).isNull();

        end(first);
        assertThat(caches.of(second)).isSameAs(only);
        assertThat(caches.reserve(true)).isEqualTo(reserve);
    }

    @Test
    void virtualThreadsHaveNone() {
        assertThat(new ThreadCaches(CAPACITY).of(Thread.ofVirtual().unstarted(() -> {})))
                .isNull();
    }

    private static ThreadCache entry(ThreadCaches caches, Thread thread) {
        return caches.table()[(int) thread.threadId() & ThreadCaches.TABLE - 1];
    }

    /** A thread that lives until it is ended, whose entry of a table is that one. */
    private Thread living(int entry) {
        Thread thread = threadAt(entry, ThreadCaches.TABLE, () -> {
            while (!Thread.interrupted()) {
                LockSupport.park();
            }
        });
        thread.start();
        living.add(thread);
        return thread;
    }

    private void end(Thread thread) throws InterruptedException {
        thread.interrupt();
        thread.join();
        living.remove(thread);
    }
}
