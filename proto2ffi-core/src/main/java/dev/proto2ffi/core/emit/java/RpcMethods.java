package dev.proto2ffi.core.emit.java;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/**
 * The methods of a service's interface.
 *
 * <pre>{@code
 * void add(BinaryOp request, Result response);
 *
 * default void addBatch(StructArray<BinaryOp> requests, StructArray<Result> responses) {
 *     Batches.each(requests, responses, this::add);
 * }
 * }</pre>
 */
final class RpcMethods {
    private RpcMethods() {}

    /** One or, with batches, two. */
    static List<MethodSpec> of(RpcScope scope) {
        List<MethodSpec> methods = new ArrayList<>();
        methods.add(method(scope, scope.names().method(), scope.parameters())
                .addModifiers(Modifier.ABSTRACT)
                .addJavadoc(RpcDocs.call(scope))
                .build());
        if (scope.names().batch() != null) {
            methods.add(method(scope, scope.names().batch(), scope.batchParameters())
                    .addModifiers(Modifier.DEFAULT)
                    .addJavadoc(RpcDocs.batch(scope))
                    .addStatement(loop(scope))
                    .build());
        }
        return methods;
    }

    private static MethodSpec.Builder method(RpcScope scope, String name, List<ParameterSpec> parameters) {
        MethodSpec.Builder method =
                MethodSpec.methodBuilder(name).addModifiers(Modifier.PUBLIC).addParameters(parameters);
        return scope.rpc().deprecated() ? method.addAnnotation(Deprecated.class) : method;
    }

    private static CodeBlock loop(RpcScope scope) {
        ServiceVariables variables = scope.variables();
        if (scope.rpc().request() == null && scope.rpc().response() == null) {
            return CodeBlock.of("$T.times($N, $L)", Types.BATCHES, variables.count(), single(scope));
        }
        List<String> arrays = new ArrayList<>();
        if (scope.rpc().request() != null) {
            arrays.add(variables.requests());
        }
        if (scope.rpc().response() != null) {
            arrays.add(variables.responses());
        }
        return CodeBlock.of("$T.each($L, $L)", Types.BATCHES, String.join(", ", arrays), single(scope));
    }

    /** The single call as a function of its messages. */
    private static CodeBlock single(RpcScope scope) {
        String method = scope.names().method();
        if (!scope.takesAllocator()) {
            return CodeBlock.of("this::$N", method);
        }
        ServiceVariables variables = scope.variables();
        String messages = scope.rpc().request() == null
                ? variables.response()
                : variables.request() + ", " + variables.response();
        String parameters = scope.rpc().request() == null ? messages : "(" + messages + ")";
        return CodeBlock.of("$L -> $N($L, $N)", parameters, method, messages, variables.allocator());
    }
}
