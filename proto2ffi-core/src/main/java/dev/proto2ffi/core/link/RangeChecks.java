package dev.proto2ffi.core.link;

import com.google.protobuf.DescriptorProtos.FieldDescriptorProto.Label;
import dev.proto2ffi.core.diagnostic.Diagnostic;
import dev.proto2ffi.core.diagnostic.Diagnostics;
import dev.proto2ffi.core.link.RangeIndex.Range;
import dev.proto2ffi.core.source.Span;
import dev.proto2ffi.core.syntax.IntLiteral;
import dev.proto2ffi.core.syntax.NumberRange;
import dev.proto2ffi.core.syntax.ReservedNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Numbers of fields, ranges of extensions, reserved numbers and names. */
final class RangeChecks {
    private static final int FIRST_OF_LIBRARY = 19_000;
    private static final int LAST_OF_LIBRARY = 19_999;

    private final Diagnostics diagnostics;

    RangeChecks(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    /** Numbers that no schema may use; protoc looks for them only once all else is right. */
    void libraryNumber(FieldSymbol field) {
        if (field.number >= FIRST_OF_LIBRARY && field.number <= LAST_OF_LIBRARY) {
            String message =
                    "field numbers " + FIRST_OF_LIBRARY + " to " + LAST_OF_LIBRARY + " belong to protobuf itself";
            error("field-number", field.numberSpan, message, nextFree(field.parent));
        }
    }

    void field(FieldSymbol field) {
        if (field.number <= 0) {
            error("field-number", field.numberSpan, "field numbers are positive", nextFree(field.parent));
        } else if (field.extendeeName == null && field.number >= MessageSymbol.END_OF_NUMBERS) {
            String message = "field numbers end at " + (MessageSymbol.END_OF_NUMBERS - 1);
            error("field-number", field.numberSpan, message, nextFree(field.parent));
        }
        if (field.extendeeName == null) {
            return;
        }
        if (field.label == Label.LABEL_REQUIRED) {
            error("required-extension", field.typeSpan, "an extension can't be required", null);
        }
        if (field.jsonNameSpan != null) {
            error("json-name", field.jsonNameSpan, "an extension has no json_name", null);
        }
    }

    private static @Nullable String nextFree(@Nullable MessageSymbol message) {
        return message == null ? null : "the next free number is " + message.nextFreeNumber();
    }

    void message(MessageSymbol message) {
        List<Range> reserved = reserved(message.reserved, true, message);
        List<Range> extensions = new ArrayList<>();
        for (MessageSymbol.ExtensionRange each : message.extensionRanges) {
            Range range = new Range(each.span, each.start, each.end - 1L);
            if (each.start <= 0) {
                error("extension-range", each.span, "extension numbers are positive", null);
            } else if (range.last() < range.first()) {
                error("extension-range", each.span, "the range ends before it begins", "swap its ends");
            } else if (each.end > MessageSymbol.END_OF_NUMBERS && !writtenAsMessageSet(message)) {
                String text = "extension numbers end at " + (MessageSymbol.END_OF_NUMBERS - 1);
                error("extension-range", each.span, text, "write max for the largest");
            }
            extensions.add(range);
        }
        overlaps("reserved range", reserved);
        Map<String, Span> names = reservedNames(message.reserved, message.nameSpan, "field");
        RangeIndex extensionIndex = new RangeIndex(extensions);
        RangeIndex reservedIndex = new RangeIndex(reserved);
        for (FieldSymbol field : message.fields) {
            fieldInRanges(field, extensionIndex.of(field.number), reservedIndex.of(field.number), names);
        }
        for (Range range : extensions) {
            Range other = reservedIndex.overlapping(range);
            if (other != null) {
                diagnostics.add(Diagnostic.error(
                                "overlapping-ranges",
                                range.span(),
                                "extension range " + range + " overlaps reserved range " + other)
                        .withLabel(other.span(), "reserved here"));
            }
        }
        overlaps("extension range", extensions);
    }

    /** Message sets may have larger numbers; whether it is one is asked before options are interpreted. */
    private static boolean writtenAsMessageSet(MessageSymbol message) {
        if (message.options == null) {
            return false;
        }
        return message.options.nodes.stream()
                .anyMatch(node ->
                        node.name().size() == 1 && node.name().get(0).name().equals("message_set_wire_format"));
    }

    private void fieldInRanges(
            FieldSymbol field, @Nullable Range extensions, @Nullable Range reserved, Map<String, Span> names) {
        if (extensions != null) {
            diagnostics.add(Diagnostic.error(
                            "number-of-extensions",
                            extensions.span(),
                            "extension range " + extensions + " includes field \"" + field.name + "\" (" + field.number
                                    + ")")
                    .withLabel(field.numberSpan, "the field's number"));
        }
        if (reserved != null) {
            diagnostics.add(Diagnostic.error(
                            "reserved-number",
                            reserved.span(),
                            "field \"" + field.name + "\" has the reserved number " + field.number)
                    .withLabel(field.numberSpan, "the field's number")
                    .withHelp("give the field another number; reserved ones may live on in old data"));
        }
        Span name = names.get(field.name);
        if (name != null) {
            diagnostics.add(
                    Diagnostic.error("reserved-name", field.nameSpan, "field name \"" + field.name + "\" is reserved")
                            .withLabel(name, "reserved here"));
        }
    }

    void enumeration(EnumSymbol enumeration) {
        if (enumeration.values.isEmpty()) {
            error("empty-enum", enumeration.nameSpan, "an enum has at least one value", null);
        }
        List<Range> reserved = reserved(enumeration.reserved, false, null);
        overlaps("reserved range", reserved);
        Map<String, Span> names = reservedNames(enumeration.reserved, enumeration.nameSpan, "enum value");
        RangeIndex index = new RangeIndex(reserved);
        for (EnumValueSymbol value : enumeration.values) {
            Range range = index.of(value.number);
            if (range != null) {
                diagnostics.add(Diagnostic.error(
                                "reserved-number",
                                range.span(),
                                "enum value \"" + value.name + "\" has the reserved number " + value.number)
                        .withLabel(value.numberSpan, "the value's number"));
            }
            Span name = names.get(value.name);
            if (name != null) {
                diagnostics.add(Diagnostic.error(
                                "reserved-name", value.nameSpan, "enum value \"" + value.name + "\" is reserved")
                        .withLabel(name, "reserved here"));
            }
        }
    }

    private List<Range> reserved(List<ReservedNode> nodes, boolean positive, @Nullable MessageSymbol message) {
        List<Range> ranges = new ArrayList<>();
        for (ReservedNode node : nodes) {
            for (NumberRange each : node.ranges()) {
                long first = value(each.first());
                IntLiteral last = each.last();
                long end = message != null && writtenAsMessageSet(message)
                        ? Integer.MAX_VALUE - 1
                        : MessageSymbol.END_OF_NUMBERS - 1;
                long max = positive ? end : Integer.MAX_VALUE;
                Range range =
                        new Range(each.span(), first, each.max() != null ? max : last == null ? first : value(last));
                if (positive && first <= 0) {
                    error("reserved-range", each.span(), "reserved numbers are positive", null);
                }
                if (range.last() < range.first()) {
                    error("reserved-range", each.span(), "the range ends before it begins", "swap its ends");
                }
                ranges.add(range);
            }
        }
        return ranges;
    }

    private static long value(IntLiteral literal) {
        return literal.negative() ? -literal.magnitude() : literal.magnitude();
    }

    /** Points at the earlier of two ranges, as the reference compiler does. */
    private void overlaps(String what, List<Range> ranges) {
        if (!RangeIndex.anyOverlap(ranges)) {
            return;
        }
        for (int i = 0; i < ranges.size(); i++) {
            Range one = ranges.get(i);
            for (Range other : ranges.subList(i + 1, ranges.size())) {
                if (one.overlaps(other)) {
                    diagnostics.add(
                            Diagnostic.error("overlapping-ranges", one.span(), what + " " + one + " overlaps " + other)
                                    .withLabel(other.span(), "the other one"));
                    break;
                }
            }
        }
    }

    private Map<String, Span> reservedNames(List<ReservedNode> nodes, Span owner, String what) {
        Map<String, Span> names = new HashMap<>();
        Set<String> reported = new HashSet<>();
        for (ReservedNode node : nodes) {
            for (ReservedNode.ReservedName each : node.names()) {
                Span first = names.putIfAbsent(each.name(), each.span());
                if (first != null && reported.add(each.name())) {
                    diagnostics.add(Diagnostic.error(
                                    "reserved-name", owner, what + " name \"" + each.name() + "\" is reserved twice")
                            .withLabel(first, "here first")
                            .withLabel(each.span(), "and here again"));
                }
            }
        }
        return names;
    }

    private void error(String code, Span span, String message, @Nullable String help) {
        Diagnostic diagnostic = Diagnostic.error(code, span, message);
        diagnostics.add(help == null ? diagnostic : diagnostic.withHelp(help));
    }
}
