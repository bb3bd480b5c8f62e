package dev.proto2ffi.runtime;

import dev.proto2ffi.runtime.social.Post;
import dev.proto2ffi.runtime.social.Reaction;
import java.lang.foreign.ValueLayout;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.ToLongFunction;

/**
 * A struct as random programs use it, whatever its type: a number is written and read back through its accessors.
 *
 * @param childBytes of the pool, 0 for a flat struct
 */
record PooledType<T extends Struct>(
        StructType<T> type, int childBytes, BiConsumer<T, Long> writer, ToLongFunction<T> reader) {

    static final PooledType<Reaction> REACTION =
            new PooledType<>(Reaction.TYPE, 0, (struct, value) -> struct.reactionId(value), Reaction::reactionId);

    static final PooledType<Post> POST = new PooledType<>(
            Post.TYPE,
            0,
            (struct, value) -> struct.content(Long.toString(value)),
            struct -> Long.parseLong(struct.content()));

    static final PooledType<Sample> SAMPLE = new PooledType<>(
            Sample.TYPE,
            0,
            (struct, value) -> nested(struct).reactionId(value),
            struct -> nested(struct).reactionId());

    /** Has pointers; the number stands in memory of the struct's own allocator. */
    static final PooledType<Linked> LINKED = new PooledType<>(
            Linked.TYPE,
            256,
            (struct, value) -> struct.value(value.intValue()),
            struct -> Pointers.target(
                            struct.segment, Access.base(struct.segment), struct.address + Linked.NEXT, 120, 8, "next")
                    .get(ValueLayout.JAVA_INT, 0));

    static final List<PooledType<?>> ALL = List.of(REACTION, POST, SAMPLE, LINKED);

    PoolBuilder<T> builder() {
        PoolBuilder<T> builder = StructPool.builder(type);
        return childBytes == 0 ? builder : builder.childBytes(childBytes);
    }

    /** A view of a struct within another, as generated accessors make it. */
    static Reaction nested(Sample outer) {
        return Reaction.TYPE.view(outer.segment, outer.address + 48);
    }

    void write(StructPool<T> pool, T struct, long value) {
        if (struct instanceof Linked linked) {
            linked.pointer(
                    Linked.NEXT, Linked.TYPE.allocate(pool.allocator(struct)).value((int) value));
        }
        writer.accept(struct, value);
    }

    long read(T struct) {
        return reader.applyAsLong(struct);
    }

    @Override
    public String toString() {
        return type.name();
    }
}
