package dev.proto2ffi.core.emit.c;

import dev.proto2ffi.core.diagnostic.Diagnostic;
import dev.proto2ffi.core.layout.Member;
import dev.proto2ffi.core.layout.SchemaLayout;
import dev.proto2ffi.core.model.EnumDef;
import dev.proto2ffi.core.model.EnumValueDef;
import dev.proto2ffi.core.model.FieldDef;
import dev.proto2ffi.core.model.FileDef;
import dev.proto2ffi.core.model.StructDef;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The C names of everything in a schema, settled once. Immutable.
 *
 * <p>Types are named as nanopb names them, package and messages joined by underscores: {@code social_Post}. A name that
 * C or C++ has already, or that is taken, gets underscores behind it until it is free; one that begins with an
 * underscore where C keeps such names to itself gets {@code p2f} before it. Names of the schema come before those that
 * are made up from them (helpers, sizes), the exported symbols of a file's services before all else of it, a file's imports before the file, outer messages before nested ones. So the
 * names of a file depend on nothing but the file and its imports, save where {@link #warnings()} says otherwise.
 */
public final class CNames {
    private final Map<String, StructNames> structs;
    private final Map<String, EnumNames> enums;
    private final Map<String, ServiceNames> services;
    private final Map<String, TextNames> layoutTexts;
    private final List<Diagnostic> warnings;
    private final List<Diagnostic> errors;

    CNames(
            Map<String, StructNames> structs,
            Map<String, EnumNames> enums,
            Map<String, ServiceNames> services,
            Map<String, TextNames> layoutTexts,
            List<Diagnostic> warnings,
            List<Diagnostic> errors) {
        this.structs = structs;
        this.enums = enums;
        this.services = services;
        this.layoutTexts = layoutTexts;
        this.warnings = List.copyOf(warnings);
        this.errors = List.copyOf(errors);
    }

    public static CNames of(SchemaLayout layout) {
        return new CNaming(layout).settle();
    }

    /** The typedef of a struct. */
    public String type(StructDef struct) {
        return struct(struct.fullName()).type();
    }

    /** The typedef of an enum. */
    public String type(EnumDef definition) {
        return of(definition).type();
    }

    /** A constant of an enum. */
    public String constant(EnumDef definition, EnumValueDef value) {
        return known(of(definition).constants().get(value.name()), value.name());
    }

    /** A member of a struct or of one of its unions. */
    public String member(StructDef struct, Member member) {
        String key = MemberNames.key(member);
        return known(struct(struct.fullName()).members().get(key), key);
    }

    /** How C reaches a member from its struct: {@code payload.text} for a union's, the name for others. */
    public String path(StructDef struct, Member member) {
        String name = member(struct, member);
        FieldDef field = member.field();
        if (field == null || field.oneof() == null) {
            return name;
        }
        String union = known(struct(struct.fullName()).members().get(field.oneof()), field.oneof());
        return union + "." + name;
    }

    /** The type of a member of a struct or union with its dimensions, such as {@code char[32]}. */
    public String memberType(StructDef struct, Member member) {
        CTypes type = CTypes.of(struct, member, this);
        return type.base() + type.dimensions();
    }

    /** The header of a file, relative to the output directory, with forward slashes. */
    public String header(FileDef file) {
        return HeaderPath.of(file.path());
    }

    /** One for each name that depends on which files are generated together. */
    public List<Diagnostic> warnings() {
        return warnings;
    }

    /** One for each exported symbol that is taken. */
    List<Diagnostic> errors() {
        return errors;
    }

    ServiceNames service(String fullName) {
        return known(services.get(fullName), fullName);
    }

    /** Of a struct that a service uses. */
    TextNames layoutText(String fullName) {
        return known(layoutTexts.get(fullName), fullName);
    }

    StructNames struct(String fullName) {
        return known(structs.get(fullName), fullName);
    }

    EnumNames of(EnumDef definition) {
        return known(enums.get(definition.fullName()), definition.fullName());
    }

    private static <T> T known(@Nullable T found, String name) {
        if (found == null) {
            throw new IllegalArgumentException(name + " is not part of the schema");
        }
        return found;
    }
}
