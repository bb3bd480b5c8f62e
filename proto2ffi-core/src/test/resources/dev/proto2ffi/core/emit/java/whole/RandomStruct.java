package dev.proto2ffi.runtime;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Writes random values of any struct, by its description, as native code would: into memory, not through accessors. */
public final class RandomStruct {
    private static final String[] LETTERS = {"a", "Z", "?", "\u00e9", "\u20ac", "\ud83d\ude00"};
    private static final int DEEPEST = 4;

    private final Random random;
    private final Arena arena;
    private final List<MemorySegment> memory = new ArrayList<>();

    public RandomStruct(Random random, Arena arena) {
        this.random = random;
        this.arena = arena;
    }

    public <T extends Struct> T make(StructType<T> type) {
        T struct = type.at(allocate(type.size(), type.alignment()), 0);
        fill(type, struct.structSegment(), 0, 0);
        return struct;
    }

    /** Overwrites all memory that was given out, so that whoever still points there shows. */
    public void spoil() {
        memory.forEach(segment -> segment.fill((byte) 0xcc));
    }

    private MemorySegment allocate(long size, long alignment) {
        MemorySegment segment = arena.allocate(size, alignment);
        memory.add(segment);
        return segment;
    }

    private void fill(StructType<?> type, MemorySegment at, long start, int depth) {
        Map<String, Integer> cases = new HashMap<>();
        for (StructField field : type.fields()) {
            if (field.oneof() != null && !cases.containsKey(field.oneof())) {
                List<StructField> members = type.fields().stream()
                        .filter(each -> field.oneof().equals(each.oneof()))
                        .toList();
                int chosen = random.nextInt(members.size() + 1);
                int number = chosen == 0 ? 0 : members.get(chosen - 1).number();
                cases.put(field.oneof(), number);
                at.set(ValueLayout.JAVA_INT_UNALIGNED, start + field.caseOffset(), number);
            }
            if (field.oneof() != null && cases.get(field.oneof()) != field.number()) {
                continue;
            }
            if (field.hasPresence()) {
                if (random.nextBoolean()) {
                    continue;
                }
                Presence.set(at, start + field.presenceOffset(), field.presenceBit());
            }
            fill(field, at, start, depth);
        }
    }

    private void fill(StructField field, MemorySegment at, long start, int depth) {
        long offset = start + field.offset();
        switch (field.shape()) {
            case SINGULAR -> element(field, at, offset, depth);
            case REPEATED -> {
                int count = random.nextInt(field.capacity() + 1);
                at.set(ValueLayout.JAVA_INT_UNALIGNED, start + field.countOffset(), count);
                elements(field, at, offset, count, depth);
            }
            case FIXED_COUNT -> elements(field, at, offset, field.capacity(), depth);
            case UNBOUNDED -> {
                int count = depth < DEEPEST ? random.nextInt(depth == 0 ? 40 : 4) : 0;
                if (count > 0) {
                    MemorySegment data = allocate(count * field.elementSize(), Elements.alignment(field));
                    Elements.setSpan(at, offset, data.address(), count);
                    elements(field, data, 0, count, depth);
                }
            }
        }
    }

    private void elements(StructField field, MemorySegment at, long offset, int count, int depth) {
        for (int i = 0; i < count; i++) {
            element(field, at, offset + i * field.elementSize(), depth);
        }
    }

    private void element(StructField field, MemorySegment at, long offset, int depth) {
        switch (field.kind()) {
            case BOOL -> at.set(ValueLayout.JAVA_BYTE, offset, (byte) random.nextInt(3));
            case INT, UINT, FLOAT, ENUM -> number(at, offset, field.elementSize());
            case STRING -> {
                byte[] text = text(field.bound() - 1);
                bytes(at, offset, field.bound());
                MemorySegment.copy(text, 0, at, ValueLayout.JAVA_BYTE, offset, text.length);
                at.set(ValueLayout.JAVA_BYTE, offset + text.length, (byte) 0);
            }
            case BYTES -> {
                bytes(at, offset, field.elementSize());
                at.set(ValueLayout.JAVA_INT_UNALIGNED, offset, random.nextInt(field.bound() + 1));
            }
            case FIXED_BYTES -> bytes(at, offset, field.bound());
            case UNBOUNDED_STRING -> elsewhere(at, offset, text(20));
            case UNBOUNDED_BYTES -> {
                byte[] bytes = new byte[random.nextInt(20)];
                random.nextBytes(bytes);
                elsewhere(at, offset, bytes);
            }
            case MESSAGE -> fill(field.message(), at, offset, depth + 1);
            case MESSAGE_POINTER -> {
                if (depth < DEEPEST && random.nextBoolean()) {
                    StructType<?> type = field.message();
                    MemorySegment target = allocate(type.size(), type.alignment());
                    at.set(ValueLayout.JAVA_LONG_UNALIGNED, offset, target.address());
                    fill(type, target, 0, depth + 1);
                }
            }
        }
    }

    private void elsewhere(MemorySegment at, long offset, byte[] bytes) {
        MemorySegment data = allocate(Math.max(1, bytes.length), 1);
        MemorySegment.copy(bytes, 0, data, ValueLayout.JAVA_BYTE, 0, bytes.length);
        Elements.setSpan(at, offset, data.address(), bytes.length);
    }

    /** Small numbers often, so that keys of maps meet. */
    private void number(MemorySegment at, long offset, long size) {
        if (random.nextInt(3) == 0) {
            at.asSlice(offset, size).fill((byte) 0);
            at.set(ValueLayout.JAVA_BYTE, offset, (byte) random.nextInt(3));
        } else {
            bytes(at, offset, size);
        }
    }

    private void bytes(MemorySegment at, long offset, long size) {
        byte[] bytes = new byte[(int) size];
        random.nextBytes(bytes);
        MemorySegment.copy(bytes, 0, at, ValueLayout.JAVA_BYTE, offset, bytes.length);
    }

    private byte[] text(int limit) {
        StringBuilder text = new StringBuilder();
        int length = random.nextInt(4) == 0 ? 1 : random.nextInt(limit + 1);
        for (int i = 0; i < length; i++) {
            text.append(LETTERS[random.nextInt(LETTERS.length)]);
        }
        byte[] utf8 = text.toString().getBytes(StandardCharsets.UTF_8);
        while (utf8.length > limit) {
            text.setLength(text.offsetByCodePoints(text.length(), -1));
            utf8 = text.toString().getBytes(StandardCharsets.UTF_8);
        }
        return utf8;
    }
}
