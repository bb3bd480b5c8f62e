package dev.proto2ffi.benchmarks.calls;

import bench.ffi.Result;
import java.util.function.Consumer;

/** Adds up the items of a stream. */
final class ItemSum implements Consumer<Result> {
    long sum;

    @Override
    public void accept(Result item) {
        sum += item.value();
    }
}
