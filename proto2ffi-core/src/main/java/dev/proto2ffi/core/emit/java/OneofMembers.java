package dev.proto2ffi.core.emit.java;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.proto2ffi.core.layout.OneofLayout;
import dev.proto2ffi.core.layout.StructLayout;
import dev.proto2ffi.core.model.Comments;
import dev.proto2ffi.core.model.EnumDef;
import dev.proto2ffi.core.model.EnumValueDef;
import dev.proto2ffi.core.model.FieldDef;
import dev.proto2ffi.core.model.OneofDef;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/**
 * Which of its fields a oneof holds.
 *
 * <pre>{@code
 * public static PayloadCase payloadCase(MemorySegment segment, long offset) {
 *     return PayloadCase.forNumber(payloadCaseNumber(segment, offset));
 * }
 * }</pre>
 */
final class OneofMembers {
    /** The name under which the constant for no field is among those of the fields: no field has it. */
    static final String NOT_SET = "";

    private final StructLayout struct;
    private final StructNames structNames;
    private final OneofLayout layout;
    private final OneofNames names;
    private final TypeSpec.Builder out;

    private OneofMembers(Run run, StructLayout struct, OneofLayout layout, TypeSpec.Builder out) {
        this.struct = struct;
        this.structNames = run.names().struct(struct.struct().fullName());
        this.layout = layout;
        this.names = structNames.oneofs().get(layout.oneof().name());
        this.out = out;
    }

    static void add(Run run, StructLayout struct, OneofLayout layout, TypeSpec.Builder out) {
        OneofMembers members = new OneofMembers(run, struct, layout, out);
        members.addCases();
        members.addCase();
        members.addClear();
    }

    private void addCases() {
        OneofDef oneof = layout.oneof();
        List<EnumValueDef> values = new ArrayList<>();
        for (FieldDef field : struct.struct().membersOf(oneof)) {
            values.add(
                    new EnumValueDef(field.name(), field.number(), field.comments(), field.deprecated(), field.span()));
        }
        values.add(new EnumValueDef(NOT_SET, 0, Comments.NONE, false, oneof.span()));
        EnumDef cases = new EnumDef(
                struct.struct().fullName() + "." + oneof.name(),
                List.of(oneof.name()),
                struct.struct().file(),
                values,
                false,
                Integer.BYTES,
                oneof.comments(),
                false,
                oneof.span());
        String doc = "The fields of the oneof {@code " + oneof.name() + "}, of which a struct holds at most one.";
        out.addType(EnumClass.of(cases, names.cases(), doc)
                .addModifiers(Modifier.STATIC)
                .build());
    }

    private void addCase() {
        String oneof = layout.oneof().name();
        String unknown = names.cases().unrecognized();
        new AccessorMethods(out, names.getter())
                .addGetters(
                        names.cases().type(),
                        CodeBlock.of(
                                "Which field the oneof {@code $L} holds.\n\n@return {@code $L} where memory has a number"
                                        + " that is none of a field's; see {@link #$N()}\n",
                                oneof,
                                unknown,
                                names.number()),
                        CodeBlock.builder()
                                .addStatement(
                                        "return $T.forNumber($N(segment, offset))",
                                        names.cases().type(),
                                        names.number())
                                .build());
        new AccessorMethods(out, names.number())
                .addGetters(
                        TypeName.INT,
                        CodeBlock.of("The number of the field that the oneof {@code $L} holds, 0 for none.\n", oneof),
                        CodeBlock.builder()
                                .addStatement("return $T.get(segment, offset + $L)", Types.ONEOFS, names.offset())
                                .build());
    }

    private void addClear() {
        new AccessorMethods(out, names.clear())
                .addSetters(
                        structNames.type(),
                        CodeBlock.of(
                                "Leaves the oneof {@code $L} without a field, and its memory zero.\n\n@return this view\n",
                                layout.oneof().name()),
                        CodeBlock.builder()
                                .addStatement(
                                        "$T.settle(segment, offset + $L, 0, offset + $L, 0, $L)",
                                        Types.ONEOFS,
                                        names.offset(),
                                        layout.union().offset(),
                                        layout.union().size())
                                .build());
    }
}
