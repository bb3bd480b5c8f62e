package dev.proto2ffi.core.evolve;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** All that other programs rely on in a schema, by files and by names. Immutable; in one order, whatever the schema's. */
public final class SchemaFacts {
    private final List<FileFacts> files;
    private final Map<String, MessageFacts> messages;
    private final Map<String, EnumFacts> enums;
    private final Map<String, ServiceFacts> services;

    SchemaFacts(List<FileFacts> files) {
        this.files =
                files.stream().sorted(Comparator.comparing(FileFacts::path)).toList();
        this.messages = byName(FileFacts::messages, MessageFacts::fullName);
        this.enums = byName(FileFacts::enums, EnumFacts::fullName);
        this.services = byName(FileFacts::services, ServiceFacts::fullName);
    }

    private <T> Map<String, T> byName(Function<FileFacts, List<T>> list, Function<T, String> name) {
        Map<String, T> map = new TreeMap<>();
        files.forEach(file -> list.apply(file).forEach(next -> map.put(name.apply(next), next)));
        return map;
    }

    /** By path. */
    List<FileFacts> files() {
        return files;
    }

    /** By full name, sorted. */
    Map<String, MessageFacts> messages() {
        return messages;
    }

    /** By full name, sorted. */
    Map<String, EnumFacts> enums() {
        return enums;
    }

    /** By full name, sorted. */
    Map<String, ServiceFacts> services() {
        return services;
    }

    /** The file with this path; null where there is none. */
    @Nullable FileFacts file(String path) {
        for (FileFacts file : files) {
            if (file.path().equals(path)) {
                return file;
            }
        }
        return null;
    }
}
