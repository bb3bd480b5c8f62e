package dev.proto2ffi.core.emit.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.WildcardTypeName;
import dev.proto2ffi.core.emit.ServiceSymbols;
import dev.proto2ffi.core.model.RpcDef;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An rpc, with all that its members in Java are printed from.
 *
 * @param service that declares it
 */
record RpcScope(ServiceScope service, RpcDef rpc) {
    RpcNames names() {
        return service.names().rpc(rpc.name());
    }

    ServiceVariables variables() {
        return service.names().variables();
    }

    /** The class of requests; null where they have no fields. */
    @Nullable ClassName request() {
        return type(rpc.request());
    }

    /** The class of responses, or of items of the stream; null where they have no fields. */
    @Nullable ClassName response() {
        return type(rpc.response());
    }

    private @Nullable ClassName type(@Nullable String struct) {
        return struct == null ? null : service.run().names().struct(struct).type();
    }

    /** Whether a response has pointers, whose memory the caller's allocator gives. Items of a stream are the server's. */
    boolean takesAllocator() {
        return rpc.response() != null
                && !rpc.serverStreaming()
                && !service.run().schema().struct(rpc.response()).flat();
    }

    /** {@code calc.Calculator.Add}. */
    String fullName() {
        return service.layout().service().fullName() + "." + rpc.name();
    }

    /** The symbol of its function: {@code calc_Calculator_Add}. */
    String symbol() {
        return symbols().call(rpc);
    }

    /** The symbol of its function for arrays, which it must have. */
    String batchSymbol() {
        return symbols().batch(rpc);
    }

    private ServiceSymbols symbols() {
        return service.symbols();
    }

    /** The parameters of its method. */
    List<ParameterSpec> parameters() {
        List<ParameterSpec> parameters = new ArrayList<>();
        ClassName request = request();
        ClassName response = response();
        if (request != null) {
            parameters.add(parameter(request, variables().request()));
        }
        if (rpc.serverStreaming()) {
            parameters.add(parameter(itemsType(response), variables().items()));
        } else if (response != null) {
            parameters.add(parameter(response, variables().response()));
        }
        return withAllocator(parameters);
    }

    private static TypeName itemsType(@Nullable ClassName item) {
        return item == null
                ? ClassName.get(Runnable.class)
                : ParameterizedTypeName.get(Types.CONSUMER, WildcardTypeName.supertypeOf(item));
    }

    /** The parameters of its method for arrays. */
    List<ParameterSpec> batchParameters() {
        List<ParameterSpec> parameters = new ArrayList<>();
        ClassName request = request();
        ClassName response = response();
        if (request != null) {
            parameters.add(parameter(array(request), variables().requests()));
        }
        if (response != null) {
            parameters.add(parameter(array(response), variables().responses()));
        }
        if (parameters.isEmpty()) {
            parameters.add(parameter(TypeName.LONG, variables().count()));
        }
        return withAllocator(parameters);
    }

    private static TypeName array(ClassName element) {
        return ParameterizedTypeName.get(Types.STRUCT_ARRAY, element);
    }

    private List<ParameterSpec> withAllocator(List<ParameterSpec> parameters) {
        if (takesAllocator()) {
            parameters.add(parameter(Types.SEGMENT_ALLOCATOR, variables().allocator()));
        }
        return parameters;
    }

    private static ParameterSpec parameter(TypeName type, String name) {
        return ParameterSpec.builder(type, name).build();
    }
}
