package dev.proto2ffi.runtime;

import java.lang.foreign.MemorySegment;

/**
 * A function of a native library that serves an rpc. Bound clients hold one for each rpc, in a record, whose fields the
 * JIT trusts.
 *
 * @param address of the function
 * @param name of the rpc, such as {@code calc.Calculator.Add}, for messages
 */
public record NativeFunction(MemorySegment address, String name) {
    @Override
    public String toString() {
        return name + " at 0x" + Long.toHexString(address.address());
    }
}
