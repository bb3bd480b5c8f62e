package dev.proto2ffi.core.link;

import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.FileDescriptor;
import com.google.protobuf.Descriptors.GenericDescriptor;
import com.google.protobuf.Descriptors.MethodDescriptor;
import dev.proto2ffi.core.source.Span;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Spans of a file that was read as text. */
final class TextSpans implements Spans {
    private final FileUnit file;
    private @Nullable Map<String, Symbol> symbols;

    TextSpans(FileUnit file) {
        this.file = file;
    }

    @Override
    public Span of(GenericDescriptor descriptor) {
        if (descriptor instanceof FileDescriptor) {
            return new Span(file.source, 0, file.source.length());
        }
        Symbol symbol = symbol(descriptor);
        return symbol == null ? file.start() : symbol.span;
    }

    @Override
    public Span name(GenericDescriptor descriptor) {
        if (descriptor instanceof FileDescriptor) {
            return file.packageNode == null ? file.start() : file.packageNode.span();
        }
        Symbol symbol = symbol(descriptor);
        return symbol == null ? file.start() : symbol.nameSpan;
    }

    @Override
    public Span type(FieldDescriptor field) {
        return symbol(field) instanceof FieldSymbol symbol ? symbol.typeSpan : file.start();
    }

    @Override
    public Span number(FieldDescriptor field) {
        return symbol(field) instanceof FieldSymbol symbol ? symbol.numberSpan : file.start();
    }

    @Override
    public Span number(EnumValueDescriptor value) {
        return symbol(value) instanceof EnumValueSymbol symbol ? symbol.numberSpan : file.start();
    }

    @Override
    public Span input(MethodDescriptor method) {
        return symbol(method) instanceof MethodSymbol symbol
                ? symbol.node.input().span()
                : file.start();
    }

    @Override
    public Span output(MethodDescriptor method) {
        return symbol(method) instanceof MethodSymbol symbol
                ? symbol.node.output().span()
                : file.start();
    }

    @Override
    public @Nullable Span defaultValue(FieldDescriptor field) {
        return symbol(field) instanceof FieldSymbol symbol ? symbol.defaultSpan : null;
    }

    @Override
    public @Nullable Span option(GenericDescriptor descriptor, String path) {
        OptionSet.Place place = place(descriptor, path);
        return place == null ? null : place.value();
    }

    @Override
    public @Nullable Span optionName(GenericDescriptor descriptor, String path) {
        OptionSet.Place place = place(descriptor, path);
        return place == null ? null : place.name();
    }

    private OptionSet.@Nullable Place place(GenericDescriptor descriptor, String path) {
        OptionSet options;
        if (descriptor instanceof FileDescriptor) {
            options = file.options;
        } else {
            Symbol symbol = symbol(descriptor);
            options = symbol == null ? null : symbol.options;
        }
        return options == null ? null : options.places.get(path);
    }

    /** The name of the declaration with this full name in protobuf-java's sense; null where there is none. */
    @Nullable Span nameOf(String fullName) {
        Symbol symbol = symbols().get(fullName);
        return symbol == null ? null : symbol.nameSpan;
    }

    private @Nullable Symbol symbol(GenericDescriptor descriptor) {
        if (!descriptor.getFile().getName().equals(file.name())) {
            return null;
        }
        return symbols().get(descriptor.getFullName());
    }

    private Map<String, Symbol> symbols() {
        if (symbols == null) {
            symbols = new HashMap<>();
            file.messages.forEach(this::collect);
            file.enums.forEach(this::collect);
            file.extensions.forEach(this::collect);
            for (ServiceSymbol service : file.services) {
                collect(service);
                service.methods.forEach(this::collect);
            }
        }
        return symbols;
    }

    private void collect(Symbol symbol) {
        symbols().put(symbol.fullName, symbol);
    }

    private void collect(MessageSymbol message) {
        symbols().put(message.fullName, message);
        message.fields.forEach(this::collect);
        message.extensions.forEach(this::collect);
        message.oneofs.forEach(this::collect);
        message.enums.forEach(this::collect);
        message.messages.forEach(this::collect);
    }

    private void collect(EnumSymbol enumeration) {
        symbols().put(enumeration.fullName, enumeration);
        for (EnumValueSymbol value : enumeration.values) {
            // protobuf-java names values inside their enum.
            symbols().put(enumeration.fullName + "." + value.name, value);
        }
    }
}
