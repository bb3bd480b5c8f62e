package dev.proto2ffi.core.emit.java;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import javax.lang.model.element.Modifier;

/** Methods of the view that only hand on to the runtime: {@code return Strings.size(Access.base(segment), …);}. */
final class Extras {
    /** The base segment, in a method of the view. */
    static final String BASE = "base";

    private Extras() {}

    /**
     * A method of the view that takes the place's parameters.
     *
     * @param doc its Javadoc
     */
    static MethodSpec.Builder method(String name, Place place, TypeName result, CodeBlock doc) {
        return MethodSpec.methodBuilder(name)
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc(doc)
                .returns(result)
                .addParameters(place.parameters())
                .addStatement("$T $L = $T.base(segment)", Types.MEMORY_SEGMENT, BASE, Types.ACCESS);
    }

    /** Warns that a method looks at the bytes, whatever the presence bit says. */
    static String ofStored(FieldScope scope) {
        return scope.hasPresence() ? " Looks at the stored bytes even while the field is absent." : "";
    }
}
