package dev.proto2ffi.core.emit.java;

import com.palantir.javapoet.ClassName;
import dev.proto2ffi.core.model.FieldDef;
import dev.proto2ffi.core.model.FieldType;
import dev.proto2ffi.core.model.OneofDef;
import dev.proto2ffi.core.model.StructDef;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Settles the names of a class's methods and constants. Those from the schema come first, then those made from them. */
final class MemberNaming {
    private final StructDef struct;
    private final Claims methods = new Claims(Identifiers.fixedMethods());
    private final Claims constants = new Claims(Set.of("SIZE", "ALIGNMENT", "LAYOUT", "TYPE"));
    private final Claims handles = new Claims(Set.of("LAYOUT"));

    MemberNaming(StructDef struct) {
        this.struct = struct;
    }

    /** The names of the fields; to be asked for once and first. */
    Map<String, FieldNames> fields() {
        Map<String, FieldNames> schemaNames = new LinkedHashMap<>();
        for (FieldDef field : struct.fields()) {
            String constant = Identifiers.constant(field.name());
            schemaNames.put(
                    field.name(),
                    new FieldNames(
                            methods.claim(Identifiers.accessor(field.name())),
                            constants.claim(constant + "_OFFSET"),
                            "",
                            handles.claim(constant),
                            "",
                            Map.of()));
        }
        Map<String, FieldNames> names = new HashMap<>();
        for (FieldDef field : struct.fields()) {
            names.put(field.name(), withHelpers(field, schemaNames.get(field.name())));
        }
        return names;
    }

    private FieldNames withHelpers(FieldDef field, FieldNames names) {
        String constant = Identifiers.constant(field.name());
        Map<Helper, String> helpers = new EnumMap<>(Helper.class);
        for (Helper helper : Helpers.of(field)) {
            helpers.put(helper, helper(helper, names.accessor()));
        }
        boolean isCounted = field.type() instanceof FieldType.BoundedRepeated;
        return new FieldNames(
                names.accessor(),
                names.offset(),
                isCounted ? constants.claim(constant + "_COUNT_OFFSET") : "",
                names.handle(),
                handles.claim(constant + (isCounted ? "_COUNT" : "_SIZE")),
                helpers);
    }

    /** {@code contentEquals(byte[])} of a field named content stands beside {@code contentEquals(Post)}. */
    private String helper(Helper helper, String accessor) {
        String name = helper.nameFor(accessor);
        boolean isOverload = helper == Helper.EQUALS && name.equals("contentEquals");
        return isOverload ? name : methods.claim(name);
    }

    /** The constant with the offset of the presence words. */
    String presence() {
        return constants.claim("PRESENCE_OFFSET");
    }

    /**
     * The names of the oneofs.
     *
     * @param nestedType settles the name of a nested class
     */
    Map<String, OneofNames> oneofs(Function<String, ClassName> nestedType) {
        Map<String, OneofNames> names = new HashMap<>();
        for (OneofDef oneof : struct.oneofs()) {
            String accessor = Identifiers.accessor(oneof.name());
            String constant = Identifiers.constant(oneof.name());
            String stem = Identifiers.upperFirst(accessor);
            names.put(
                    oneof.name(),
                    new OneofNames(
                            cases(oneof, nestedType.apply(Identifiers.type(stem + "Case"))),
                            methods.claim(accessor + "Case"),
                            methods.claim(accessor + "CaseNumber"),
                            methods.claim("clear" + stem),
                            constants.claim(constant + "_CASE_OFFSET"),
                            handles.claim(constant + "_CASE")));
        }
        return names;
    }

    private EnumNames cases(OneofDef oneof, ClassName type) {
        Claims claims = new Claims(Set.of(type.simpleName()));
        Map<String, String> constants = new HashMap<>();
        for (FieldDef field : struct.membersOf(oneof)) {
            constants.put(field.name(), claims.claim(Identifiers.constant(field.name())));
        }
        constants.put(OneofMembers.NOT_SET, claims.claim("NOT_SET"));
        return EnumNames.of(type, constants, claims);
    }
}
