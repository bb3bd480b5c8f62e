package dev.proto2ffi.core.testing.schema;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A file to be written. */
final class FileSpec {
    final String path;
    final Syntax syntax;
    final String protoPackage;
    final Set<String> taken;

    /** Imported files; true for a public import. */
    final Map<FileSpec, Boolean> imports = new LinkedHashMap<>();

    /** Options of proto2ffi by their words. */
    final Map<String, String> ffi = new LinkedHashMap<>();

    final List<MessageSpec> messages = new ArrayList<>();
    final List<EnumSpec> enums = new ArrayList<>();

    FileSpec(String path, Syntax syntax, String protoPackage, Set<String> taken) {
        this.path = path;
        this.syntax = syntax;
        this.protoPackage = protoPackage;
        this.taken = taken;
    }

    /** The files whose types it may use, itself among them. */
    Set<FileSpec> visible() {
        Set<FileSpec> files = new LinkedHashSet<>(Set.of(this));
        imports.keySet().forEach(imported -> imported.addPublic(files));
        return files;
    }

    private void addPublic(Set<FileSpec> files) {
        if (files.add(this)) {
            imports.forEach((imported, isPublic) -> {
                if (isPublic) {
                    imported.addPublic(files);
                }
            });
        }
    }

    /** All of its messages, nested ones and groups included. */
    List<MessageSpec> allMessages() {
        List<MessageSpec> all = new ArrayList<>();
        messages.forEach(message -> collect(message, all));
        return all;
    }

    private static void collect(MessageSpec message, List<MessageSpec> all) {
        all.add(message);
        message.messages.forEach(nested -> collect(nested, all));
    }

    /** All of its enums, nested ones included. */
    List<EnumSpec> allEnums() {
        List<EnumSpec> all = new ArrayList<>(enums);
        allMessages().forEach(message -> all.addAll(message.enums));
        return all;
    }
}
