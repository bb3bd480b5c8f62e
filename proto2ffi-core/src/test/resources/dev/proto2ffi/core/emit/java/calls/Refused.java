import calc.ffi.Calculator;
import dev.proto2ffi.runtime.NativeLibrary;
import dev.proto2ffi.runtime.NativeLibraryException;
import java.lang.foreign.Arena;
import java.nio.file.Path;

/** Prints why a library is refused as a server, and then why as a client. */
final class Refused {
    private Refused() {}

    /** @param arguments the library */
    public static void main(String[] arguments) {
        NativeLibrary library = NativeLibrary.load(Path.of(arguments[0]));
        print(() -> Calculator.load(library));
        print(() -> Calculator.offer(new JavaCalculator(), Arena.global(), library));
    }

    private static void print(Runnable use) {
        try {
            use.run();
            System.out.println("not refused");
        } catch (NativeLibraryException e) {
            System.out.println(e.getMessage());
        }
    }
}
