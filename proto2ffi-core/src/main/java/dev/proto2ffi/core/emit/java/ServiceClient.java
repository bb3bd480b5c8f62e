package dev.proto2ffi.core.emit.java;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.lang.model.element.Modifier;

/**
 * The implementation of a service that calls native code. A record, since the JIT trusts the fields of one.
 *
 * <pre>{@code
 * record CalculatorClient(NativeFunction addFunction) implements Calculator {
 *     public void add(BinaryOp request, Result response) {
 *         Downcalls.critical(addFunction, request, response);
 *     }
 * }
 * }</pre>
 */
final class ServiceClient {
    private final MethodSpec.Builder components = MethodSpec.constructorBuilder();
    private final CodeBlock.Builder arguments = CodeBlock.builder();
    private final TypeSpec.Builder out;

    private ServiceClient(ServiceScope scope) {
        this.out = TypeSpec.recordBuilder(scope.names().client())
                .addSuperinterface(scope.names().type())
                .addJavadoc("Calls the functions of a native library.\n");
    }

    static TypeSpec.Builder of(ServiceScope scope) {
        ServiceClient result = new ServiceClient(scope);
        scope.rpcs().forEach(result::addRpc);
        result.out.recordConstructor(result.components.build());
        result.out.addMethod(MethodSpec.methodBuilder("of")
                .addModifiers(Modifier.STATIC)
                .returns(scope.names().client())
                .addParameter(Types.SERVICE_FUNCTIONS, "functions")
                .addStatement("return new $T($>$>$L)$<$<", scope.names().client(), result.arguments.build())
                .build());
        scope.rpcs().forEach(result::addMethods);
        return result.out;
    }

    private void addRpc(RpcScope rpc) {
        addFunction(rpc.names().function(), "single", rpc);
        if (rpc.names().batchFunction() != null) {
            addFunction(rpc.names().batchFunction(), "batch", rpc);
        }
    }

    private void addFunction(String component, String kind, RpcScope rpc) {
        arguments.add(arguments.isEmpty() ? "\n" : ",\n");
        arguments.add("functions.$L($S)", kind, rpc.rpc().name());
        components.addParameter(Types.NATIVE_FUNCTION, component);
    }

    private void addMethods(RpcScope rpc) {
        addMethod(rpc, rpc.names().method(), rpc.parameters(), single(rpc));
        if (rpc.names().batch() != null) {
            addMethod(rpc, rpc.names().batch(), rpc.batchParameters(), batch(rpc));
        }
    }

    private void addMethod(RpcScope rpc, String name, List<ParameterSpec> parameters, CodeBlock call) {
        MethodSpec.Builder method = MethodSpec.methodBuilder(name)
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .addParameters(parameters)
                .addStatement(call);
        if (rpc.rpc().deprecated()) {
            method.addAnnotation(Deprecated.class);
        }
        out.addMethod(method.build());
    }

    private static CodeBlock single(RpcScope rpc) {
        String function = rpc.names().function();
        String request = rpc.request() == null ? "null" : rpc.variables().request();
        String response = rpc.variables().response();
        if (rpc.rpc().serverStreaming()) {
            CodeBlock item = rpc.response() == null ? CodeBlock.of("") : CodeBlock.of("$T.TYPE, ", rpc.response());
            return CodeBlock.of(
                    "$T.stream($N, $L, $L$N)",
                    Types.DOWNCALLS,
                    function,
                    request,
                    item,
                    rpc.variables().items());
        }
        if (rpc.takesAllocator()) {
            return call("callWith", function, request, response, rpc.variables().allocator());
        }
        boolean critical = rpc.rpc().critical();
        if (rpc.request() == null && rpc.response() != null) {
            return call(critical ? "criticalReceive" : "receive", function, response);
        }
        String method = critical ? "critical" : "call";
        if (rpc.request() == null) {
            return call(method, function);
        }
        return rpc.response() == null ? call(method, function, request) : call(method, function, request, response);
    }

    private static CodeBlock batch(RpcScope rpc) {
        String function = Objects.requireNonNull(rpc.names().batchFunction());
        String method = rpc.rpc().critical() ? "criticalBatch" : "batch";
        if (rpc.request() == null && rpc.response() == null) {
            return call(method, function, rpc.variables().count());
        }
        String requests = rpc.request() == null ? "null" : rpc.variables().requests();
        String responses = rpc.response() == null ? "null" : rpc.variables().responses();
        return rpc.takesAllocator()
                ? call(
                        "batchWith",
                        function,
                        requests,
                        responses,
                        rpc.variables().allocator())
                : call(method, function, requests, responses);
    }

    private static CodeBlock call(String method, String function, String... arguments) {
        List<String> all = new ArrayList<>();
        all.add(function);
        all.addAll(List.of(arguments));
        return CodeBlock.of("$T.$L($L)", Types.DOWNCALLS, method, String.join(", ", all));
    }
}
