package dev.proto2ffi.core.compile;

import dev.proto2ffi.core.emit.OutputFile;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What a run generates, by language; nothing is on disk yet.
 *
 * @param files each list in a stable order, paths relative to the language's output directory
 */
public record Generated(Map<Language, List<OutputFile>> files) {
    public Generated {
        EnumMap<Language, List<OutputFile>> copy = new EnumMap<>(Language.class);
        files.forEach((language, list) -> copy.put(language, List.copyOf(list)));
        files = copy;
    }
}
