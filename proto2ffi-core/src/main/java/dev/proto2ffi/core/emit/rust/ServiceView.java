package dev.proto2ffi.core.emit.rust;

import dev.proto2ffi.core.emit.ServiceSymbols;
import dev.proto2ffi.core.layout.ServiceLayout;
import dev.proto2ffi.core.model.ServiceDef;
import java.util.ArrayList;
import java.util.List;

/**
 * One service, and how code in a module refers to things.
 *
 * @param module the module in which the code stands
 */
record ServiceView(RustNames names, ServiceLayout layout, List<String> module) {
    ServiceView {
        module = List.copyOf(module);
    }

    /** For code in the service's own module. */
    static ServiceView of(RustNames names, ServiceLayout layout) {
        return new ServiceView(names, layout, names.service(layout.service()).module());
    }

    /** For code in a module within this one. */
    ServiceView inside(String child) {
        List<String> path = new ArrayList<>(module);
        path.add(child);
        return new ServiceView(names, layout, path);
    }

    ServiceDef service() {
        return layout.service();
    }

    ServiceNames own() {
        return names.service(service());
    }

    /** Something in the support module. */
    String support(String name) {
        return new RustPath(List.of(names.support()), name).seenFrom(module);
    }

    /** Something in the service's module. */
    String beside(String name) {
        return new RustPath(own().module(), name).seenFrom(module);
    }

    boolean isFlat(String struct) {
        return names.kinds().isFlat(struct);
    }

    /** The struct's name without its lifetime. */
    String structName(String struct) {
        return names.type(struct).seenFrom(module);
    }

    /** The type of a struct for memory of some lifetime. */
    String structType(String struct, String lifetime) {
        return structName(struct) + (isFlat(struct) ? "" : "<" + lifetime + ">");
    }

    ServiceSymbols symbols() {
        return own().symbols();
    }

    /** What a fallible call returns, {@code error} being the support module's. */
    String result(String error) {
        return "::core::result::Result<(), " + support(error) + ">";
    }
}
