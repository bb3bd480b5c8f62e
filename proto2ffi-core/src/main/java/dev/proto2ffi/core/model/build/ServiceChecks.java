package dev.proto2ffi.core.model.build;

import com.google.protobuf.Descriptors.MethodDescriptor;
import com.google.protobuf.Descriptors.ServiceDescriptor;
import dev.proto2ffi.core.diagnostic.Diagnostic;
import dev.proto2ffi.core.model.option.OptionTarget;
import dev.proto2ffi.core.model.option.SchemaOption;

/** Says that services are left out, and which options their methods can't have. */
final class ServiceChecks {
    private ServiceChecks() {}

    static void check(ServiceDescriptor service, FileContext context) {
        context.diagnostics()
                .add(Diagnostic.warning(
                        "service-ignored",
                        context.spans().name(service),
                        "no calls are generated for service " + service.getName()
                                + ": services are not supported yet"));
        service.getMethods().forEach(method -> check(method, context));
    }

    private static void check(MethodDescriptor method, FileContext context) {
        if (!method.isClientStreaming() && !method.isServerStreaming()) {
            return;
        }
        Options options = Options.of(method, OptionTarget.METHOD, context);
        for (SchemaOption option : SchemaOption.of(OptionTarget.METHOD)) {
            if (options.flag(option) && !options.isByWildcard(option)) {
                context.diagnostics()
                        .add(Diagnostic.error(
                                        "misplaced-option",
                                        options.span(option),
                                        option.word() + " is for calls without streams; " + method.getName()
                                                + " streams its "
                                                + (method.isClientStreaming() ? "requests" : "responses"))
                                .withHelp("remove the option, or the streams"));
            }
        }
    }
}
