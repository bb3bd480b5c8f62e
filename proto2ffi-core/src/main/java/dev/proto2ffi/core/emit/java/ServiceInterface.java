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
                The service {@code $L}. {@link #load} gives the one that a native library serves; {@link #upcalls} and {@link
                #offer} give native code one that Java implements.

                <p>Messages are views of native memory. A call reads its request and writes its response, which keeps what the
                server doesn't set; the two must not share memory. A client that was loaded serves all threads at once, each
                with messages that it may use itself. An implementation must expect calls of any thread, several at once, and
                what it is given is valid until it returns. What it throws becomes the caller's error, with the code of a
                {@link $T} where it is one.""", scope.layout().service().fullName(), Types.NATIVE_CALL_EXCEPTION);
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
                        The service as a native library serves it. Keep it in a {@code static final} field: calls are as fast as
                        they can be then.

                        @throws $T if the library doesn't serve it, or was built from another schema; the message says what
                            differs
                        """, Types.NATIVE_LIBRARY_EXCEPTION)
                .addParameter(Types.NATIVE_LIBRARY, "library")
                .addStatement(
                        "return $T.of(SERVICE.bind(library))", scope.names().client())
                .build());
    }

    private void addUpcalls() {
        out.addMethod(staticMethod("upcalls")
                .returns(ParameterizedTypeName.get(Types.SERVICE_TABLE, type))
                .addJavadoc("""
                        A table of functions by which native code calls an implementation: a {@code struct $L}.

                        @param implementation is called until the arena closes; later calls, through a copy of the table, fail
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
                        Hands an implementation to a native library, by its function {@code $L}.

                        @param implementation is called until the arena closes; later calls fail
                        @param arena owns the table of functions that the library gets
                        @param library that accepts an implementation
                        @throws $T if the library accepts none, or was built from another schema; the message says what differs
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
