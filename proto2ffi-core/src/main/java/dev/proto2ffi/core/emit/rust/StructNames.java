package dev.proto2ffi.core.emit.rust;

import dev.proto2ffi.core.layout.FieldLayout;
import dev.proto2ffi.core.layout.Member;
import dev.proto2ffi.core.layout.OneofLayout;
import dev.proto2ffi.core.layout.StructLayout;
import dev.proto2ffi.core.model.FieldDef;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Names of one struct's fields and methods, which are different namespaces in Rust, and of what its oneofs hold. */
final class StructNames {
    private static final Set<Accessor> OF_ONEOF = Set.of(Accessor.CASE, Accessor.CLEAR);

    private final Map<String, String> members = new HashMap<>();
    private final Map<String, Map<Accessor, String>> accessors = new HashMap<>();
    private final Map<String, String> variants = new HashMap<>();
    private final Map<String, String> cases = new HashMap<>();
    private final List<String> paddings = new ArrayList<>();

    private StructNames() {}

    static StructNames of(StructLayout layout, StructKinds kinds) {
        StructNames names = new StructNames();
        names.claimMembers(layout);
        names.claimAccessors(layout, kinds);
        layout.oneofs().forEach(names::claimOneof);
        return names;
    }

    /** Members of the schema first: those that the mapping adds yield to them. */
    private void claimMembers(StructLayout layout) {
        RustScope scope = new RustScope(RustWords::isKeyword);
        for (Member member : layout.members()) {
            if (member.kind() == Member.Kind.DATA || member.kind() == Member.Kind.UNION) {
                members.put(key(member), scope.claim(member.name()));
            }
        }
        for (Member member : layout.members()) {
            if (!members.containsKey(key(member))) {
                members.put(key(member), scope.claim(member.name()));
            }
        }
        for (int i = 0; i < Paddings.of(layout).size(); i++) {
            paddings.add(scope.claim("_pad" + i));
        }
    }

    /** Every field keeps its own name for its getter, if it has one; all other methods yield to those. */
    private void claimAccessors(StructLayout layout, StructKinds kinds) {
        RustScope scope = new RustScope(name -> RustWords.isKeyword(name) || RustWords.METHODS.contains(name));
        for (FieldLayout field : layout.fields()) {
            FieldShape shape = FieldShape.of(layout.struct(), field.field(), kinds);
            claimGetter(field.field().name(), shape.has(Accessor.GET), scope);
        }
        for (OneofLayout oneof : layout.oneofs()) {
            claimGetter(oneof.oneof().name(), true, scope);
        }
        for (FieldLayout field : layout.fields()) {
            Set<Accessor> wanted =
                    FieldShape.of(layout.struct(), field.field(), kinds).accessors();
            claimHelpers(field.field().name(), wanted, scope);
        }
        for (OneofLayout oneof : layout.oneofs()) {
            claimHelpers(oneof.oneof().name(), OF_ONEOF, scope);
        }
    }

    private void claimGetter(String name, boolean wanted, RustScope scope) {
        Map<Accessor, String> names = new EnumMap<>(Accessor.class);
        String getter = scope.claim(name);
        if (wanted) {
            names.put(Accessor.GET, getter);
        }
        accessors.put(name, names);
    }

    private void claimHelpers(String name, Set<Accessor> wanted, RustScope scope) {
        Map<Accessor, String> names = accessors.getOrDefault(name, Map.of());
        for (Accessor accessor : Accessor.values()) {
            if (accessor != Accessor.GET && wanted.contains(accessor)) {
                names.put(accessor, scope.claim(accessor.of(name)));
            }
        }
    }

    private void claimOneof(OneofLayout oneof) {
        RustScope union = new RustScope(RustWords::isKeyword);
        RustScope values = new RustScope(RustWords::isKeyword);
        RustScope numbers = new RustScope(RustWords::isKeyword);
        for (FieldLayout field : oneof.fields()) {
            String name = field.field().name();
            members.put(key(field.data()), union.claim(name));
            variants.put(name, values.claim(RustWords.upperCamel(name)));
            cases.put(name, numbers.claim(RustWords.upperSnake(RustWords.snake(name))));
        }
        cases.put(oneof.oneof().name(), numbers.claim("NONE"));
    }

    /** The members of a union have a namespace of their own. */
    private static String key(Member member) {
        FieldDef field = member.field();
        return field != null && field.oneof() != null ? field.oneof() + "." + member.name() : member.name();
    }

    String member(Member member) {
        return found(members.get(key(member)), member.name());
    }

    /** The members that only fill gaps. */
    String padding(int index) {
        return paddings.get(index);
    }

    /** A variant of the enum of a oneof. */
    String variant(FieldDef field) {
        return found(variants.get(field.name()), field.name());
    }

    /** The constant of a case; for the name of a oneof, that of none. */
    String caseConstant(String name) {
        return found(cases.get(name), name);
    }

    private static String found(@Nullable String name, String wanted) {
        if (name == null) {
            throw new IllegalArgumentException("no name of " + wanted);
        }
        return name;
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
