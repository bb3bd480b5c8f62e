package dev.proto2ffi.core.link;

import dev.proto2ffi.core.source.Span;
import java.util.ArrayList;
import java.util.List;

/** A service. */
final class ServiceSymbol extends Symbol {
    final List<MethodSymbol> methods = new ArrayList<>();

    ServiceSymbol(FileUnit file, String name, String fullName, Span span, Span nameSpan) {
        super(file, name, fullName, span, nameSpan);
    }

    @Override
    String kind() {
        return "service";
    }

    @Override
    boolean isScope() {
        return true;
    }
}
