package dev.proto2ffi.core.link;

import dev.proto2ffi.core.source.Span;
import org.jspecify.annotations.Nullable;

/**
 * Something that a schema declares and that has a full name.
 *
 * <p>Symbols are made while a file is lowered, completed while it is linked, and don't change afterwards. They are what
 * name resolution and option interpretation work on: protobuf-java's descriptors come into being only when all is known.
 */
abstract sealed class Symbol
        permits PackageSymbol,
                MessageSymbol,
                FieldSymbol,
                OneofSymbol,
                EnumSymbol,
                EnumValueSymbol,
                ServiceSymbol,
                MethodSymbol {
    /** The file that declares it; for a package, the first file that has it. */
    final FileUnit file;

    /** Without any dot. */
    final String name;

    /** Without a leading dot. */
    final String fullName;

    /** The whole declaration. */
    final Span span;

    final Span nameSpan;

    /** The options written on it; null where there are none. */
    @Nullable OptionSet options;

    Symbol(FileUnit file, String name, String fullName, Span span, Span nameSpan) {
        this.file = file;
        this.name = name;
        this.fullName = fullName;
        this.span = span;
        this.nameSpan = nameSpan;
    }

    /** A word for messages: {@code message}, {@code enum value}. */
    abstract String kind();

    /** The kind with its article, for messages: {@code an enum value}. */
    final String aKind() {
        return ("aeiou".indexOf(kind().charAt(0)) >= 0 ? "an " : "a ") + kind();
    }

    /** Whether names can go on behind it: {@code a.b} where this is {@code a}. */
    boolean isScope() {
        return false;
    }

    /** The symbol that it is declared in; null at file level. */
    @Nullable Symbol parent() {
        return null;
    }

    /** {@code scope.name}, where an empty scope stands for no package. */
    static String join(String scope, String name) {
        return scope.isEmpty() ? name : scope + "." + name;
    }

    @Override
    public String toString() {
        return kind() + " " + fullName;
    }
}
