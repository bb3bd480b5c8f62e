package dev.proto2ffi.core.emit.java;

import com.palantir.javapoet.CodeBlock;

/** What accessors do around the element itself: presence bits, and the cases of oneofs. */
final class Guards {
    /** The local variable with the number of bytes that a write says it wrote. */
    private static final String WRITTEN = "written";

    private Guards() {}

    /** The statement that refuses to read a member of a oneof that holds another one; nothing for other fields. */
    static CodeBlock beforeRead(FieldScope scope, String segment, String offset) {
        if (!scope.isInOneof()) {
            return CodeBlock.of("");
        }
        return CodeBlock.builder()
                .addStatement(
                        "$T.check($L, $L + $L, $L, $S)",
                        Types.ONEOFS,
                        segment,
                        offset,
                        scope.oneofNames().offset(),
                        scope.field().number(),
                        scope.fullName())
                .build();
    }

    /** The write of an element, and what makes it present. */
    static CodeBlock write(FieldScope scope, Element element, CodeBlock write, String segment, String offset) {
        CodeBlock.Builder code = CodeBlock.builder();
        if (scope.isInOneof() && element.answersBytesWritten()) {
            return code.addStatement("int $L = $L", WRITTEN, write)
                    .add(settle(scope, segment, offset, WRITTEN))
                    .build();
        }
        return code.addStatement(write).add(afterWrite(scope, segment, offset)).build();
    }

    /** Before a copy that can fail half-way: the oneof is left by what it holds, unless that is this field. */
    static CodeBlock beforeCopy(FieldScope scope, String segment, String offset) {
        return CodeBlock.builder()
                .addStatement(
                        "$T.vacate($L, $L + $L, $L)",
                        Types.ONEOFS,
                        segment,
                        offset,
                        scope.oneofNames().offset(),
                        scope.field().number())
                .build();
    }

    /** The statements behind the write of a whole field that make it present; none for most. */
    static CodeBlock afterWrite(FieldScope scope, String segment, String offset) {
        if (scope.isInOneof()) {
            return settle(
                    scope, segment, offset, String.valueOf(scope.layout().data().size()));
        }
        if (scope.hasPresence()) {
            return CodeBlock.builder()
                    .addStatement("$T.set($L)", Types.PRESENCE, scope.presenceArguments(segment, offset))
                    .build();
        }
        return CodeBlock.of("");
    }

    /** Behind the write, so that a value that is refused changes nothing, and one from the union itself is read first. */
    private static CodeBlock settle(FieldScope scope, String segment, String offset, String written) {
        return CodeBlock.builder()
                .addStatement(
                        "$T.settle($L, $L + $L, $L, $L + $L, $L, $L)",
                        Types.ONEOFS,
                        segment,
                        offset,
                        scope.oneofNames().offset(),
                        scope.field().number(),
                        offset,
                        scope.names().offset(),
                        written,
                        scope.oneof().union().size())
                .build();
    }
}
