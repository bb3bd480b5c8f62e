package dev.proto2ffi.core.emit.java;

import com.palantir.javapoet.CodeBlock;
import dev.proto2ffi.core.layout.Member;
import dev.proto2ffi.core.layout.StructLayout;
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

    private LayoutCode(Run run) {
        this.run = run;
    }

    static CodeBlock of(StructLayout struct, Run run) {
        LayoutCode code = new LayoutCode(run);
        CodeBlock.Builder members = CodeBlock.builder().add("$T.structLayout($>$>", Types.MEMORY_LAYOUT);
        int end = 0;
        String separator = "\n";
        for (Member member : struct.members()) {
            if (member.offset() > end) {
                members.add("$L$L", separator, padding(member.offset() - end));
                separator = ",\n";
            }
            members.add("$L$L.withName($S)", separator, code.member(member), member.name());
            separator = ",\n";
            end = member.end();
        }
        if (struct.size() > end) {
            members.add("$L$L", separator, padding(struct.size() - end));
        }
        return members.add(")\n.withName($S)$<$<", struct.struct().fullName()).build();
    }

    private CodeBlock member(Member member) {
        return switch (member.kind()) {
            case PRESENCE -> array(value("JAVA_INT"), member.size() / Integer.BYTES);
            case COUNT -> value("JAVA_INT");
            case CASE, UNION -> throw new IllegalStateException("oneof");
            case EMPTY -> value("JAVA_BYTE");
            case DATA -> member.requireField().type().accept(this);
        };
    }

    private static CodeBlock padding(int bytes) {
        return CodeBlock.of("$T.paddingLayout($L)", Types.MEMORY_LAYOUT, bytes);
    }

    private static CodeBlock value(String constant) {
        return CodeBlock.of("$T.$L", Types.VALUE_LAYOUT, constant);
    }

    private static CodeBlock array(CodeBlock element, int count) {
        return CodeBlock.of("$T.sequenceLayout($L, $L)", Types.MEMORY_LAYOUT, count, element);
    }

    @Override
    public CodeBlock scalar(FieldType.Scalar type) {
        return value(JavaScalar.of(type.scalar()).layout());
    }

    @Override
    public CodeBlock enumValue(FieldType.EnumValue type) {
        return value(JavaScalar.enumLayout(type.definition().storageSize()));
    }

    @Override
    public CodeBlock boundedString(FieldType.BoundedString type) {
        return array(value("JAVA_BYTE"), type.maxSize());
    }

    @Override
    public CodeBlock boundedBytes(FieldType.BoundedBytes type) {
        return CodeBlock.of("$T.layout($L)", Types.SIZED_BYTES, type.maxSize());
    }

    @Override
    public CodeBlock fixedBytes(FieldType.FixedBytes type) {
        return array(value("JAVA_BYTE"), type.size());
    }

    @Override
    public CodeBlock inlineMessage(FieldType.InlineMessage type) {
        return CodeBlock.of("$T.LAYOUT", run.names().struct(type.structName()).type());
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
        throw new IllegalStateException("unboundedString");
    }

    @Override
    public CodeBlock unboundedBytes(FieldType.UnboundedBytes type) {
        throw new IllegalStateException("unboundedBytes");
    }

    @Override
    public CodeBlock messagePointer(FieldType.MessagePointer type) {
        throw new IllegalStateException("messagePointer");
    }

    @Override
    public CodeBlock mapEntry(FieldType.MapEntry type) {
        throw new IllegalStateException("mapEntry");
    }

    @Override
    public CodeBlock unboundedRepeated(FieldType.UnboundedRepeated type) {
        throw new IllegalStateException("unboundedRepeated");
    }
}
