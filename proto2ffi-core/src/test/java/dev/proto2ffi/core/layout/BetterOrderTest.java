package dev.proto2ffi.core.layout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.proto2ffi.core.testing.FrontEnd;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BetterOrderTest {
    private static final String FIELDS = """
              bool first = 1;
              optional int64 second = 2;
              repeated int32 third = 3 [(proto2ffi.field).max_count = 3];
              oneof either { bool left = 4; double right = 5; }
              string name = 6 [(proto2ffi.field).max_size = 3];
              optional int32 last = 7;
            """;

    private static SchemaLayout layOut(String options) {
        return FrontEnd.layOut(Map.of("a.proto", """
                syntax = "proto3";
                import "proto2ffi/options.proto";
                message A { %s %s }
                message Good { int64 a = 1; int32 b = 2; }
                message Maps { map<bool, int64> map = 1 [(proto2ffi.field).max_count = 2]; }
                """.formatted(options, FIELDS)));
    }

    @Test
    void isTheOneThatTheOptionGives() {
        BetterOrder better = LayoutAdvice.betterOrders(layOut("")).get("A");
        StructLayout smallest =
                layOut("option (proto2ffi.message).order = SMALLEST;").struct("A");
        assertThat(better.size()).isEqualTo(smallest.size());
        assertThat(better.members().stream().map(member -> member.name() + " at " + member.offset()))
                .containsExactlyElementsOf(smallest.members().stream()
                        .map(member -> member.name() + " at " + member.offset())
                        .toList());
    }

    @Test
    void isNoneWhereNothingIsSaved() {
        assertThat(LayoutAdvice.betterOrders(layOut("option (proto2ffi.message).order = SMALLEST;")))
                .isEmpty();
        assertThat(LayoutAdvice.betterOrders(layOut(""))).containsOnlyKeys("A");
    }

    @Test
    void paddingIsCountedWithinMembersToo() {
        SchemaLayout schema = FrontEnd.layOut(Map.of("p.proto", """
                syntax = "proto3";
                import "proto2ffi/options.proto";
                message Pair { int32 left = 1; bool right = 2; }
                message Outer {
                  Pair one = 1;
                  repeated Pair some = 2 [(proto2ffi.field).max_count = 5];
                  repeated Pair elsewhere = 3;
                  bytes raw = 4 [(proto2ffi.field).max_size = 5];
                  repeated bytes raws = 5 [(proto2ffi.field) = { max_count: 2, max_size: 2 }];
                  oneof either { double a = 6; string b = 7 [(proto2ffi.field).max_size = 9]; }
                  map<bool, int64> map = 8 [(proto2ffi.field).max_count = 2];
                  Outer next = 9;
                }
                """));
        PaddingCosts costs = PaddingCosts.of(schema);
        StructLayout outer = schema.struct("Outer");
        assertThat(costs.own(schema.struct("Pair"))).isEqualTo(3);
        assertThat(outer.fields().stream().map(costs::inElement))
                .containsExactlyElementsOf(List.of(3L, 3L, 3L, 3L, 2L, 0L, 0L, 7L, 0L));
        // one 3, some 15, raw 3, raws 4, the union's tail 7, map 14
        assertThat(costs.inside(outer)).isEqualTo(3 + 15 + 3 + 4 + 7 + 14);
        assertThat(costs.own(outer))
                .isEqualTo(outer.size()
                        - outer.members().stream().mapToInt(Member::size).sum());
    }
}
