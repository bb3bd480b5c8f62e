import dev.proto2ffi.runtime.NativeCallException;
import dev.proto2ffi.runtime.NativeLibrary;
import dev.proto2ffi.runtime.StructArray;
import fragile.ffi.Fragile;
import fragile.ffi.Number;
import java.lang.foreign.Arena;
import java.nio.file.Path;

/** Java to Rust to Java to Rust, and Rust that panics. Prints the number of checks. */
final class Fragility {
    private Fragility() {}

    /** Asks Rust again; at the end it is tired, if it is to be. */
    private record Other(Fragile rust, RuntimeException tired) implements Fragile {
        @Override
        public void down(Number request, Number response) {
            response.value(0);
            if (request.value() > 0) {
                try (Arena arena = Arena.ofConfined()) {
                    rust.down(Number.allocate(arena).value(request.value() - 1), response);
                }
            } else if (tired != null) {
                throw tired;
            }
            response.value(response.value() + 1);
        }

        @Override
        public void break_(Number request, Number response) {
            throw new UnsupportedOperationException();
        }
    }

    /** @param arguments the library */
    public static void main(String[] arguments) {
        NativeLibrary library = NativeLibrary.load(Path.of(arguments[0]));
        Fragile rust = Fragile.load(library);
        try (Arena arena = Arena.ofConfined()) {
            Number request = Number.allocate(arena);
            Number response = Number.allocate(arena);
            Fragile.offer(new Other(rust, null), arena, library);
            for (int depth : new int[] {0, 1, 2, 3, 4, 101}) {
                rust.down(request.value(depth), response);
                Check.equal(response.value(), depth + 1L);
            }
            IllegalStateException tired = new IllegalStateException("tired of it");
            Fragile.offer(new Other(rust, tired), arena, library);
            NativeCallException failed = failure(() -> rust.down(request.value(7), response));
            Check.equal(failed.code(), NativeCallException.EXCEPTION);
            Check.equal(failed.detail(), "java.lang.IllegalStateException: tired of it");
            Throwable cause = failed;
            while (cause.getCause() != null) {
                cause = cause.getCause();
            }
            Check.equal(cause, tired);
            for (long value = -1; value > -100; value--) {
                long negative = value;
                NativeCallException panic = failure(() -> rust.break_(request.value(negative), response));
                Check.equal(panic.code(), NativeCallException.PANIC);
                Check.equal(panic.getMessage(), "fragile.Fragile.Break: broken by " + value + " (code -2 PANIC)");
                rust.break_(request.value(-value), response);
                Check.equal(response.value(), -value);
            }
            StructArray<Number> requests = Number.allocateArray(arena, 10);
            requests.get(6).value(-3);
            StructArray<Number> responses = Number.allocateArray(arena, 10);
            Check.equal(failure(() -> rust.breakBatch(requests, responses)).index(), 6L);
        }
        System.out.println(Check.count + " checks");
    }

    private static NativeCallException failure(Runnable call) {
        try {
            call.run();
        } catch (NativeCallException e) {
            return e;
        }
        throw new AssertionError("it didn't fail");
    }
}
