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

    private SupportModule() {}

    /** @param name of the support module in its tree */
    static List<OutputFile> files(String name, Generator generator) {
        List<OutputFile> files = new ArrayList<>();
        files.add(new OutputFile(name + ".rs", text(RESOURCE, generator)));
        for (String module : MODULES) {
            files.add(new OutputFile(name + "/" + module + ".rs", text(RESOURCE + "/" + module, generator)));
        }
        return files;
    }

    private static String text(String resource, Generator generator) {
        String path = resource + ".rs";
        try (InputStream in = SupportModule.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException("resource " + path + " is missing from the jar");
            }
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return "// " + generator.banner("its own sources") + "\n\n" + text;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
