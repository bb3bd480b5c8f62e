package dev.proto2ffi.core.compile;

import dev.proto2ffi.core.emit.OutputFile;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;

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

    /** Nothing at all, in these languages: written over an earlier run, it removes what that one generated. */
    public static Generated nothing(Set<Language> languages) {
        Map<Language, List<OutputFile>> files = new EnumMap<>(Language.class);
        languages.forEach(language -> files.put(language, List.of()));
        return new Generated(files);
    }

    /**
     * This without the files that come in through imports and that somebody else ships.
     *
     * @param requested import names of the .proto files whose outputs stay in any case
     * @param shipped whether somebody ships a file, by its path and text
     */
    public Generated withoutShipped(Language language, Set<String> requested, BiPredicate<String, String> shipped) {
        Map<Language, List<OutputFile>> kept = new EnumMap<>(Language.class);
        kept.putAll(files);
        kept.computeIfPresent(
                language,
                (unused, list) -> list.stream()
                        .filter(file -> file.source().isEmpty()
                                || requested.contains(file.source())
                                || !shipped.test(file.path(), file.text()))
                        .toList());
        return new Generated(kept);
    }
}
