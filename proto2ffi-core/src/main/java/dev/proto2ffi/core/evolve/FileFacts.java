package dev.proto2ffi.core.evolve;

import dev.proto2ffi.core.source.Span;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A file.
 *
 * @param path import name
 * @param imported whether it isn't one of the files that were asked for; then it has no more than what these use
 * @param protoPackage empty where the file has none
 * @param javaPackage of the generated classes
 * @param cPrefix of C names where the schema gives one, else null
 * @param rustModule where the schema gives one, else null
 * @param enums sorted by name
 * @param messages sorted by name
 * @param services sorted by name
 * @param span its package statement, or its line in a lock file
 */
record FileFacts(
        String path,
        boolean imported,
        String protoPackage,
        String javaPackage,
        @Nullable String cPrefix,
        @Nullable String rustModule,
        List<EnumFacts> enums,
        List<MessageFacts> messages,
        List<ServiceFacts> services,
        Span span) {
    FileFacts {
        enums = enums.stream().sorted(Comparator.comparing(EnumFacts::fullName)).toList();
        messages = messages.stream()
                .sorted(Comparator.comparing(MessageFacts::fullName))
                .toList();
        services = services.stream()
                .sorted(Comparator.comparing(ServiceFacts::fullName))
                .toList();
    }
}
