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
    private final CodeBlock copyArguments;
    private final boolean isFlat;
    private final TypeSpec.Builder out;

    private MessageMembers(FieldScope scope, Place place, String structName, TypeSpec.Builder out) {
        this.scope = scope;
        this.place = place;
        this.message = scope.message(structName);
        this.isFlat = scope.run().schema().struct(structName).flat();
        this.copyArguments = CodeBlock.of(isFlat ? "source" : "allocator, source");
        this.out = out;
    }

    static void add(FieldScope scope, Place place, String structName, TypeSpec.Builder out) {
        FieldType type = scope.elementType();
        MessageMembers members = new MessageMembers(scope, place, structName, out);
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
                .addJavadoc(
                        "A view of the message where it stands$L.\n\n<p>", scope.isUnbounded() ? "" : " in this struct")
                .addJavadoc(FieldDocs.getter(scope, type))
                .addJavadoc(absent)
                .returns(message)
                .addParameters(place.parameters());
        if (scope.layout().count() != null || scope.isInOneof() || scope.isUnbounded()) {
            addBase(view);
        }
        out.addMethod(view.addCode(Guards.beforeRead(scope, Extras.BASE, "address"))
                .addStatement("return $L", view())
                .build());
    }

    /** An expression over {@code base} where that is needed. */
    private CodeBlock view() {
        if (place instanceof Place.Indexed indexed) {
            return CodeBlock.of(
                    "new $T(this, $L + $LL * $L)",
                    message,
                    scope.names().offset(),
                    scope.layout().stride(),
                    indexed.checkedIndex(Extras.BASE, "address"));
        }
        return place instanceof Place.Spanned
                ? CodeBlock.of(
                        "$T.at($T.part(segment, $L, $T.SIZE), 0)",
                        message,
                        Types.POINTERS,
                        place.at(Extras.BASE, "address"),
                        message)
                : here();
    }

    private CodeBlock here() {
        return CodeBlock.of("new $T(this, $L)", message, scope.names().offset());
    }

    private void addCopy(FieldType type) {
        boolean canFailHalfWay = scope.isInOneof() && !isFlat;
        MethodSpec.Builder copy = method(scope.names().accessor())
                .addJavadoc("Copies a message into this struct$L.", isFlat ? "" : ", with all that it points to")
                .addJavadoc(
                        "$L\n\n<p>",
                        canFailHalfWay ? " After an exception the oneof no longer holds another field." : "")
                .addJavadoc(FieldDocs.setter(scope, type))
                .returns(scope.owner());
        if (!isFlat) {
            copy.addParameter(Types.SEGMENT_ALLOCATOR, "allocator");
        }
        copy.addParameters(place.parameters()).addParameter(message, "source");
        if (canFailHalfWay) {
            addBase(copy);
            copy.addCode(Guards.beforeCopy(scope, Extras.BASE, "address"));
        }
        copy.addStatement(
                "$L.copyFrom($L)",
                place instanceof Place.Singular
                        ? here()
                        : CodeBlock.of("$N(index)", scope.names().accessor()),
                copyArguments);
        if (canFailHalfWay) {
            copy.addCode(Guards.afterWrite(scope, Extras.BASE, "address"));
        } else {
            makePresent(copy);
        }
        out.addMethod(copy.addStatement("return this").build());
    }

    private void addInit() {
        String also = scope.isInOneof() ? ", sets the oneof to hold it" : "";
        MethodSpec.Builder init = method(scope.names().helper(Helper.INIT))
                .addJavadoc(
                        "Sets every field of {@link #$N()} to its default$L, and answers the view.\n",
                        scope.names().accessor(),
                        scope.hasPresence() ? " and makes it present" : also)
                .returns(message)
                .addStatement("$T view = $L", message, here())
                .addStatement("view.clear()");
        makePresent(init);
        out.addMethod(init.addStatement("return view").build());
    }

    private void makePresent(MethodSpec.Builder method) {
        if (scope.hasPresence() || scope.isInOneof()) {
            addBase(method);
            method.addCode(Guards.afterWrite(scope, Extras.BASE, "address"));
        }
    }

    private static void addBase(MethodSpec.Builder method) {
        method.addStatement("$T $L = $T.base(segment)", Types.MEMORY_SEGMENT, Extras.BASE, Types.ACCESS);
    }

    private static MethodSpec.Builder method(String name) {
        return MethodSpec.methodBuilder(name).addModifiers(Modifier.PUBLIC);
    }
}
