package dev.proto2ffi.core.emit.java;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import dev.proto2ffi.core.model.FieldType;
import java.util.List;

/** Where an accessor finds its element: at the field itself, or at an index that it takes and checks. */
interface Place {
    /** Where the elements of a field are. */
    static Place of(FieldScope scope) {
        if (scope.isUnbounded()) {
            return new Spanned(scope);
        }
        return scope.isRepeated() ? new Indexed(scope) : new Singular(scope);
    }

    /** The parameters that choose the element: none, or the index. */
    List<ParameterSpec> parameters();

    /** The base of the access, where that of the struct is an expression. */
    default CodeBlock base(String segment) {
        return CodeBlock.of("$L", segment);
    }

    /** The element's offset in {@link #base}, where the struct starts at {@code offset} of {@code segment}. */
    CodeBlock at(String segment, String offset);

    /** The one element of a singular field. */
    record Singular(FieldScope scope) implements Place {
        @Override
        public List<ParameterSpec> parameters() {
            return List.of();
        }

        @Override
        public CodeBlock at(String segment, String offset) {
            return CodeBlock.of("$L + $L", offset, scope.names().offset());
        }
    }

    /** An element of a repeated field, in the struct. */
    record Indexed(FieldScope scope) implements Place {
        @Override
        public List<ParameterSpec> parameters() {
            return List.of(ParameterSpec.builder(TypeName.INT, "index").build());
        }

        @Override
        public CodeBlock at(String segment, String offset) {
            return scope.element(offset, checkedIndex(segment, offset));
        }

        /** The index, checked against the number of elements. */
        CodeBlock checkedIndex(String segment, String offset) {
            if (scope.type() instanceof FieldType.FixedRepeated fixed) {
                return CodeBlock.of("$T.checkIndex(index, $L)", Types.OBJECTS, fixed.count());
            }
            return CodeBlock.of(
                    "$T.check(index, $L, $L + $L, $L, $S)",
                    Types.COUNTS,
                    segment,
                    offset,
                    scope.names().countOffset(),
                    scope.capacity(),
                    scope.fullName());
        }
    }

    /** An element of a repeated field, where its pointer points. */
    record Spanned(FieldScope scope) implements Place {
        @Override
        public List<ParameterSpec> parameters() {
            return List.of(ParameterSpec.builder(TypeName.LONG, "index").build());
        }

        @Override
        public CodeBlock base(String segment) {
            return CodeBlock.of("$T.memory()", Types.POINTERS);
        }

        @Override
        public CodeBlock at(String segment, String offset) {
            return CodeBlock.of(
                    "$T.at($L, $L + $L, index, $L)",
                    Types.SPANS,
                    segment,
                    offset,
                    scope.names().offset(),
                    scope.spanArguments());
        }
    }
}
