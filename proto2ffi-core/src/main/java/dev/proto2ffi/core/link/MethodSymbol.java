package dev.proto2ffi.core.link;

import dev.proto2ffi.core.syntax.MethodNode;
import org.jspecify.annotations.Nullable;

/** A method of a service. */
final class MethodSymbol extends Symbol {
    final ServiceSymbol parent;
    final MethodNode node;

    @Nullable MessageSymbol input;

    @Nullable MessageSymbol output;

    MethodSymbol(ServiceSymbol parent, MethodNode node) {
        super(
                parent.file,
                node.name().text(),
                parent.fullName + "." + node.name().text(),
                node.span(),
                node.name().span());
        this.parent = parent;
        this.node = node;
    }

    @Override
    String kind() {
        return "method";
    }

    @Override
    Symbol parent() {
        return parent;
    }
}
