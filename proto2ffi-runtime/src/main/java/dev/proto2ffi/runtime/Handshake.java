package dev.proto2ffi.runtime;

/** Stub. */
final class Handshake {
    static <S> ServiceFunctions bind(ServiceType<S> type, NativeLibrary library) {
        throw new UnsupportedOperationException();
    }

    static NativeFunction accept(ServiceType<?> type, NativeLibrary library) {
        throw new UnsupportedOperationException();
    }
}
