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
        List<CodeBlock> arguments = new ArrayList<>();
        if (rpc.request() != null) {
            arguments.add(CodeBlock.of("$N", rpc.variables().request()));
        }
        if (rpc.rpc().serverStreaming()) {
            if (rpc.response() != null) {
                arguments.add(CodeBlock.of("$T.TYPE", rpc.response()));
            }
            arguments.add(CodeBlock.of("$N", rpc.variables().items()));
            return call(rpc.request() == null ? "receiveStream" : "stream", rpc.names().function(), arguments);
        }
        if (rpc.response() != null) {
            arguments.add(CodeBlock.of("$N", rpc.variables().response()));
        }
        addAllocator(rpc, arguments);
        boolean receives = rpc.request() == null && rpc.response() != null;
        String critical = receives ? "criticalReceive" : "critical";
        String ordinary = (receives ? "receive" : "call") + (rpc.takesAllocator() ? "With" : "");
        return call(rpc.rpc().critical() ? critical : ordinary, rpc.names().function(), arguments);
    }

    private static CodeBlock batch(RpcScope rpc) {
        List<CodeBlock> arguments = new ArrayList<>();
        if (rpc.request() != null) {
            arguments.add(CodeBlock.of("$N", rpc.variables().requests()));
        }
        if (rpc.response() != null) {
            arguments.add(CodeBlock.of("$N", rpc.variables().responses()));
        }
        if (arguments.isEmpty()) {
            arguments.add(CodeBlock.of("$N", rpc.variables().count()));
        }
        addAllocator(rpc, arguments);
        boolean receives = rpc.request() == null && rpc.response() != null;
        String critical = receives ? "criticalReceiveBatch" : "criticalBatch";
        String ordinary = (receives ? "receiveBatch" : "batch") + (rpc.takesAllocator() ? "With" : "");
        String function = Objects.requireNonNull(rpc.names().batchFunction());
        return call(rpc.rpc().critical() ? critical : ordinary, function, arguments);
    }

    private static void addAllocator(RpcScope rpc, List<CodeBlock> arguments) {
        if (rpc.takesAllocator()) {
            arguments.add(CodeBlock.of("$N", rpc.variables().allocator()));
        }
    }

    /** @param method tells which messages the function has */
    private static CodeBlock call(String method, String function, List<CodeBlock> arguments) {
        CodeBlock.Builder out = CodeBlock.builder().add("$T.$L($N", Types.DOWNCALLS, method, function);
        arguments.forEach(argument -> out.add(", $L", argument));
        return out.add(")").build();
    }
}
