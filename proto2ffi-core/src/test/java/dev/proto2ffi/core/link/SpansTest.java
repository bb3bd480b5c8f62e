package dev.proto2ffi.core.link;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Descriptors.Descriptor;
import org.junit.jupiter.api.Test;

final class SpansTest {
    private final LinkedFile file = Schemas.file("a.proto", """
            syntax = "proto2";
            package p;
            message M {
              optional int32 a = 7;
              map<int32, E> m = 8;
              oneof o { M self = 9; }
              optional group G = 10 { optional int32 x = 1; }
              extensions 100;
              enum E { ZERO = 0; MINUS = -1; }
            }
            extend M { optional string ext = 100 [default = "d"]; }
            service S { rpc Call (M) returns (stream .p.M); }
            """).linkRoot();
    private final Spans spans = file.spans();
    private final Descriptor message = file.descriptor().findMessageTypeByName("M");

    @Test
    void declarationsAndTheirNames() {
        assertThat(spans.of(message.findFieldByName("a")).text()).isEqualTo("optional int32 a = 7;");
        assertThat(spans.name(message).text()).isEqualTo("M");
        assertThat(spans.name(message.getOneofs().get(0)).text()).isEqualTo("o");
        assertThat(spans.name(message.getEnumTypes().get(0)).text()).isEqualTo("E");
        assertThat(spans.name(file.descriptor()).text()).isEqualTo("package p;");
        assertThat(spans.name(message.findNestedTypeByName("G")).text()).isEqualTo("G");
        assertThat(spans.name(message.findNestedTypeByName("MEntry")).text()).isEqualTo("m");
        assertThat(spans.name(file.descriptor().getExtensions().get(0)).text()).isEqualTo("ext");
    }

    @Test
    void typesAndNumbers() {
        assertThat(spans.type(message.findFieldByName("a")).text()).isEqualTo("int32");
        assertThat(spans.type(message.findFieldByName("m")).text()).isEqualTo("map<int32, E>");
        assertThat(spans.type(message.findFieldByName("self")).text()).isEqualTo("M");
        assertThat(spans.type(message.findFieldByName("g")).text()).isEqualTo("group");
        assertThat(spans.number(message.findFieldByName("m")).text()).isEqualTo("8");
        assertThat(spans.number(message.getEnumTypes().get(0).getValues().get(1))
                        .text())
                .isEqualTo("-1");
        Descriptor entry = message.findNestedTypeByName("MEntry");
        assertThat(spans.type(entry.findFieldByName("value")).text()).isEqualTo("E");
    }

    @Test
    void defaultsRequestsAndResponses() {
        assertThat(spans.defaultValue(file.descriptor().getExtensions().get(0)))
                .isNotNull()
                .satisfies(span -> assertThat(span.text()).isEqualTo("\"d\""));
        var call = file.descriptor().getServices().get(0).getMethods().get(0);
        assertThat(spans.input(call).text()).isEqualTo("M");
        assertThat(spans.output(call).text()).isEqualTo(".p.M");
    }
}
