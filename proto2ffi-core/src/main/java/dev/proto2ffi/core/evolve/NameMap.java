package dev.proto2ffi.core.evolve;

import dev.proto2ffi.core.model.wire.WireField;
import dev.proto2ffi.core.model.wire.WireMessage;
import dev.proto2ffi.core.model.wire.WireType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the messages and enums of the old schema are called in the new one. A type that is missing was renamed where its
 * file's package was, where its parent was, or where its file has one new type of the same parent and with the same content.
 */
final class NameMap {
    private static final Pattern NAME_IN_TYPE = Pattern.compile("\\b(struct|enum\\d*) ([\\w.]+)");

    private final SchemaFacts old;
    private final SchemaFacts now;
    private final FilePairs files;
    private final Map<String, String> names = new HashMap<>();
    private final Set<String> taken = new HashSet<>();
    private final Map<String, String> renamed = new TreeMap<>();

    private NameMap(SchemaFacts old, SchemaFacts now) {
        this.old = old;
        this.now = now;
        this.files = FilePairs.of(old, now);
    }

    static NameMap of(SchemaFacts old, SchemaFacts now) {
        NameMap map = new NameMap(old, now);
        map.takeSame();
        // Sorted: parents come before what is nested in them.
        map.old.messages().values().forEach(map::takeMessage);
        map.old.enums().values().forEach(map::takeEnum);
        return map;
    }

    private void takeSame() {
        old.messages().keySet().stream().filter(now.messages()::containsKey).forEach(name -> take(name, name));
        old.enums().keySet().stream().filter(now.enums()::containsKey).forEach(name -> take(name, name));
    }

    private void take(String from, String to) {
        names.put(from, to);
        taken.add(to);
    }

    private void takeMessage(MessageFacts message) {
        String name = message.fullName();
        if (names.containsKey(name)) {
            return;
        }
        String expected = message.wire().mapEntry() ? entry(name) : expected(name, message.file());
        if (expected != null && now.messages().containsKey(expected) && !taken.contains(expected)) {
            take(name, expected);
            return;
        }
        List<String> alike = new ArrayList<>();
        for (MessageFacts candidate : now.messages().values()) {
            if (!message.wire().mapEntry()
                    && isFree(candidate.fullName(), candidate.file(), name, message.file())
                    && !message.wire().fields().isEmpty()
                    && signature(message.wire()).equals(signature(candidate.wire()))) {
                alike.add(candidate.fullName());
            }
        }
        takeOnly(name, alike);
    }

    private void takeEnum(EnumFacts definition) {
        String name = definition.fullName();
        if (names.containsKey(name)) {
            return;
        }
        String expected = expected(name, definition.file());
        if (expected != null && now.enums().containsKey(expected) && !taken.contains(expected)) {
            take(name, expected);
            return;
        }
        List<String> alike = new ArrayList<>();
        for (EnumFacts candidate : now.enums().values()) {
            if (isFree(candidate.fullName(), candidate.file(), name, definition.file())
                    && values(definition).equals(values(candidate))) {
                alike.add(candidate.fullName());
            }
        }
        takeOnly(name, alike);
    }

    private void takeOnly(String name, List<String> alike) {
        if (alike.size() == 1) {
            take(name, alike.get(0));
            renamed.put(name, alike.get(0));
        }
    }

    /** Whether a new type may be a renamed old one: it was not there before, in this file and parent. */
    private boolean isFree(String candidate, String candidateFile, String name, String file) {
        FileFacts paired = files.now(file);
        return !taken.contains(candidate)
                && paired != null
                && paired.path().equals(candidateFile)
                && candidateScope(name, file).equals(scope(candidate));
    }

    /** Where a type that was only renamed would stand: in the new parent, or the new package. */
    private String candidateScope(String name, String file) {
        String renamedParent = names.get(scope(name));
        if (renamedParent != null) {
            return renamedParent;
        }
        FileFacts before = old.file(file);
        FileFacts after = files.now(file);
        return before != null && after != null && scope(name).equals(before.protoPackage())
                ? after.protoPackage()
                : scope(name);
    }

    /** The name of a type whose parent or package has another name; null where neither has. */
    private @Nullable String expected(String name, String file) {
        String scope = candidateScope(name, file);
        return scope.equals(scope(name)) ? null : (scope.isEmpty() ? "" : scope + ".") + simple(name);
    }

    /** The entry of the map whose field has the same number. */
    private @Nullable String entry(String name) {
        MessageFacts holder = old.messages().get(scope(name));
        String holderNow = names.get(scope(name));
        MessageFacts after = holderNow == null ? null : now.messages().get(holderNow);
        if (holder == null || after == null) {
            return null;
        }
        for (WireField field : holder.wire().fields()) {
            WireField same = after.wire().field(field.number());
            if (field.type().equals(new WireType(WireType.Kind.MAP, name))
                    && same != null
                    && same.type().kind() == WireType.Kind.MAP) {
                return same.type().name();
            }
        }
        return null;
    }

    private static List<String> signature(WireMessage message) {
        return message.fields().stream()
                .map(field ->
                        field.number() + " " + field.name() + " " + field.type().kind() + " " + field.cardinality())
                .sorted()
                .toList();
    }

    private static List<String> values(EnumFacts definition) {
        return definition.wire().values().stream()
                .map(value -> value.number() + " " + value.name())
                .toList();
    }

    static String scope(String name) {
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(0, dot);
    }

    static String simple(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }

    FilePairs files() {
        return files;
    }

    /** What an old type is called now; null where it is gone. */
    @Nullable String now(String oldName) {
        return names.get(oldName);
    }

    /** What an old service would be called now: by its name in the new package. */
    String service(ServiceFacts service) {
        FileFacts before = old.file(service.file());
        FileFacts after = files.now(service.file());
        if (before == null || after == null || before.protoPackage().equals(after.protoPackage())) {
            return service.fullName();
        }
        String simple = simple(service.fullName());
        return after.protoPackage().isEmpty() ? simple : after.protoPackage() + "." + simple;
    }

    /** New names of types that were renamed by themselves, by their old ones. */
    Map<String, String> renamed() {
        return renamed;
    }

    /** Whether some old type has this name now. */
    boolean isTaken(String newName) {
        return taken.contains(newName);
    }

    /** An old type by its new name; one that is gone as it was. */
    WireType translate(WireType type) {
        return new WireType(type.kind(), names.getOrDefault(type.name(), type.name()));
    }

    /** The name of an old message by its new name. */
    String translate(String name) {
        return names.getOrDefault(name, name);
    }

    /** The type of an old member with the new names of structs and enums. */
    String translateMember(String type) {
        return NAME_IN_TYPE
                .matcher(type)
                .replaceAll(found -> Matcher.quoteReplacement(found.group(1) + " " + translate(found.group(2))));
    }

    /** Whether a struct that the type of an old member names was flat and isn't any more. */
    boolean losesFlatness(String type) {
        return NAME_IN_TYPE.matcher(type).results().anyMatch(found -> {
            MessageFacts before = old.messages().get(found.group(2));
            MessageFacts after = now.messages().get(translate(found.group(2)));
            return before != null
                    && after != null
                    && before.struct().flat()
                    && !after.struct().flat();
        });
    }

    /** Whether the type of a new member is a pointer, or names a struct that holds one. */
    boolean holdsPointer(String type) {
        return MemberType.of(type).isPointer()
                || NAME_IN_TYPE.matcher(type).results().anyMatch(found -> {
                    MessageFacts message = now.messages().get(found.group(2));
                    return message != null && !message.struct().flat();
                });
    }
}
