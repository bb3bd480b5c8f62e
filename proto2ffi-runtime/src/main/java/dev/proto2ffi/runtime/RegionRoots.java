package dev.proto2ffi.runtime;

import dev.proto2ffi.runtime.RegionException.Problem;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;

/**
 * The directory of a region: a name for each root, with which others find it.
 *
 * <p>An entry is claimed by compare-and-set of its key, a hash of the name, from 0; it is published by the release of
 * its offset, which is written last. Entries are claimed in order and never given up, so two processes that publish
 * the same name at the same time meet at the same entry, and one of them loses. A process that dies between the two
 * steps leaves a name that is never published.
 */
final class RegionRoots {
    /** As many as fill the header. */
    static final int ENTRIES = 31;

    static final long ENTRY_SIZE = 128;
    static final long KEY_AT = 0;
    static final long OFFSET_AT = 8;
    static final long FINGERPRINT_AT = 16;
    static final long COUNT_AT = 24;
    static final long STRUCT_SIZE_AT = 32;
    static final long NAME_AT = 40;

    /** Bytes of a name in UTF-8, without the NUL behind it. */
    static final int MAX_NAME = (int) (ENTRY_SIZE - NAME_AT) - 1;

    // FNV-1a of 64 bits: http://www.isthe.com/chongo/tech/comp/fnv/
    private static final long FNV_BASIS = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    private final MemorySegment memory;
    private final String region;

    RegionRoots(MemorySegment memory, String region) {
        this.memory = memory;
        this.region = region;
    }

    /**
     * Where structs stand.
     *
     * @param offset of the first one, from the start of the region
     * @param count of structs, at least 1
     */
    record Root(long offset, long count) {}

    /** @throws RegionException if there is no entry left, or the name was published before */
    void publish(String name, StructType<?> type, Root root) {
        byte[] text = bytes(name);
        long entry = claim(name, hash(text));
        MemorySegment.copy(text, 0, memory, ValueLayout.JAVA_BYTE, entry + NAME_AT, text.length);
        memory.set(ValueLayout.JAVA_LONG, entry + FINGERPRINT_AT, type.fingerprint());
        memory.set(ValueLayout.JAVA_LONG, entry + COUNT_AT, root.count());
        memory.set(ValueLayout.JAVA_LONG, entry + STRUCT_SIZE_AT, type.size());
        Atomics.setRelease(memory, entry + OFFSET_AT, root.offset());
    }

    /** @return where the root of that name is, once it is published */
    Optional<Root> find(String name, StructType<?> type) {
        byte[] text = bytes(name);
        long key = hash(text);
        for (int i = 0; i < ENTRIES; i++) {
            long entry = entry(i);
            long holder = Atomics.getLongAcquire(memory, entry + KEY_AT);
            if (holder == 0) {
                return Optional.empty();
            }
            if (holder == key) {
                long offset = Atomics.getLongAcquire(memory, entry + OFFSET_AT);
                return offset == 0 ? Optional.empty() : Optional.of(read(name, entry, offset, type));
            }
        }
        return Optional.empty();
    }

    private long claim(String name, long key) {
        for (int i = 0; i < ENTRIES; i++) {
            long entry = entry(i);
            if (Atomics.compareAndSet(memory, entry + KEY_AT, 0L, key)) {
                return entry;
            }
            if (Atomics.getLongAcquire(memory, entry + KEY_AT) == key) {
                throw taken(name, entry);
            }
        }
        throw new RegionException(
                Problem.TOO_MANY_ROOTS,
                region + ": all " + ENTRIES + " roots are taken, there is none for " + name
                        + "; publish one struct that holds the offsets of the others");
    }

    private Root read(String name, long entry, long offset, StructType<?> type) {
        String stored = name(entry);
        if (!stored.equals(name)) {
            throw new RegionException(
                    Problem.NAME_TAKEN,
                    region + ": the roots " + name + " and " + stored + " have the same key; rename one of them");
        }
        long fingerprint = memory.get(ValueLayout.JAVA_LONG, entry + FINGERPRINT_AT);
        if (fingerprint != type.fingerprint()) {
            throw new RegionException(
                    Problem.OTHER_LAYOUT,
                    region + ": the root " + name + " has the layout " + hex(fingerprint) + ", " + type.name()
                            + " of this program has " + hex(type.fingerprint())
                            + "; ask for the type that was published under that name,"
                            + " or generate the structs of both programs from the same schema");
        }
        long count = memory.get(ValueLayout.JAVA_LONG, entry + COUNT_AT);
        long size = memory.get(ValueLayout.JAVA_LONG, entry + STRUCT_SIZE_AT);
        if (count < 1 || size != type.size()) {
            throw RegionHeader.corrupt(
                    region, "the root " + name + " is said to be " + count + " structs of " + size + " bytes");
        }
        return new Root(offset, count);
    }

    private RegionException taken(String name, long entry) {
        boolean published = Atomics.getLongAcquire(memory, entry + OFFSET_AT) != 0;
        return new RegionException(
                Problem.NAME_TAKEN,
                region + ": the root " + name
                        + (published
                                ? " is published already; publish under a name of its own: publish(name, …)"
                                : " is being published by another, or by one that died while at it; use another name,"
                                        + " or create the region anew"));
    }

    private static long entry(int index) {
        return RegionHeader.ROOTS_AT + index * ENTRY_SIZE;
    }

    private String name(long entry) {
        byte[] text = memory.asSlice(entry + NAME_AT, MAX_NAME + 1L).toArray(ValueLayout.JAVA_BYTE);
        int size = 0;
        while (size < MAX_NAME && text[size] != 0) {
            size++;
        }
        return new String(text, 0, size, StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String name) {
        byte[] text = name.getBytes(StandardCharsets.UTF_8);
        if (text.length == 0 || text.length > MAX_NAME || name.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("the name of a root has 1 to " + MAX_NAME
                    + " bytes in UTF-8 and no NUL among them, not " + text.length
                    + "; give another one: publish(name, …), root(name, type)");
        }
        return text;
    }

    /** Never 0, which is the key of an entry that nobody claimed. */
    static long hash(byte[] text) {
        long hash = FNV_BASIS;
        for (byte each : text) {
            hash = (hash ^ (each & 0xff)) * FNV_PRIME;
        }
        return hash == 0 ? 1 : hash;
    }

    private static String hex(long fingerprint) {
        return "0x" + HexFormat.of().toHexDigits(fingerprint);
    }
}
