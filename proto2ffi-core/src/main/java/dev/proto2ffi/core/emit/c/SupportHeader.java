package dev.proto2ffi.core.emit.c;

import dev.proto2ffi.core.emit.Generator;
import dev.proto2ffi.core.emit.OutputFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** {@code proto2ffi.h}, which all generated headers include: a resource of ours under a line that says its version. */
final class SupportHeader {
    static final String PATH = "proto2ffi.h";

    private SupportHeader() {}

    static OutputFile print(Generator generator) {
        try (InputStream in = SupportHeader.class.getResourceAsStream(PATH)) {
            if (in == null) {
                throw new IllegalStateException(PATH + " is missing from the program");
            }
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            String banner = "/* Written by proto2ffi " + CComment.defuse(generator.version()) + ". Do not edit. */\n";
            return new OutputFile(PATH, banner + text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
