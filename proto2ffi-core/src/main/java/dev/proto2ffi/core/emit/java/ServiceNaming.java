package dev.proto2ffi.core.emit.java;

import com.palantir.javapoet.ClassName;
import dev.proto2ffi.core.model.RpcDef;
import dev.proto2ffi.core.model.ServiceDef;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** Settles the names in a service: methods first, then what the generator adds, which yields to them. */
final class ServiceNaming {
    /** Members of Object, and the static ones that every generated interface has. */
    private static final Set<String> FIXED_METHODS = Set.of(
            "getClass",
            "hashCode",
            "equals",
            "toString",
            "notify",
            "notifyAll",
            "wait",
            "clone",
            "finalize",
            "load",
            "upcalls",
            "offer");

    private ServiceNaming() {}

    /**
     * @param client the class of its client
     * @param description the class that describes it
     * @param types the classes of messages, by full names
     */
    static ServiceNames settle(
            ServiceDef service,
            ClassName type,
            ClassName client,
            ClassName description,
            Function<String, ClassName> types) {
        Set<ClassName> messages = messages(service, types);
        Claims methods = new Claims(FIXED_METHODS);
        Map<String, String> names = new HashMap<>();
        for (RpcDef rpc : service.rpcs()) {
            names.put(rpc.name(), methods.claim(Identifiers.accessor(rpc.name())));
        }
        Map<String, String> batches = new HashMap<>();
        for (RpcDef rpc : service.rpcs()) {
            if (rpc.batch()) {
                batches.put(rpc.name(), methods.claim(Identifiers.accessor(rpc.name() + "_batch")));
            }
        }
        // A component is a field and a method at once; a field hides a type of its name.
        messages.forEach(message -> message.simpleNames().forEach(methods::claim));
        Map<String, RpcNames> rpcs = new HashMap<>();
        for (RpcDef rpc : service.rpcs()) {
            String batch = batches.get(rpc.name());
            String function = Identifiers.accessor(rpc.name() + "_function");
            String batchFunction = Identifiers.accessor(rpc.name() + "_batch_function");
            rpcs.put(
                    rpc.name(),
                    new RpcNames(
                            Objects.requireNonNull(names.get(rpc.name())),
                            batch,
                            methods.claim(function),
                            batch == null ? null : methods.claim(batchFunction)));
        }
        return new ServiceNames(type, client, description, ServiceVariables.besides(messages), Map.copyOf(rpcs));
    }

    /** The classes of all requests and responses. */
    private static Set<ClassName> messages(ServiceDef service, Function<String, ClassName> types) {
        Set<ClassName> messages = new HashSet<>();
        for (RpcDef rpc : service.rpcs()) {
            Stream.of(rpc.request(), rpc.response())
                    .filter(Objects::nonNull)
                    .map(types)
                    .forEach(messages::add);
        }
        return messages;
    }
}
