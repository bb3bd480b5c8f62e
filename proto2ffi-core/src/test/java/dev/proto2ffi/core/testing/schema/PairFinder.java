package dev.proto2ffi.core.testing.schema;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.EnumDescriptor;
import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.FileDescriptor;
import com.google.protobuf.Descriptors.GenericDescriptor;
import com.google.protobuf.Message;
import dev.proto2ffi.core.link.LinkedFile;
import dev.proto2ffi.core.link.LinkedSchema;
import dev.proto2ffi.core.link.OptionReader;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The pairs of construct and option in a linked schema, read from its descriptors, whatever the generator meant. */
final class PairFinder {
    private final OptionReader options;
    private final Set<Pair> pairs = new HashSet<>();

    private PairFinder(LinkedSchema schema) {
        this.options = new OptionReader(schema);
    }

    static Set<Pair> of(LinkedSchema schema) {
        PairFinder finder = new PairFinder(schema);
        for (LinkedFile file : schema.files()) {
            if (file.root()) {
                file.descriptor().getMessageTypes().forEach(finder::message);
                file.descriptor().getEnumTypes().forEach(finder::enumeration);
            }
        }
        return finder.pairs;
    }

    private void message(Descriptor message) {
        message.getNestedTypes().stream()
                .filter(nested -> !nested.getOptions().getMapEntry())
                .forEach(this::message);
        message.getEnumTypes().forEach(this::enumeration);
        for (FieldDescriptor field : message.getFields()) {
            Set<String> own = of(field, "field");
            if (field.isMapField()) {
                add("map", own, field);
                add("key " + type(field.getMessageType().findFieldByNumber(1)), inner("key.", own), field);
                add("value " + type(field.getMessageType().findFieldByNumber(2)), inner("value.", own), field);
            } else {
                add(shape(field) + " " + type(field), own, field);
            }
        }
    }

    private static Set<String> inner(String prefix, Set<String> options) {
        Set<String> inner = new HashSet<>();
        options.stream()
                .filter(option -> option.startsWith(prefix))
                .forEach(option -> inner.add(option.substring(prefix.length())));
        return inner;
    }

    private void add(String construct, Set<String> own, FieldDescriptor field) {
        own.forEach(option -> pairs.add(new Pair(construct, option)));
        of(field.getContainingType(), "message").forEach(option -> pairs.add(new Pair(construct, "message." + option)));
        of(field.getFile(), "file").forEach(option -> pairs.add(new Pair(construct, "file." + option)));
        String syntax = field.getFile().toProto().getSyntax();
        pairs.add(new Pair(construct, "syntax " + (syntax.isEmpty() ? "proto2" : syntax)));
    }

    private static String type(FieldDescriptor field) {
        return field.getType().name().toLowerCase(Locale.ROOT);
    }

    private static String shape(FieldDescriptor field) {
        if (field.isRepeated()) {
            return "repeated";
        } else if (field.getRealContainingOneof() != null) {
            return "oneof";
        } else if (field.isRequired()) {
            return "required";
        }
        boolean silent = isProto3(field.getFile()) && !field.toProto().getProto3Optional();
        return field.hasPresence() && !silent ? "optional" : "singular";
    }

    private static boolean isProto3(FileDescriptor file) {
        return file.toProto().getSyntax().equals("proto3");
    }

    private void enumeration(EnumDescriptor definition) {
        String construct = (definition.isClosed() ? "closed" : "open") + " enum";
        of(definition, "enum").forEach(option -> pairs.add(new Pair(construct, option)));
        List<Integer> numbers = definition.getValues().stream()
                .map(EnumValueDescriptor::getNumber)
                .toList();
        if (new HashSet<>(numbers).size() < numbers.size()) {
            pairs.add(new Pair(construct, "alias"));
        }
        if (numbers.stream().anyMatch(number -> number < 0)) {
            pairs.add(new Pair(construct, "negative value"));
        }
    }

    /** The options that a declaration carries: {@code max_size}, {@code int_size=IS_8}, {@code key.max_size}. */
    private Set<String> of(GenericDescriptor declaration, String extension) {
        Set<String> words = new HashSet<>();
        collect(options.message(declaration, "proto2ffi." + extension), "", words);
        return words;
    }

    private static void collect(@Nullable Message values, String prefix, Set<String> words) {
        if (values == null) {
            return;
        }
        values.getAllFields().forEach((field, value) -> {
            String word = prefix + field.getName();
            if (value instanceof Message inner) {
                collect(inner, word + ".", words);
            } else {
                words.add(value instanceof EnumValueDescriptor constant ? word + "=" + constant.getName() : word);
            }
        });
    }
}
