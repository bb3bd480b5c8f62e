package dev.proto2ffi.core.emit.java;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.proto2ffi.core.layout.FieldLayout;
import dev.proto2ffi.core.layout.Member;
import dev.proto2ffi.core.layout.OneofLayout;
import dev.proto2ffi.core.layout.StructLayout;
import javax.lang.model.element.Modifier;

/** Size, alignment, offsets, layout and type: {@code public static final long POST_ID_OFFSET = 0;}. */
final class ConstantMembers {
    private final Run run;
    private final StructLayout struct;
    private final StructNames names;
    private final TypeSpec.Builder out;

    private ConstantMembers(Run run, StructLayout struct, TypeSpec.Builder out) {
        this.run = run;
        this.struct = struct;
        this.names = run.names().struct(struct.struct().fullName());
        this.out = out;
    }

    static void add(Run run, StructLayout struct, TypeSpec.Builder out) {
        ConstantMembers members = new ConstantMembers(run, struct, out);
        members.addNumber("SIZE", struct.size(), "Bytes of a struct, from one array element to the next.");
        members.addNumber("ALIGNMENT", struct.align(), "Alignment of a struct in bytes.");
        members.addPresence();
        struct.fields().forEach(members::addOffsets);
        struct.oneofs().forEach(members::addCase);
        members.addLayout();
        members.addType();
    }

    private void addPresence() {
        Member presence = struct.presence();
        if (presence != null) {
            addNumber(
                    names.presence(),
                    presence.offset(),
                    "Offset of {@code uint32_t " + presence.name() + "[]}, a bit for each field with presence.");
        }
    }

    private void addOffsets(FieldLayout layout) {
        FieldNames field = names.fields().get(layout.field().name());
        Member count = layout.count();
        if (count != null) {
            addNumber(
                    field.countOffset(),
                    count.offset(),
                    "Offset of {@code uint32_t " + count.name() + "}, the number of elements.");
        }
        addNumber(
                field.offset(),
                layout.data().offset(),
                "Offset of {@code " + layout.field().name() + "}.");
    }

    private void addCase(OneofLayout layout) {
        addNumber(
                names.oneofs().get(layout.oneof().name()).offset(),
                layout.caseMember().offset(),
                "Offset of {@code int32_t " + layout.caseMember().name() + "}, the number of the field that is set.");
    }

    private void addNumber(String name, long value, String doc) {
        out.addField(constant(TypeName.LONG, name)
                .addJavadoc(Docs.line(doc))
                .initializer("$L", value)
                .build());
    }

    private void addLayout() {
        out.addField(constant(Types.STRUCT_LAYOUT, "LAYOUT")
                .addJavadoc(Docs.line("The layout, with a named member for each member of the C struct."))
                .initializer(LayoutCode.of(struct, run))
                .build());
    }

    private void addType() {
        CodeBlock code = TypeCode.of(struct, run);
        out.addField(constant(ParameterizedTypeName.get(Types.STRUCT_TYPE, names.type()), "TYPE")
                .addJavadoc(Docs.line("What pools, arrays and tools work on."))
                .initializer(code)
                .build());
    }

    private static FieldSpec.Builder constant(TypeName type, String name) {
        return FieldSpec.builder(type, name, Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL);
    }
}
