package dev.proto2ffi.core.link;

/** Lists the option sets of a file in the order in which protoc interprets them. */
final class OptionSetOrder {
    private final FileUnit file;

    private OptionSetOrder(FileUnit file) {
        this.file = file;
    }

    static void collect(FileUnit file) {
        new OptionSetOrder(file).all();
    }

    private void all() {
        file.messages.forEach(this::inside);
        file.enums.forEach(this::inside);
        for (ServiceSymbol service : file.services) {
            service.methods.forEach(this::of);
            of(service);
        }
        file.extensions.forEach(this::of);
    }

    private void inside(MessageSymbol message) {
        message.oneofs.forEach(this::of);
        message.fields.forEach(this::of);
        message.messages.forEach(this::inside);
        message.enums.forEach(this::inside);
        OptionSet last = null;
        for (MessageSymbol.ExtensionRange range : message.extensionRanges) {
            if (range.options != null && range.options != last) {
                last = range.options;
                file.optionSets.add(last);
            }
        }
        message.extensions.forEach(this::of);
        of(message);
    }

    private void inside(EnumSymbol enumeration) {
        enumeration.values.forEach(this::of);
        of(enumeration);
    }

    private void of(Symbol symbol) {
        if (symbol.options != null) {
            file.optionSets.add(symbol.options);
        }
    }
}
