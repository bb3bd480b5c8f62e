package dev.proto2ffi.core.link;

import dev.proto2ffi.core.syntax.Declaration;
import dev.proto2ffi.core.syntax.MethodNode;
import dev.proto2ffi.core.syntax.OptionNode;
import dev.proto2ffi.core.syntax.ServiceNode;
import java.util.ArrayList;
import java.util.List;

/** From the syntax tree of a service to its symbols. */
final class ServiceLowering {
    private ServiceLowering() {}

    static void lower(FileUnit file, ServiceNode node) {
        String name = node.name().text();
        ServiceSymbol service = new ServiceSymbol(
                file,
                name,
                Symbol.join(file.packageName, name),
                node.span(),
                node.name().span());
        file.services.add(service);
        List<OptionNode> options = new ArrayList<>();
        for (Declaration each : node.body().declarations()) {
            if (each instanceof MethodNode method) {
                method(service, method);
            } else if (each instanceof OptionNode option) {
                options.add(option);
            }
        }
        if (!options.isEmpty()) {
            service.options =
                    new OptionSet(OptionSet.Target.SERVICE, file, service, service.fullName, service.nameSpan, options);
        }
    }

    private static void method(ServiceSymbol service, MethodNode node) {
        MethodSymbol method = new MethodSymbol(service, node);
        service.methods.add(method);
        if (node.body() == null) {
            return;
        }
        List<OptionNode> options = new ArrayList<>();
        for (Declaration each : node.body().declarations()) {
            if (each instanceof OptionNode option) {
                options.add(option);
            }
        }
        if (!options.isEmpty()) {
            method.options = new OptionSet(
                    OptionSet.Target.METHOD, service.file, method, method.fullName, method.nameSpan, options);
        }
    }
}
