package dev.proto2ffi.core.emit.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.proto2ffi.core.model.FieldType;
import javax.lang.model.element.Modifier;

/**
 * A message is viewed where it stands.
 *
 * <pre>{@code
 * public Point position() {
 *     return new Point(this, POSITION_OFFSET);
 * }
 * }</pre>
 */
final class MessageMembers {
    private final FieldScope scope;
    private final Place place;
    private final ClassName message;
    private final TypeSpec.Builder out;

    private MessageMembers(FieldScope scope, Place place, ClassName message, TypeSpec.Builder out) {
        this.scope = scope;
        this.place = place;
        this.message = message;
        this.out = out;
    }

    static void add(FieldScope scope, Place place, FieldType.InlineMessage type, TypeSpec.Builder out) {
        MessageMembers members = new MessageMembers(scope, place, scope.message(type), out);
        members.addView(type);
        members.addCopy(type);
        if (place instanceof Place.Singular) {
            members.addInit();
        }
    }

    private void addView(FieldType type) {
        CodeBlock absent = scope.hasPresence()
                ? CodeBlock.of(
                        "<p>While it is absent the view shows whatever the memory holds, and writing through it doesn't"
                                + " make it present; see {@link #$N()}.\n",
                        scope.names().helper(Helper.INIT))
                : CodeBlock.of("");
        MethodSpec.Builder view = method(scope.names().accessor())
                .addJavadoc("A view of the message where it stands in this struct.\n\n<p>")
                .addJavadoc(FieldDocs.getter(scope, type))
                .addJavadoc(absent)
                .returns(message)
                .addParameters(place.parameters());
        if (scope.layout().count() != null) {
            addBase(view);
        }
        out.addMethod(view.addStatement("return new $T(this, $L)", message, offsetInStruct())
                .build());
    }

    private void addCopy(FieldType type) {
        MethodSpec.Builder copy = method(scope.names().accessor())
                .addJavadoc("Copies a message into this struct.\n\n<p>")
                .addJavadoc(FieldDocs.setter(scope, type))
                .returns(scope.owner())
                .addParameters(place.parameters())
                .addParameter(message, "source")
                .addStatement(
                        "$N($L).copyFrom(source)",
                        scope.names().accessor(),
                        place.parameters().isEmpty() ? "" : "index");
        setPresence(copy);
        out.addMethod(copy.addStatement("return this").build());
    }

    private void addInit() {
        MethodSpec.Builder init = method(scope.names().helper(Helper.INIT))
                .addJavadoc(
                        "Sets every field of {@link #$N()} to its default$L, and answers the view.\n",
                        scope.names().accessor(),
                        scope.hasPresence() ? " and makes it present" : "")
                .returns(message)
                .addStatement("$T view = $N()", message, scope.names().accessor())
                .addStatement("view.clear()");
        setPresence(init);
        out.addMethod(init.addStatement("return view").build());
    }

    private void setPresence(MethodSpec.Builder method) {
        if (scope.hasPresence()) {
            addBase(method);
            method.addStatement("$T.set($L)", Types.PRESENCE, scope.presenceArguments(Extras.BASE, "address"));
        }
    }

    private static void addBase(MethodSpec.Builder method) {
        method.addStatement("$T $L = $T.base(segment)", Types.MEMORY_SEGMENT, Extras.BASE, Types.ACCESS);
    }

    private CodeBlock offsetInStruct() {
        if (place instanceof Place.Indexed indexed) {
            return CodeBlock.of(
                    "$L + $LL * $L",
                    scope.names().offset(),
                    scope.layout().stride(),
                    indexed.checkedIndex(Extras.BASE, "address"));
        }
        return CodeBlock.of("$L", scope.names().offset());
    }

    private static MethodSpec.Builder method(String name) {
        return MethodSpec.methodBuilder(name).addModifiers(Modifier.PUBLIC);
    }
}
