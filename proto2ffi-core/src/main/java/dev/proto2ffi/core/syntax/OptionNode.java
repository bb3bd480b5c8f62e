package dev.proto2ffi.core.syntax;

import dev.proto2ffi.core.source.Span;
import java.util.List;

/**
 * {@code option a.(b.c).d = value;}, or one item of a bracketed list, which has no {@code option} and no semicolon.
 * {@code default} and {@code json_name} of fields are options here too.
 */
public record OptionNode(Span span, List<NamePart> name, OptionValue value) implements Declaration {
    public OptionNode {
        name = List.copyOf(name);
    }

    /** The whole name, from its first part to its last. */
    public Span nameSpan() {
        return name.get(0).span().to(name.get(name.size() - 1).span());
    }

    /**
     * One part of an option's name.
     *
     * @param span with the parentheses of an extension
     * @param name the identifier, or the dotted extension name without the parentheses
     */
    public record NamePart(Span span, String name, boolean extension) implements Node {}
}
