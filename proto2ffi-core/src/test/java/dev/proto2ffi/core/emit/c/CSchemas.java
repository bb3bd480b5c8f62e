package dev.proto2ffi.core.emit.c;

import dev.proto2ffi.core.layout.SchemaLayout;
import dev.proto2ffi.core.testing.Cases;
import dev.proto2ffi.core.testing.FrontEnd;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.Map;

/** Schemas from files, through the whole front end. */
final class CSchemas {
    private CSchemas() {}

    /** One of each of the larger constructs. */
    static SchemaLayout tour() {
        return layOut("emit/c", "tour.proto");
    }

    /** Every construct, each with every type that makes a difference. */
    static SchemaLayout constructs() {
        return layOut("model", "every-construct.proto");
    }

    /** proto2, names that meet, pointers across files. */
    static SchemaLayout corners() {
        return layOut("emit/c", "far.proto", "corners.proto");
    }

    /** Each shape of a call, and several services in one header. */
    static SchemaLayout calls() {
        return layOut("emit/c", "calls/money.proto", "calls/calculator.proto");
    }

    /** Services and rpcs whose names meet others. */
    static SchemaLayout clashes() {
        return layOut("emit/c", "calls/money.proto", "calls/clashes.proto");
    }

    private static SchemaLayout layOut(String area, String... files) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (String file : files) {
            try {
                texts.put(file, Files.readString(Cases.folder(area).resolve(file)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return FrontEnd.layOut(texts);
    }
}
