package dev.proto2ffi.core.emit.rust;

import dev.proto2ffi.core.emit.Generator;
import dev.proto2ffi.core.emit.OutputFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The support module: Rust source that is the same for all schemas, kept beside this class as resources. */
final class SupportModule {
    private static final String RESOURCE = "p2f";

    /** The modules in it, each a file by its concern. */
    private static final List<String> MODULES = List.of(
            "boolean", "bytes", "deep", "entries", "error", "foreign", "list", "memory", "pointer", "region", "stored",
            "text");

    /** What is added where there are services: it needs {@code std}. */
    private static final String CALLS = "p2f_calls";

    private static final List<String> CALL_MODULES =
            List.of("call", "call_error", "error_record", "heap", "service", "stream");

    private SupportModule() {}

    /**
     * @param name of the support module in its tree
     * @param calls whether the schema has services
     */
    static List<OutputFile> files(String name, boolean calls, Generator generator) {
        String banner = "// " + generator.banner("its own sources") + "\n\n";
        List<OutputFile> files = new ArrayList<>();
        files.add(new OutputFile(name + ".rs", banner + text(RESOURCE) + (calls ? "\n" + text(CALLS) : "")));
        List<String> modules = new ArrayList<>(MODULES);
        modules.addAll(calls ? CALL_MODULES : List.of());
        for (String module : modules) {
            files.add(new OutputFile(name + "/" + module + ".rs", banner + text(RESOURCE + "/" + module)));
        }
        return files;
    }

    private static String text(String resource) {
        String path = resource + ".rs";
        try (InputStream in = SupportModule.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException("resource " + path + " is missing from the jar");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
