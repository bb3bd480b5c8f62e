package dev.proto2ffi.core.emit.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.proto2ffi.core.emit.ServiceSymbols;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;
import org.jspecify.annotations.Nullable;

/**
 * What the runtime must know of a service: what its symbols and messages are, how an implementation is called, and the
 * canonical texts.
 *
 * <pre>{@code
 * final class CalculatorDescription {
 *     static final ServiceType<Calculator> TYPE = ServiceType
 *         .<Calculator>describe("calc.Calculator", "calc_Calculator", 0x1234L, CalculatorDescription::text)
 *         .symbols("calc_Calculator_service", "calc_Calculator_accept", "calc_Calculator_accepts")
 *         .rpc("Add", "calc_Calculator_Add", BinaryOp.TYPE, Result.TYPE,
 *             (server, request, response, allocator) -> server.add(request, response))
 *         .build();
 * }
 * }</pre>
 */
final class ServiceDescription {
    private final ServiceScope scope;
    private final ClassName type;
    private final ServiceVariables variables;
    private final TypeSpec.Builder out;

    private ServiceDescription(ServiceScope scope) {
        this.scope = scope;
        this.type = scope.names().description();
        this.variables = scope.names().variables();
        this.out = TypeSpec.classBuilder(type)
                .addModifiers(Modifier.FINAL)
                .addJavadoc(
                        "What the runtime must know of {@link $T}.\n",
                        scope.names().type());
    }

    static TypeSpec.Builder of(ServiceScope scope) {
        ServiceDescription result = new ServiceDescription(scope);
        result.addType();
        result.out.addMethod(
                MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE).build());
        CanonicalTexts.add(scope.layout(), result.type, result.out);
        return result.out;
    }

    private void addType() {
        TypeName serviceType =
                ParameterizedTypeName.get(Types.SERVICE_TYPE, scope.names().type());
        ServiceSymbols symbols = scope.symbols();
        CodeBlock.Builder code = CodeBlock.builder()
                .add("$T$>$>\n", Types.SERVICE_TYPE)
                .add(
                        ".<$T>describe($S, $S, 0x$LL, $T::$L)\n",
                        scope.names().type(),
                        scope.layout().service().fullName(),
                        symbols.base(),
                        Long.toHexString(scope.layout().fingerprint()),
                        type,
                        CanonicalTexts.METHOD)
                .add(".symbols($S, $S, $S)\n", symbols.service(), symbols.accept(), symbols.accepts());
        scope.rpcs().forEach(rpc -> code.add("$L\n", describe(rpc)));
        code.add(".build()$<$<");
        out.addField(FieldSpec.builder(serviceType, "TYPE", Modifier.STATIC, Modifier.FINAL)
                .initializer(code.build())
                .build());
    }

    private CodeBlock describe(RpcScope rpc) {
        if (rpc.rpc().serverStreaming()) {
            return CodeBlock.of(
                    ".streamingRpc($S, $S, $L, $L,$>$>\n$L)$<$<",
                    rpc.rpc().name(),
                    rpc.symbol(),
                    type(rpc.request()),
                    type(rpc.response()),
                    stream(rpc));
        }
        if (rpc.names().batch() == null) {
            return CodeBlock.of(
                    ".rpc($S, $S, $L, $L,$>$>\n$L)$<$<",
                    rpc.rpc().name(),
                    rpc.symbol(),
                    type(rpc.request()),
                    type(rpc.response()),
                    single(rpc));
        }
        return CodeBlock.of(
                ".batchRpc($S, $S, $S, $L, $L,$>$>\n$L,\n$L)$<$<",
                rpc.rpc().name(),
                rpc.symbol(),
                rpc.batchSymbol(),
                type(rpc.request()),
                type(rpc.response()),
                single(rpc),
                batch(rpc));
    }

    private static CodeBlock type(@Nullable ClassName message) {
        return message == null ? CodeBlock.of("null") : CodeBlock.of("$T.TYPE", message);
    }

    private CodeBlock single(RpcScope rpc) {
        String parameters =
                String.join(", ", variables.server(), variables.request(), variables.response(), variables.allocator());
        return invoker(parameters, rpc.names().method(), arguments(rpc.parameters()));
    }

    private CodeBlock batch(RpcScope rpc) {
        String parameters = String.join(
                ", ",
                variables.server(),
                variables.requests(),
                variables.responses(),
                variables.count(),
                variables.allocator());
        return invoker(parameters, Objects.requireNonNull(rpc.names().batch()), arguments(rpc.batchParameters()));
    }

    private CodeBlock stream(RpcScope rpc) {
        String parameters = String.join(", ", variables.server(), variables.request(), variables.items());
        List<String> arguments = new ArrayList<>();
        if (rpc.request() != null) {
            arguments.add(variables.request());
        }
        // The method takes a Runnable for items without fields: there is nothing to hand over.
        arguments.add(rpc.response() == null ? "() -> " + variables.items() + ".accept(null)" : variables.items());
        return invoker(parameters, rpc.names().method(), String.join(", ", arguments));
    }

    private CodeBlock invoker(String parameters, String method, String arguments) {
        return CodeBlock.of("($L) -> $N.$N($L)", parameters, variables.server(), method, arguments);
    }

    private static String arguments(List<ParameterSpec> parameters) {
        return parameters.stream().map(ParameterSpec::name).collect(Collectors.joining(", "));
    }
}
