import dev.proto2ffi.runtime.RegionException;
import dev.proto2ffi.runtime.SharedRegion;
import dev.proto2ffi.runtime.StructArray;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import share.ffi.Gate;
import share.ffi.Large;
import share.ffi.Small;
import share.ffi.Tally;

/**
 * Threads of several processes allocate and publish in one region at the same time. Afterwards every byte is
 * somebody's: each allocation says whose it is, which number and how long, so that the region can be read from its start
 * to its end. The directory of roots is soon full; between two rounds, when all threads wait, it is emptied.
 */
final class Race {
    /** Of this process, and of each other one. */
    private static final int THREADS = 2;

    /** More than there is room for. */
    private static final int NAMES = 40;

    private static final int ROOM = 31;

    /** The directory, in the region's header. */
    private static final long ROOTS_AT = 128;

    private static final long ROOTS_SIZE = ROOM * 128;

    private final SharedRegion region;
    private final Gate gate;
    private final StructArray<Tally> tallies;
    private final long[] won;
    private final int owners;
    private final int rounds;

    private Race(SharedRegion region, int owners, int rounds) {
        this.region = region;
        this.owners = owners;
        this.rounds = rounds;
        won = new long[1 + owners];
        gate = Gate.allocate(region);
        tallies = Tally.allocateArray(region, 1 + owners);
        region.publish(gate);
        region.publish(tallies);
    }

    static void run(Path file, int rounds, List<String> peers) throws Exception {
        int owners = THREADS * (1 + peers.size());
        try (SharedRegion region = SharedRegion.create(file, (1L << 16) + (long) owners * rounds * NAMES * 150)) {
            Race race = new Race(region, owners, rounds);
            long start = region.size() - region.remaining();
            List<Process> processes = new ArrayList<>();
            for (String peer : peers) {
                int owner = 1 + THREADS * (1 + processes.size());
                processes.add(Share.start(peer, "race", file, owner, THREADS, rounds, NAMES));
            }
            race.conduct(processes);
            race.account(start);
        }
    }

    private void conduct(List<Process> processes) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS, work -> {
            Thread thread = new Thread(work);
            thread.setDaemon(true); // so that a failure ends the program
            return thread;
        });
        try {
            List<Future<Void>> mine = new ArrayList<>();
            for (int owner = 1; owner <= THREADS; owner++) {
                mine.add(threads.submit(racer(owner)));
            }
            for (int round = 0; round < rounds; round++) {
                Share.Wait wait = new Share.Wait(processes.get(0));
                while (gate.arrivedAcquire() != owners * (round + 1)) {
                    wait.look();
                }
                if (round > 0) {
                    checkRoots(round);
                }
                region.segment().asSlice(ROOTS_AT, ROOTS_SIZE).fill((byte) 0);
                gate.openRelease(round + 1);
            }
            for (Future<Void> racer : mine) {
                racer.get();
            }
            Share.end(processes);
            checkRoots(rounds);
        } finally {
            threads.shutdownNow();
        }
    }

    private Callable<Void> racer(int owner) {
        return () -> {
            Tally tally = tallies.get(owner);
            Tally guarded = tallies.get(0);
            long number = 0;
            for (int round = 0; round < rounds; round++) {
                gate.getAndAddArrived(1);
                while (gate.openAcquire() <= round) {
                    Thread.yield();
                }
                for (int i = 0; i < NAMES; i++) {
                    if (i % 4 == 3) {
                        large(owner, number++);
                    } else {
                        small(owner, number, i % 4 + 1);
                        number += i % 4 + 1;
                    }
                    gate.getAndAddAllocations(1);
                    if (i % 16 == 0) {
                        countUnderLock(guarded);
                    }
                    // All in the same order, so that they meet at the same entry; or each in one of its own.
                    int root = round % 2 == 0 ? i : i + owner * 7;
                    publish("root " + root % NAMES, small(owner, number, 2), tally);
                    number += 2;
                }
            }
            tally.calls(number);
            return null;
        };
    }

    private StructArray<Small> small(int owner, long number, int count) {
        StructArray<Small> structs = Small.allocateArray(region, count);
        for (int i = 0; i < count; i++) {
            Small small = structs.get(i);
            check(small.owner() == 0 && small.number() == 0 && small.bytes() == 0, small);
            small.owner(owner).number(number + i).bytes(Small.SIZE);
        }
        return structs;
    }

    private void large(int owner, long number) {
        Large large = Large.allocate(region);
        check(large.owner() == 0 && large.number() == 0 && large.bytes() == 0 && large.fill(12) == 0, large);
        large.owner(owner).number(number).bytes(Large.SIZE);
        for (int i = 0; i < 13; i++) {
            large.fill(i, Share.word(owner, number));
        }
    }

    private void countUnderLock(Tally guarded) {
        while (!gate.compareAndSetLock(0, 1)) {
            Thread.yield();
        }
        guarded.calls(guarded.calls() + 1);
        gate.lockRelease(0);
    }

    private void publish(String name, StructArray<Small> structs, Tally tally) {
        try {
            region.publish(name, structs);
            tally.published(tally.published() + 1);
        } catch (RegionException e) {
            switch (e.problem()) {
                case NAME_TAKEN -> tally.taken(tally.taken() + 1);
                case TOO_MANY_ROOTS -> tally.refused(tally.refused() + 1);
                default -> throw e;
            }
        }
        // Whoever won: what is published is whole.
        region.rootArray(name, Small.TYPE).ifPresent(Race::checkWhole);
    }

    private static void checkWhole(StructArray<Small> seen) {
        Small first = seen.get(0);
        Small second = seen.get(1);
        check(seen.length() == 2 && first.owner() != 0 && first.bytes() == Small.SIZE, first);
        check(second.owner() == first.owner() && second.number() == first.number() + 1, second);
    }

    /** Reads the region from its first allocation to its last: nothing overlaps or is lost, gaps are as small as can be. */
    private void account(long start) {
        MemorySegment memory = region.segment();
        long[] next = new long[1 + owners];
        long used = region.size() - region.remaining();
        long end = start;
        for (long at = start; at < used; ) {
            long owner = memory.get(ValueLayout.JAVA_LONG, at);
            if (owner == 0) {
                at += 8;
                continue;
            }
            check(owner > 0 && owner <= owners, "owner " + owner + " at " + at);
            long bytes = memory.get(ValueLayout.JAVA_LONG, at + 16);
            check(bytes == Small.SIZE || bytes == Large.SIZE, bytes + " bytes at " + at);
            check(at == (bytes == Small.SIZE ? end : (end + 63) & -64), "allocated at " + at + " behind " + end);
            long number = memory.get(ValueLayout.JAVA_LONG, at + 8);
            // A thread's structs stand in the order in which it allocated them.
            check(number == next[(int) owner]++, "number " + number + " of owner " + owner + " at " + at);
            for (long i = 24; i < bytes; i += 8) {
                check(memory.get(ValueLayout.JAVA_LONG, at + i) == Share.word(owner, number), "overwritten at " + at);
            }
            at += bytes;
            end = at;
        }
        check(end == used, "the last one ends at " + end + ", used are " + used);
        for (int owner = 1; owner <= owners; owner++) {
            check(next[owner] == tallies.get(owner).calls(), tallies.get(owner));
        }
        check(gate.allocations() == (long) owners * rounds * NAMES, gate);
        check(tallies.get(0).calls() == owners * rounds * ((NAMES + 15L) / 16), tallies.get(0));
    }

    /** Each name was published by one at most, what is found is what the winner published, and no room is left. */
    private void checkRoots(int done) {
        int found = 0;
        for (int i = 0; i < NAMES; i++) {
            Optional<StructArray<Small>> root = region.rootArray("root " + i, Small.TYPE);
            root.ifPresent(Race::checkWhole);
            root.ifPresent(structs -> won[(int) structs.get(0).owner()]++);
            found += root.isPresent() ? 1 : 0;
        }
        check(found == ROOM, found + " roots");
        for (int owner = 1; owner <= owners; owner++) {
            Tally tally = tallies.get(owner);
            check(tally.published() == won[owner], tally);
            check(tally.published() + tally.taken() + tally.refused() == (long) done * NAMES, tally);
        }
    }

    private static void check(boolean condition, Object what) {
        Share.check(condition, what);
    }
}
