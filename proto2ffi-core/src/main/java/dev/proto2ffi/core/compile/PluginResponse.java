package dev.proto2ffi.core.compile;

import dev.proto2ffi.core.emit.OutputFile;
import dev.proto2ffi.core.link.PluginOutput;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What we answer protoc as its plugin: serialized {@code CodeGeneratorResponse}s. */
public final class PluginResponse {
    private PluginResponse() {}

    /** The files of one language as they are, those of several each below a directory of its name, such as {@code java}. */
    public static byte[] of(Generated generated) {
        boolean several = generated.files().size() > 1;
        Map<String, String> contents = new LinkedHashMap<>();
        for (Map.Entry<Language, List<OutputFile>> entry : generated.files().entrySet()) {
            String folder = several ? entry.getKey().name().toLowerCase(Locale.ROOT) + "/" : "";
            for (OutputFile file : entry.getValue()) {
                contents.put(folder + file.path(), file.text());
            }
        }
        return PluginOutput.files(contents);
    }

    /** @param message what is wrong with the files or the user's words */
    public static byte[] error(String message) {
        return PluginOutput.error(message);
    }
}
