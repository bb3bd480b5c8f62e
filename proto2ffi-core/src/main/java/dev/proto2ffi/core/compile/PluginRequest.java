package dev.proto2ffi.core.compile;

import dev.proto2ffi.core.diagnostic.Diagnostics;
import dev.proto2ffi.core.link.LinkedSchema;
import dev.proto2ffi.core.link.PluginInput;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What protoc, or buf in its place, asks of us as its plugin. Immutable. */
public final class PluginRequest {
    private final PluginInput input;

    private PluginRequest(PluginInput input) {
        this.input = input;
    }

    /**
     * @param bytes a serialized {@code CodeGeneratorRequest}
     * @return null where they are none, or ask for nothing; that is an error then
     */
    public static @Nullable PluginRequest read(byte[] bytes, Diagnostics diagnostics) {
        PluginInput input = PluginInput.read(bytes, diagnostics);
        return input == null ? null : new PluginRequest(input);
    }

    /** Names of the files to generate. */
    public List<String> files() {
        return input.files();
    }

    /** What the user gave in front of the output directory, or as options of the plugin; empty for nothing. */
    public String parameter() {
        return input.parameter();
    }

    LinkedSchema link(Diagnostics diagnostics) {
        return input.link(diagnostics);
    }
}
