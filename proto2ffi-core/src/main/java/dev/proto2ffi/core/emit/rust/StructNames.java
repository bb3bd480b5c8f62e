package dev.proto2ffi.core.emit.rust;

import dev.proto2ffi.core.layout.FieldLayout;
import dev.proto2ffi.core.layout.Member;
import dev.proto2ffi.core.layout.StructLayout;
import dev.proto2ffi.core.model.FieldDef;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Names of one struct's fields and methods; the two are different namespaces in Rust. */
final class StructNames {
    private final Map<String, String> members = new HashMap<>();
    private final Map<String, Map<Accessor, String>> accessors = new HashMap<>();

    private StructNames() {}

    static StructNames of(StructLayout layout) {
        StructNames names = new StructNames();
        names.claimMembers(layout);
        names.claimAccessors(layout);
        return names;
    }

    /** Members of the schema first: those that the mapping adds yield to them. */
    private void claimMembers(StructLayout layout) {
        RustScope scope = new RustScope(RustWords::isKeyword);
        for (FieldLayout field : layout.fields()) {
            members.put(field.data().name(), scope.claim(field.data().name()));
        }
        for (Member member : layout.members()) {
            if (!members.containsKey(member.name())) {
                members.put(member.name(), scope.claim(member.name()));
            }
        }
    }

    /** Every field keeps its own name for its getter, if it has one; all other methods yield to those. */
    private void claimAccessors(StructLayout layout) {
        RustScope scope = new RustScope(name -> RustWords.isKeyword(name) || RustWords.METHODS.contains(name));
        for (FieldLayout field : layout.fields()) {
            Map<Accessor, String> names = new EnumMap<>(Accessor.class);
            String getter = scope.claim(field.field().name());
            if (FieldShape.of(field.field()).has(Accessor.GET)) {
                names.put(Accessor.GET, getter);
            }
            accessors.put(field.field().name(), names);
        }
        for (FieldLayout field : layout.fields()) {
            claimHelpers(field.field(), scope);
        }
    }

    private void claimHelpers(FieldDef field, RustScope scope) {
        Map<Accessor, String> names = accessors.getOrDefault(field.name(), Map.of());
        FieldShape shape = FieldShape.of(field);
        for (Accessor accessor : Accessor.values()) {
            if (accessor != Accessor.GET && shape.has(accessor)) {
                names.put(accessor, scope.claim(accessor.of(field.name())));
            }
        }
    }

    String member(String name) {
        String found = members.get(name);
        if (found == null) {
            throw new IllegalArgumentException("no member " + name);
        }
        return found;
    }

    @Nullable String accessor(String field, Accessor accessor) {
        Map<Accessor, String> names = accessors.get(field);
        return names == null ? null : names.get(accessor);
    }

    /** Whether a name isn't what rustc's lint {@code non_snake_case} wants. */
    boolean hasOddNames() {
        return !members.values().stream().allMatch(RustWords::isSnake)
                || !accessors.values().stream()
                        .flatMap(names -> names.values().stream())
                        .allMatch(RustWords::isSnake);
    }
}
