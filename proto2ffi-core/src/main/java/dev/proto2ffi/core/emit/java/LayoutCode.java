package dev.proto2ffi.core.emit.java;

import com.palantir.javapoet.CodeBlock;
import dev.proto2ffi.core.layout.FieldLayout;
import dev.proto2ffi.core.layout.Member;
import dev.proto2ffi.core.layout.StructLayout;
import dev.proto2ffi.core.model.FieldDef;
import dev.proto2ffi.core.model.FieldType;

/**
 * The public layout, member by member with the padding between.
 *
 * <pre>{@code
 * MemoryLayout.structLayout(
 *         ValueLayout.JAVA_LONG.withName("post_id"),
 *         MemoryLayout.paddingLayout(4))
 *     .withName("social.Post")
 * }</pre>
 */
final class LayoutCode implements FieldType.Visitor<CodeBlock> {
    private final Run run;
    private final StructLayout struct;

    private LayoutCode(Run run, StructLayout struct) {
        this.run = run;
        this.struct = struct;
    }

    static CodeBlock of(StructLayout struct, Run run) {
        return new LayoutCode(run, struct).whole();
    }

    private CodeBlock whole() {
        CodeBlock.Builder members = CodeBlock.builder().add("$T.structLayout($>$>", Types.MEMORY_LAYOUT);
        int end = 0;
        String separator = "\n";
        for (Member member : struct.members()) {
            if (member.offset() > end) {
                members.add("$L$L", separator, padding(member.offset() - end));
                separator = ",\n";
            }
            members.add("$L$L", separator, named(member));
            separator = ",\n";
            end = member.end();
        }
        if (struct.size() > end) {
            members.add("$L$L", separator, padding(struct.size() - end));
        }
        if (struct.struct().align() > 1) {
            members.add(")\n.withByteAlignment($L", struct.align());
        }
        return members.add(")\n.withName($S)$<$<", struct.struct().fullName()).build();
    }

    private CodeBlock named(Member member) {
        FieldDef field = member.field();
        boolean isAligned = member.kind() == Member.Kind.DATA && field != null && field.align() > 1;
        CodeBlock alignment = isAligned ? CodeBlock.of(".withByteAlignment($L)", member.align()) : CodeBlock.of("");
        return CodeBlock.of("$L$L.withName($S)", layout(member), alignment, member.name());
    }

    private CodeBlock layout(Member member) {
        return switch (member.kind()) {
            case PRESENCE -> array(value("JAVA_INT"), member.size() / Integer.BYTES);
            case COUNT, CASE -> value("JAVA_INT");
            case UNION -> union(member);
            case EMPTY -> value("JAVA_BYTE");
            case DATA -> member.requireField().type().accept(this);
        };
    }

    /** As large as the largest of its members or, by a member without a name, as its own size demands. */
    private CodeBlock union(Member union) {
        CodeBlock.Builder code = CodeBlock.builder().add("$T.unionLayout($>$>", Types.MEMORY_LAYOUT);
        String separator = "\n";
        int size = 0;
        for (FieldLayout field : struct.oneof(union).fields()) {
            code.add("$L$L", separator, named(field.data()));
            separator = ",\n";
            size = Math.max(size, field.data().size());
        }
        if (union.size() > size) {
            code.add(",\n$L", padding(union.size()));
        }
        return code.add(")$<$<").build();
    }

    private static CodeBlock padding(int bytes) {
        return CodeBlock.of("$T.paddingLayout($L)", Types.MEMORY_LAYOUT, bytes);
    }

    private CodeBlock value(String constant) {
        return CodeBlock.of(
                "$T.$L", Types.VALUE_LAYOUT, struct.struct().packed() ? JavaScalar.unaligned(constant) : constant);
    }

    private static CodeBlock array(CodeBlock element, int count) {
        return CodeBlock.of("$T.sequenceLayout($L, $L)", Types.MEMORY_LAYOUT, count, element);
    }

    @Override
    public CodeBlock scalar(FieldType.Scalar type) {
        return value(JavaScalar.of(type).layout());
    }

    @Override
    public CodeBlock enumValue(FieldType.EnumValue type) {
        return value(JavaScalar.integerLayout(type.storageSize()));
    }

    @Override
    public CodeBlock boundedString(FieldType.BoundedString type) {
        return array(value("JAVA_BYTE"), type.maxSize());
    }

    @Override
    public CodeBlock boundedBytes(FieldType.BoundedBytes type) {
        return CodeBlock.of(
                "$T.$L($L)", Types.SIZED_BYTES, struct.struct().packed() ? "packedLayout" : "layout", type.maxSize());
    }

    @Override
    public CodeBlock fixedBytes(FieldType.FixedBytes type) {
        return array(value("JAVA_BYTE"), type.size());
    }

    @Override
    public CodeBlock inlineMessage(FieldType.InlineMessage type) {
        return structLayout(type.structName());
    }

    @Override
    public CodeBlock mapEntry(FieldType.MapEntry type) {
        return structLayout(type.structName());
    }

    private CodeBlock structLayout(String name) {
        return CodeBlock.of("$T.LAYOUT", run.names().struct(name).type());
    }

    @Override
    public CodeBlock boundedRepeated(FieldType.BoundedRepeated type) {
        return array(type.element().accept(this), type.maxCount());
    }

    @Override
    public CodeBlock fixedRepeated(FieldType.FixedRepeated type) {
        return array(type.element().accept(this), type.count());
    }

    @Override
    public CodeBlock unboundedString(FieldType.UnboundedString type) {
        return span();
    }

    @Override
    public CodeBlock unboundedBytes(FieldType.UnboundedBytes type) {
        return span();
    }

    @Override
    public CodeBlock unboundedRepeated(FieldType.UnboundedRepeated type) {
        return span();
    }

    private static CodeBlock span() {
        return CodeBlock.of("$T.LAYOUT", Types.SPANS);
    }

    @Override
    public CodeBlock messagePointer(FieldType.MessagePointer type) {
        return value("ADDRESS");
    }
}
