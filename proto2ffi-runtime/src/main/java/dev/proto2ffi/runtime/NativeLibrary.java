package dev.proto2ffi.runtime;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A native library, loaded for as long as the JVM runs. Safe for all threads.
 *
 * <p>Loading and calling native code is restricted: start the JVM with
 * {@code --enable-native-access=dev.proto2ffi.runtime} (or {@code ALL-UNNAMED}, where this library is on the class
 * path). The JVM warns without the flag, and refuses when told to.
 */
public final class NativeLibrary {
    /** The folder in jars: {@code META-INF/native/linux-x86_64/libscoring.so}. */
    private static final String RESOURCES = "META-INF/native/";

    private final String origin;
    private final SymbolLookup symbols;

    private NativeLibrary(String origin, SymbolLookup symbols) {
        this.origin = origin;
        this.symbols = symbols;
    }

    /**
     * Loads the library in a file.
     *
     * @throws NativeLibraryException if there is no such file, or it isn't a library for this platform, or the JVM
     *     denies native access
     */
    public static NativeLibrary load(Path file) {
        Path absolute = file.toAbsolutePath();
        if (!Files.isRegularFile(absolute)) {
            throw new NativeLibraryException(
                    "no native library at " + absolute + "; build it first, or correct the path", null);
        }
        return open(absolute, absolute.toString());
    }

    /**
     * Finds a library by its plain name and loads it: {@code scoring} for {@code libscoring.so}, {@code
     * libscoring.dylib} or {@code scoring.dll}. It is looked for in the folders of {@code java.library.path}, then as
     * the resource {@code META-INF/native/<os>-<arch>/<file>} (os: {@code linux}, {@code macos}, {@code windows}; arch:
     * {@code x86_64}, {@code aarch64}) of the given class loader.
     *
     * @param name without prefix and extension
     * @param resources most often that of the class that calls
     * @throws NativeLibraryException if it is in none of these places (the message lists them), or can't be loaded
     */
    public static NativeLibrary load(String name, ClassLoader resources) {
        String file = System.mapLibraryName(name);
        List<String> searched = new ArrayList<>();
        for (String folder : System.getProperty("java.library.path", "").split(File.pathSeparator, -1)) {
            Path candidate = Path.of(folder.isEmpty() ? "." : folder, file).toAbsolutePath();
            if (Files.isRegularFile(candidate)) {
                return open(candidate, candidate.toString());
            }
            searched.add(candidate.toString());
        }
        String resource = RESOURCES + Platform.name() + "/" + file;
        try (InputStream content = resources.getResourceAsStream(resource)) {
            if (content != null) {
                return open(unpack(content, file), "resource " + resource);
            }
        } catch (IOException e) {
            throw new NativeLibraryException("can't unpack the native library " + resource + ": " + e.getMessage(), e);
        }
        searched.add("resource " + resource);
        throw new NativeLibraryException(
                "native library '" + name + "' not found; searched:\n  " + String.join("\n  ", searched)
                        + "\nBuild it, give its folder in -Djava.library.path, or its file to NativeLibrary.load(Path)",
                null);
    }

    /** Where it came from: its file or resource, for messages. */
    String origin() {
        return origin;
    }

    /** The address of a symbol, or nothing if the library doesn't export it. */
    public Optional<MemorySegment> find(String symbol) {
        return symbols.find(symbol);
    }

    /**
     * The address of a symbol.
     *
     * @throws NativeLibraryException if the library doesn't export it
     */
    public MemorySegment symbol(String symbol) {
        return find(symbol)
                .orElseThrow(() -> new NativeLibraryException(
                        "no symbol '" + symbol + "' in " + origin
                                + "; is it exported (extern \"C\" in C++, #[no_mangle] in Rust),"
                                + " and is the library up to date?",
                        null));
    }

    /**
     * A handle that calls a function. Keep it in a {@code static final} field and use {@code invokeExact}: any other
     * way costs more than the call.
     *
     * @param symbol the function's name
     * @param descriptor its parameters and result
     * @param options such as {@link Linker.Option#critical}
     * @throws NativeLibraryException if the library doesn't export it, or the JVM denies native access
     */
    @SuppressWarnings("restricted")
    public MethodHandle function(String symbol, FunctionDescriptor descriptor, Linker.Option... options) {
        try {
            return Linker.nativeLinker().downcallHandle(symbol(symbol), descriptor, options);
        } catch (IllegalCallerException e) {
            throw NativeAccess.denied("native access to " + origin, e);
        }
    }

    @SuppressWarnings("restricted")
    private static NativeLibrary open(Path file, String origin) {
        try {
            return new NativeLibrary(origin, SymbolLookup.libraryLookup(file, Arena.global()));
        } catch (IllegalCallerException e) {
            throw NativeAccess.denied("native access to " + origin, e);
        } catch (IllegalArgumentException e) {
            throw new NativeLibraryException("can't load " + origin + ": " + reason(file, e), e);
        }
    }

    /** Why the system refused a file. SymbolLookup keeps the linker's words to itself, System.load passes them on. */
    @SuppressWarnings("restricted")
    private static String reason(Path file, IllegalArgumentException failure) {
        try {
            System.load(file.toString());
            return String.valueOf(failure.getMessage());
        } catch (UnsatisfiedLinkError e) {
            return String.valueOf(e.getMessage());
        }
    }

    private static Path unpack(InputStream content, String file) throws IOException {
        Path folder = Files.createTempDirectory("proto2ffi-");
        Path library = folder.resolve(file);
        folder.toFile().deleteOnExit();
        Files.copy(content, library);
        library.toFile().deleteOnExit();
        return library;
    }
}
