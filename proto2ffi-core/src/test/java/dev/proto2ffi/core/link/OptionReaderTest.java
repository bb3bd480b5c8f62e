package dev.proto2ffi.core.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.DynamicMessage;
import dev.proto2ffi.core.source.Span;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class OptionReaderTest {
    private static final String SCHEMA = """
            syntax = "proto3";
            import "proto2ffi/options.proto";
            import "google/protobuf/descriptor.proto";
            option (proto2ffi.file).c_prefix = "soc";
            extend google.protobuf.FieldOptions { repeated int32 numbers = 50001; string word = 50002; }
            message M {
              option (proto2ffi.message) = { align: 64 pool_size: 50000 };
              string name = 1 [(proto2ffi.field).max_size = 32];
              map<string, string> map = 2 [
                (proto2ffi.field) = {
                  max_count: 8
                  key { max_size: 16 }
                },
                (proto2ffi.field).value.max_size = 24];
              int32 plain = 3 [(numbers) = 1, (numbers) = 2, (word) = "w"];
            }
            """;

    private final Schemas schemas = Schemas.file("a.proto", SCHEMA);
    private final LinkedSchema schema = schemas.link();
    private final OptionReader reader = new OptionReader(schema);
    private final LinkedFile file = schema.files().get(schema.files().size() - 1);
    private final Descriptor message = file.descriptor().findMessageTypeByName("M");

    @Test
    void messageOptionsAreTypedByTheirDescriptor() {
        assertThat(schemas.diagnostics.all()).isEmpty();
        DynamicMessage field = reader.message(message.findFieldByName("name"), "proto2ffi.field");
        assertThat(number(field, "max_size")).isEqualTo(32L);
        assertThat(has(field, "max_count")).isFalse();
        DynamicMessage ofMessage = reader.message(message, "proto2ffi.message");
        assertThat(number(ofMessage, "pool_size")).isEqualTo(50_000L);
        DynamicMessage ofFile = reader.message(file.descriptor(), "proto2ffi.file");
        assertThat(ofFile).isNotNull();
        assertThat(ofFile.getField(ofFile.getDescriptorForType().findFieldByName("c_prefix")))
                .isEqualTo("soc");
    }

    @Test
    void optionsSetInPartsAreOneMessage() {
        DynamicMessage field = reader.message(message.findFieldByName("map"), "proto2ffi.field");
        assertThat(number(field, "max_count")).isEqualTo(8L);
        assertThat(number(child(field, "key"), "max_size")).isEqualTo(16L);
        assertThat(number(child(field, "value"), "max_size")).isEqualTo(24L);
    }

    @Test
    void scalarsAndListsAreReadToo() {
        FieldDescriptor plain = message.findFieldByName("plain");
        assertThat(reader.value(plain, "numbers")).hasToString("[1, 2]");
        assertThat(reader.value(plain, "word")).isEqualTo("w");
        assertThatThrownBy(() -> reader.message(plain, "word")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatIsNotSetOrUnknownIsNull() {
        assertThat(reader.message(message.findFieldByName("plain"), "proto2ffi.field"))
                .isNull();
        assertThat(reader.value(message, "no.such.extension")).isNull();
        // An extension of another kind of options, although the number is the same.
        assertThat(reader.message(message, "proto2ffi.field")).isNull();
    }

    @Test
    void placesOfOptionsAreKnownByPath() {
        Spans spans = file.spans();
        FieldDescriptor map = message.findFieldByName("map");
        assertThat(text(spans.option(message.findFieldByName("name"), "proto2ffi.field.max_size")))
                .isEqualTo("32");
        assertThat(text(spans.optionName(message.findFieldByName("name"), "proto2ffi.field.max_size")))
                .isEqualTo("(proto2ffi.field).max_size");
        assertThat(text(spans.option(map, "proto2ffi.field.key.max_size"))).isEqualTo("16");
        assertThat(text(spans.optionName(map, "proto2ffi.field.key.max_size"))).isEqualTo("max_size");
        assertThat(text(spans.option(map, "proto2ffi.field.value.max_size"))).isEqualTo("24");
        assertThat(text(spans.option(message, "proto2ffi.message.align"))).isEqualTo("64");
        assertThat(text(spans.option(file.descriptor(), "proto2ffi.file.c_prefix")))
                .isEqualTo("\"soc\"");
        assertThat(spans.option(map, "deprecated")).isNull();
    }

    private static String text(@Nullable Span span) {
        assertThat(span).isNotNull();
        return span.text();
    }

    private static boolean has(@Nullable DynamicMessage message, String field) {
        assertThat(message).isNotNull();
        return message.hasField(message.getDescriptorForType().findFieldByName(field));
    }

    private static long number(@Nullable DynamicMessage message, String field) {
        assertThat(message).isNotNull();
        return ((Number) message.getField(message.getDescriptorForType().findFieldByName(field))).longValue();
    }

    private static DynamicMessage child(@Nullable DynamicMessage message, String field) {
        assertThat(message).isNotNull();
        return (DynamicMessage) message.getField(message.getDescriptorForType().findFieldByName(field));
    }
}
