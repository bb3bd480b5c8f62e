package dev.proto2ffi.core.emit.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import javax.lang.model.element.Modifier;

/**
 * The interface of a service: what Java calls, and what Java implements.
 *
 * <pre>{@code
 * public interface Calculator {
 *     ServiceType<Calculator> SERVICE = CalculatorDescription.TYPE;
 *
 *     void add(BinaryOp request, Result response);
 *
 *     static Calculator load(NativeLibrary library) {
 *         return CalculatorClient.of(SERVICE.bind(library));
 *     }
 * }
 * }</pre>
 */
final class ServiceInterface {
    private final ServiceScope scope;
    private final ClassName type;
    private final TypeSpec.Builder out;

    private ServiceInterface(ServiceScope scope) {
        this.scope = scope;
        this.type = scope.names().type();
        this.out = TypeSpec.interfaceBuilder(type)
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc(Docs.commented(scope.layout().service().comments(), summary()));
    }

    static TypeSpec.Builder of(ServiceScope scope) {
        ServiceInterface result = new ServiceInterface(scope);
        if (scope.layout().service().deprecated()) {
            result.out.addAnnotation(Deprecated.class);
        }
        result.addType();
        scope.rpcs().forEach(rpc -> result.out.addMethods(RpcMethods.of(rpc)));
        result.addLoad();
        result.addUpcalls();
        result.addOffer();
        return result.out;
    }

    private CodeBlock summary() {
        return CodeBlock.of("""
                The service {@code $L}. {@link #load} gives the one that a native library serves; {@link #upcalls} and \
                {@link #offer} give native code one that Java implements.

                <p>A call reads its request and writes its response, which keeps what the server doesn't set; the two \
                must not share memory. What {@link #load} gives may be called by all threads at once, each with \
                messages in memory that it may use. An implementation is called by any thread, also by several at \
                once. What it is given is valid until it returns. What it throws becomes an error of the caller: of a \
                {@link $T} the code and the message, of everything else the code {@code EXCEPTION} and its text.\
                """, scope.layout().service().fullName(), Types.NATIVE_CALL_EXCEPTION);
    }

    private void addType() {
        TypeName serviceType = ParameterizedTypeName.get(Types.SERVICE_TYPE, type);
        out.addField(FieldSpec.builder(serviceType, "SERVICE", Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
                .addJavadoc(Docs.line("What the runtime and tools know of the service."))
                .initializer("$T.TYPE", scope.names().description())
                .build());
    }

    private void addLoad() {
        out.addMethod(staticMethod("load")
                .returns(type)
                .addJavadoc("""
                        The service as a native library serves it. It is fastest in a {@code static final} field.

                        @throws $T if the library doesn't serve it, or was built from another schema: the message names \
                        what differs
                        """, Types.NATIVE_LIBRARY_EXCEPTION)
                .addParameter(Types.NATIVE_LIBRARY, "library")
                .addStatement(
                        "return $T.of(SERVICE.bind(library))", scope.names().client())
                .build());
    }

    private void addUpcalls() {
        out.addMethod(staticMethod("upcalls")
                .returns(Types.SERVICE_TABLE)
                .addJavadoc("""
                        A table of functions by which native code calls an implementation: {@code $L} in C.

                        @param implementation is called until the arena closes; after that, calls through copies of the \
                        table fail with the code {@code CLOSED}
                        @param arena owns the table
                        """, scope.symbols().base())
                .addParameter(type, "implementation")
                .addParameter(Types.ARENA, "arena")
                .addStatement("return SERVICE.upcalls(implementation, arena)")
                .build());
    }

    private void addOffer() {
        out.addMethod(staticMethod("offer")
                .addJavadoc("""
                        Hands an implementation to a native library, through the function {@code $L} of that.

                        @param implementation is called until the arena closes; after that, calls fail with the code \
                        {@code CLOSED}
                        @throws $T if the library accepts no implementation, or was built from another schema: the \
                        message names what differs
                        @throws $T if the library refuses this one
                        """, scope.symbols().accept(), Types.NATIVE_LIBRARY_EXCEPTION, Types.NATIVE_CALL_EXCEPTION)
                .addParameter(type, "implementation")
                .addParameter(Types.ARENA, "arena")
                .addParameter(Types.NATIVE_LIBRARY, "library")
                .addStatement("SERVICE.offer(implementation, arena, library)")
                .build());
    }

    private static MethodSpec.Builder staticMethod(String name) {
        return MethodSpec.methodBuilder(name).addModifiers(Modifier.PUBLIC, Modifier.STATIC);
    }
}
