package dev.proto2ffi.runtime;

import java.lang.foreign.MemorySegment;

/**
 * A view of a C struct in native memory, as generated from a protobuf message. It holds no data: two views of the same
 * memory see each other's writes at once, and so does native code. A view may be used wherever its memory may:
 * by the thread that owns the arena, as long as that arena is open. The type does no locking; threads that share memory
 * must order their accesses themselves.
 *
 * <p>{@code equals} and {@code hashCode} are those of {@code Object}; generated classes compare content by
 * {@code contentEquals}.
 *
 * <p>Its methods begin with {@code struct}, so that few field names of schemas meet them.
 */
public sealed interface Struct permits StructView {
    /** The type of the struct: name, layout, fields. */
    StructType<?> structType();

    /**
     * The memory of this struct, as a segment of exactly its size with the lifetime and the owner thread of the memory
     * that the view was made over.
     *
     * @throws IllegalStateException if the view points nowhere: its pool took it back, or its cursor hasn't begun
     */
    MemorySegment structSegment();

    /**
     * The native address of this struct. It keeps nothing alive: the caller sees to it that the arena stays open while
     * native code uses the address.
     *
     * @throws IllegalStateException if the view points nowhere: its pool took it back, or its cursor hasn't begun
     */
    long structAddress();
}
