package dev.proto2ffi.core.model.build;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.MethodDescriptor;
import com.google.protobuf.Descriptors.ServiceDescriptor;
import dev.proto2ffi.core.diagnostic.Diagnostic;
import dev.proto2ffi.core.model.RpcDef;
import dev.proto2ffi.core.model.ServiceDef;
import dev.proto2ffi.core.model.option.OptionTarget;
import dev.proto2ffi.core.model.option.SchemaOption;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Builds the services of a file that the user named. */
final class ServiceBuilder {
    private final FileContext context;

    ServiceBuilder(FileContext context) {
        this.context = context;
    }

    /** Those that have an rpc which isn't left out. */
    List<ServiceDef> build(List<ServiceDescriptor> services) {
        return services.stream()
                .map(this::service)
                .filter(service -> !service.rpcs().isEmpty())
                .toList();
    }

    private ServiceDef service(ServiceDescriptor service) {
        List<RpcDef> rpcs = new ArrayList<>();
        for (MethodDescriptor method : service.getMethods()) {
            Options options = Options.of(method, OptionTarget.METHOD, context);
            if (!options.flag(SchemaOption.METHOD_SKIP)) {
                rpcs.add(rpc(method, options));
            }
        }
        return new ServiceDef(
                service.getFullName(),
                service.getName(),
                service.getFile().getFullName(),
                rpcs,
                context.comments().of(service),
                service.getOptions().getDeprecated(),
                context.spans().name(service));
    }

    private RpcDef rpc(MethodDescriptor method, Options options) {
        if (method.isClientStreaming()) {
            context.diagnostics()
                    .add(Diagnostic.error(
                                    "unsupported-stream",
                                    context.spans().input(method),
                                    method.getName() + " streams its requests; only responses can be streamed")
                            .withHelp("send the requests one by one or as a repeated field, or leave the rpc out:"
                                    + " option (proto2ffi.method).skip = true"));
        }
        return new RpcDef(
                method.getName(),
                struct(method.getInputType()),
                struct(method.getOutputType()),
                method.isServerStreaming(),
                withoutStream(SchemaOption.METHOD_CRITICAL, method, options),
                withoutStream(SchemaOption.METHOD_BATCH, method, options),
                context.comments().of(method),
                method.getOptions().getDeprecated(),
                context.spans().name(method));
    }

    private static @Nullable String struct(Descriptor message) {
        return message.getFields().isEmpty() ? null : message.getFullName();
    }

    /** An option that an rpc with a stream can't have. */
    private boolean withoutStream(SchemaOption option, MethodDescriptor method, Options options) {
        if (!options.flag(option) || !method.isClientStreaming() && !method.isServerStreaming()) {
            return options.flag(option);
        }
        if (!options.isByWildcard(option)) {
            context.diagnostics()
                    .add(Diagnostic.error(
                                    "misplaced-option",
                                    options.span(option),
                                    option.word() + " is for calls without streams; " + method.getName()
                                            + " streams its " + (method.isClientStreaming() ? "requests" : "responses"))
                            .withHelp("remove the option, or the streams"));
        }
        return false;
    }
}
