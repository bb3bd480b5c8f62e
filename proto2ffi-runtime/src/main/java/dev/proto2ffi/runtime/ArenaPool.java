package dev.proto2ffi.runtime;

public final class ArenaPool {
    public java.lang.foreign.Arena acquire() {
        throw new UnsupportedOperationException();
    }
}
