package dev.proto2ffi.core.layout;

import dev.proto2ffi.core.diagnostic.Diagnostic;
import dev.proto2ffi.core.diagnostic.Diagnostics;
import dev.proto2ffi.core.model.RpcDef;
import dev.proto2ffi.core.model.ServiceDef;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Gathers what each service's messages reach, once all structs have their layouts. */
final class ServiceLayouts {
    private final Map<String, StructLayout> structs = new HashMap<>();
    private final Reach reach;
    private final Diagnostics diagnostics;

    /**
     * @param structs all that there are
     * @param diagnostics takes an error for each call that can't be what the schema says
     */
    ServiceLayouts(List<StructLayout> structs, Reach reach, Diagnostics diagnostics) {
        structs.forEach(struct -> this.structs.put(struct.struct().fullName(), struct));
        this.reach = reach;
        this.diagnostics = diagnostics;
    }

    ServiceLayout of(ServiceDef service) {
        TreeSet<String> names = new TreeSet<>();
        for (RpcDef rpc : service.rpcs()) {
            check(rpc);
            Stream.of(rpc.request(), rpc.response())
                    .filter(Objects::nonNull)
                    .filter(names::add)
                    .forEach(name -> names.addAll(reach.from(name)));
        }
        List<StructLayout> reached = names.stream().map(this::struct).toList();
        String text = ServiceText.of(service);
        List<byte[]> parts = new ArrayList<>();
        parts.add(text.getBytes(StandardCharsets.UTF_8));
        reached.forEach(struct -> parts.add(struct.text().getBytes(StandardCharsets.UTF_8)));
        return new ServiceLayout(service, text, CanonicalText.fingerprint(parts), reached);
    }

    /** The memory that a response points to comes from an allocator, which is Java's: calling it is calling back. */
    private void check(RpcDef rpc) {
        if (rpc.critical() && rpc.response() != null && !struct(rpc.response()).flat()) {
            diagnostics.add(Diagnostic.error(
                            "misplaced-option",
                            rpc.span(),
                            rpc.name() + " is critical, so it can't call back; but its response " + rpc.response()
                                    + " holds pointers, and their memory would come from Java")
                    .withLabel(struct(rpc.response()).struct().span(), "not flat")
                    .withHelp("give the response's fields bounds (max_size, max_count), or remove critical"));
        }
    }

    private StructLayout struct(String fullName) {
        return Objects.requireNonNull(structs.get(fullName), fullName);
    }
}
