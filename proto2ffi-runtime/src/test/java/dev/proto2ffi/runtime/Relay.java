package dev.proto2ffi.runtime;

import dev.proto2ffi.runtime.calc.Calculator;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.file.Path;

/** A server in C that passes all calls on to a Java server, as {@code src/test/resources/calc/relay.c} does. */
final class Relay {
    /** How it passes them on, with the numbers of the enum there. */
    enum Mode {
        PLAIN(0),
        NULL_REQUEST(1),
        NULL_RESPONSE(2),
        MISALIGNED(3),
        OVERLAPPING(4),
        OTHER_THREAD(5),
        NO_ERROR(6),
        SWALLOWED(7),
        NO_ALLOCATOR(8),
        EMPTY_BATCH(9),
        FORGIVEN(10);

        private final int number;

        Mode(int number) {
            this.number = number;
        }
    }

    private final NativeLibrary library;
    private final Calculator client;
    private final MethodHandle mode;
    private final MethodHandle table;

    private Relay(NativeLibrary library) {
        this.library = library;
        this.client = Calculator.load(library);
        this.mode = library.function("relay_mode", FunctionDescriptor.ofVoid(ValueLayout.JAVA_INT));
        this.table = library.function("relay_table", FunctionDescriptor.of(ValueLayout.JAVA_LONG));
    }

    static Relay load(Path folder) {
        return new Relay(CalcLibrary.load(folder, "relay"));
    }

    /** Calls the server in C. */
    Calculator client() {
        return client;
    }

    /** Makes this the server in Java. */
    void offer(Calculator server, Arena arena) {
        Calculator.offer(server, arena, library);
    }

    NativeFunction accept() {
        return Handshake.accept(Calculator.SERVICE, library);
    }

    void mode(Mode wanted) {
        try {
            mode.invokeExact(wanted.number);
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
    }

    /** The address of the table that was accepted last. */
    long table() {
        try {
            return (long) table.invokeExact();
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
    }
}
