package dev.proto2ffi.runtime;

/**
 * The pool of all threads that hands out structs with every field at its default. A class of its own and not a flag in the
 * other one: a way through the fast path that clears makes the JIT keep what it has in registers elsewhere, on the way that
 * doesn't clear too.
 *
 * @param <T> the generated class
 */
final class ZeroedSharedPool<T extends Struct> extends SharedPool<T> {
    private final Clearing clearing;

    ZeroedSharedPool(PoolBuilder<T> builder) {
        super(builder);
        this.clearing = new Clearing(builder.type());
    }

    @Override
    @SuppressWarnings("unchecked") // as in the other one
    public T acquire() {
        StructView view = take();
        try {
            clearing.clear(view);
        } catch (Throwable e) { // the stack is full, or somebody closed the pool, which this says too
            release((T) view);
            throw e;
        }
        return (T) view;
    }

    @Override
    public Lease<T> lease() {
        return new Lease.OfShared<>(this, acquire());
    }
}
