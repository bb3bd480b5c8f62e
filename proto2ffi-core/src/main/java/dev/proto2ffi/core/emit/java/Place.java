package dev.proto2ffi.core.emit.java;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import dev.proto2ffi.core.model.FieldType;
import java.util.List;

/** Where an accessor finds its element: at the field itself, or at an index that it takes and checks. */
interface Place {
    /** The parameters that choose the element: none, or the index. */
    List<ParameterSpec> parameters();

    /** The same as arguments, each with a comma in front. */
    String arguments();

    /** The same as types in a link of Javadoc. */
    String linkTypes();

    /** The element's offset in {@code segment}, where the struct starts at {@code offset}. */
    CodeBlock at(String segment, String offset);

    /** The one element of a singular field. */
    record Singular(FieldScope scope) implements Place {
        @Override
        public List<ParameterSpec> parameters() {
            return List.of();
        }

        @Override
        public String arguments() {
            return "";
        }

        @Override
        public String linkTypes() {
            return "";
        }

        @Override
        public CodeBlock at(String segment, String offset) {
            return CodeBlock.of("$L + $L", offset, scope.names().offset());
        }
    }

    /** An element of a repeated field. */
    record Indexed(FieldScope scope) implements Place {
        @Override
        public List<ParameterSpec> parameters() {
            return List.of(ParameterSpec.builder(TypeName.INT, "index").build());
        }

        @Override
        public String arguments() {
            return ", index";
        }

        @Override
        public String linkTypes() {
            return "int";
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
}
