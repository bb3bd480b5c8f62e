package dev.proto2ffi.core.emit.c;

import dev.proto2ffi.core.emit.Generator;
import dev.proto2ffi.core.emit.OutputFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code proto2ffi.h}, which all generated headers include, {@code proto2ffi_region.h}, which programs include that share
 * structs with other processes, and {@code proto2ffi_service.h}, which the headers of services include: resources of ours under a line that says their version.
 */
final class SupportHeader {
    static final String PATH = "proto2ffi.h";

    static final String REGION_PATH = "proto2ffi_region.h";

    static final String SERVICE_PATH = "proto2ffi_service.h";

    private SupportHeader() {}

    /** @param services whether the schema has any */
    static List<OutputFile> print(Generator generator, boolean services) {
        List<OutputFile> files = new ArrayList<>();
        files.add(print(PATH, generator));
        files.add(print(REGION_PATH, generator));
        if (services) {
            files.add(print(SERVICE_PATH, generator));
        }
        return files;
    }

    private static OutputFile print(String path, Generator generator) {
        try (InputStream in = SupportHeader.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException(path + " is missing from the program");
            }
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            String banner = "/* Written by proto2ffi " + CComment.defuse(generator.version()) + ". Do not edit. */\n";
            return new OutputFile(path, banner + text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
