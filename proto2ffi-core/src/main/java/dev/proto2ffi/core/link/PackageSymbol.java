package dev.proto2ffi.core.link;

import dev.proto2ffi.core.source.Span;

/** A package or a leading part of one. */
final class PackageSymbol extends Symbol {
    PackageSymbol(FileUnit file, String name, String fullName, Span span) {
        super(file, name, fullName, span, span);
    }

    @Override
    String kind() {
        return "package";
    }

    @Override
    boolean isScope() {
        return true;
    }
}
