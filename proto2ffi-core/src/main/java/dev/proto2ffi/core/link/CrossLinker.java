package dev.proto2ffi.core.link;

import com.google.protobuf.ByteString;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProto.Type;
import dev.proto2ffi.core.diagnostic.Diagnostic;
import dev.proto2ffi.core.diagnostic.Diagnostics;
import dev.proto2ffi.core.source.Span;
import dev.proto2ffi.core.syntax.TypeName;
import org.jspecify.annotations.Nullable;

/** Resolves the names of types, extendees, requests and responses; claims field numbers; checks defaults of enums. */
final class CrossLinker {
    private final FileUnit file;
    private final SymbolTable table;
    private final NameResolver names;
    private final Diagnostics diagnostics;

    /** Whether an import leads nowhere: then a name that isn't found tells nothing new. */
    private final boolean importsBroken;

    private CrossLinker(FileUnit file, SymbolTable table, Diagnostics diagnostics, boolean importsBroken) {
        this.file = file;
        this.table = table;
        this.names = new NameResolver(table, file);
        this.diagnostics = diagnostics;
        this.importsBroken = importsBroken;
    }

    static void link(FileUnit file, SymbolTable table, Diagnostics diagnostics, boolean importsBroken) {
        CrossLinker linker = new CrossLinker(file, table, diagnostics, importsBroken);
        file.messages.forEach(linker::link);
        file.extensions.forEach(linker::link);
        for (ServiceSymbol service : file.services) {
            service.methods.forEach(linker::link);
        }
    }

    private void link(MessageSymbol message) {
        message.messages.forEach(this::link);
        message.fields.forEach(this::link);
        message.extensions.forEach(this::link);
    }

    private void link(FieldSymbol field) {
        if (field.extendeeName != null && !linkExtendee(field, field.extendeeName)) {
            return;
        }
        if (field.typeName != null) {
            linkType(field, field.typeName);
        }
        claimNumber(field);
    }

    private boolean linkExtendee(FieldSymbol field, TypeName name) {
        Symbol found = look(name, field.fullName, false);
        if (found == null) {
            return false;
        }
        if (!(found instanceof MessageSymbol message)) {
            notA("message", name.span(), found);
            return false;
        }
        Visibilities.check(file, found, name.span(), diagnostics);
        field.container = message;
        if (message.extensionRange(field.number) == null) {
            Diagnostic error = Diagnostic.error(
                            "extension-number",
                            field.numberSpan,
                            "\"" + message.fullName + "\" declares no extension number " + field.number)
                    .withLabel(message.nameSpan, "\"" + message.name + "\" is declared here");
            StringBuilder ranges = new StringBuilder();
            for (MessageSymbol.ExtensionRange range : message.extensionRanges) {
                ranges.append(ranges.length() == 0 ? "" : ", ").append(range.start);
                if (range.end - 1 > range.start) {
                    ranges.append(" to ").append(range.end >= MessageSymbol.END_OF_NUMBERS ? "max" : range.end - 1);
                }
            }
            diagnostics.add(error.withHelp(
                    ranges.length() == 0
                            ? "\"" + message.fullName + "\" can't be extended: it has no extensions statement"
                            : "its extension numbers are " + ranges));
        }
        return true;
    }

    private void linkType(FieldSymbol field, TypeName name) {
        Symbol found = look(name, field.fullName, true);
        if (found == null) {
            return;
        }
        if (found instanceof MessageSymbol message) {
            field.messageType = message;
            if (field.type == null) {
                field.type = Type.TYPE_MESSAGE;
            }
            Visibilities.check(file, found, name.span(), diagnostics);
            if (field.defaultSpan != null) {
                diagnostics.add(
                        Diagnostic.error("default-of-message", field.defaultSpan, "messages have no default values")
                                .withLabel(name.span(), "\"" + message.fullName + "\" is a message"));
            }
        } else if (found instanceof EnumSymbol enumeration && field.type == null) {
            field.enumType = enumeration;
            field.type = Type.TYPE_ENUM;
            Visibilities.check(file, found, name.span(), diagnostics);
            checkDefault(field, enumeration);
        } else {
            notA(field.type == Type.TYPE_GROUP ? "message" : "message or enum", name.span(), found);
        }
    }

    private void checkDefault(FieldSymbol field, EnumSymbol enumeration) {
        if (field.defaultSpan == null) {
            return;
        }
        ByteString value = field.defaultValue;
        if (value == null) {
            diagnostics.add(Diagnostic.error(
                            "default-value",
                            field.defaultSpan,
                            "the default of an enum field is the name of one of its values")
                    .withLabel(enumeration.nameSpan, "the values of \"" + enumeration.fullName + "\" are here"));
        } else if (enumeration.value(value.toStringUtf8()) == null) {
            diagnostics.add(noSuchValue(field.defaultSpan, enumeration, value.toStringUtf8()));
        }
    }

    /** "Enum E has no value named X", with the closest one. */
    static Diagnostic noSuchValue(Span span, EnumSymbol enumeration, String name) {
        Diagnostic error = Diagnostic.error(
                        "unknown-enum-value",
                        span,
                        "enum \"" + enumeration.fullName + "\" has no value named \"" + name + "\"")
                .withLabel(enumeration.nameSpan, "\"" + enumeration.name + "\" is declared here");
        String closest = Suggestions.closest(
                name, enumeration.values.stream().map(each -> each.name).toList());
        return closest == null ? error : error.withHelp("did you mean " + closest + "?");
    }

    private void claimNumber(FieldSymbol field) {
        MessageSymbol container = field.container;
        if (container == null) {
            return;
        }
        FieldSymbol other = field.isExtension() ? table.addExtension(container, field) : container.claimNumber(field);
        if (other != null) {
            String what = field.isExtension() ? "extension number " : "field number ";
            String where = other.file == file ? "" : " in \"" + other.file.name() + "\"";
            diagnostics.add(Diagnostic.error(
                            "duplicate-number",
                            field.numberSpan,
                            what + field.number + " of \"" + container.fullName + "\" is already used by \""
                                    + (other.isExtension() ? other.fullName : other.name) + "\"" + where)
                    .withLabel(other.numberSpan, "used here first")
                    .withHelp("the next free number is " + nextFree(container, field.isExtension())));
        }
    }

    private static int nextFree(MessageSymbol message, boolean extension) {
        if (!extension) {
            return message.nextFreeNumber();
        }
        int number = message.extensionRanges.isEmpty() ? 1 : message.extensionRanges.get(0).start;
        while (message.extendedBy.containsKey(number)) {
            number++;
        }
        return number;
    }

    private void link(MethodSymbol method) {
        method.input = messageOf(method, method.node.input());
        method.output = messageOf(method, method.node.output());
    }

    private @Nullable MessageSymbol messageOf(MethodSymbol method, TypeName name) {
        Symbol found = look(name, method.fullName, false);
        if (found == null) {
            return null;
        }
        if (found instanceof MessageSymbol message) {
            Visibilities.check(file, found, name.span(), diagnostics);
            return message;
        }
        notA("message", name.span(), found);
        return null;
    }

    private void notA(String wanted, Span span, Symbol found) {
        diagnostics.add(Diagnostic.error(
                        "wrong-kind",
                        span,
                        "\"" + found.fullName + "\" is not a " + wanted + ", it is " + found.aKind())
                .withLabel(found.nameSpan, "declared here"));
    }

    private @Nullable Symbol look(TypeName name, String scope, boolean typesOnly) {
        Symbol found = names.look(name.text(), scope, typesOnly, false);
        if (found == null && !(importsBroken && names.missing == null && names.notImported == null)) {
            diagnostics.add(notDefined(name));
        }
        return found;
    }

    private Diagnostic notDefined(TypeName name) {
        String text = name.text();
        String written = "\"" + text + "\"";
        if (names.notImported != null) {
            Symbol there = names.notImported;
            if (file.seesInOptions(there.file)) {
                return Diagnostic.error(
                                "not-imported",
                                name.span(),
                                written + " is imported for options only, it can't be a type here")
                        .withLabel(there.nameSpan, "declared here")
                        .withHelp("import \"" + there.file.name() + "\" without the word option");
            }
            return Diagnostic.error(
                            "not-imported",
                            name.span(),
                            written + " is declared in \"" + there.file.name() + "\", which isn't imported")
                    .withLabel(there.nameSpan, "declared here")
                    .withHelp("add import \"" + there.file.name() + "\";");
        }
        if (names.missing != null) {
            int dots = text.length() - text.indexOf('.');
            String scope = names.missing.substring(0, names.missing.length() - dots);
            Diagnostic error = Diagnostic.error(
                    "unresolved-name",
                    name.span(),
                    written + " means \"" + names.missing + "\", which is not defined: the innermost \""
                            + text.substring(0, text.indexOf('.')) + "\" decides");
            Symbol first = table.find(scope);
            if (first != null) {
                error = error.withLabel(first.nameSpan, "this is what the name begins with");
            }
            return error.withHelp("to start from the outermost scope, write ." + text);
        }
        Diagnostic error = Diagnostic.error("unresolved-name", name.span(), written + " is not defined");
        String closest = Suggestions.closestSymbol(
                text, table, file, each -> each instanceof MessageSymbol || each instanceof EnumSymbol, diagnostics);
        return closest == null ? error : error.withHelp("did you mean " + closest + "?");
    }
}
