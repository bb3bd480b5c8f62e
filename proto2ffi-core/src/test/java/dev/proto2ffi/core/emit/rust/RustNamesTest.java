package dev.proto2ffi.core.emit.rust;

import static dev.proto2ffi.core.testing.TestSchema.enumeration;
import static dev.proto2ffi.core.testing.TestSchema.file;
import static dev.proto2ffi.core.testing.TestSchema.message;
import static dev.proto2ffi.core.testing.TestTypes.repeated;
import static dev.proto2ffi.core.testing.TestTypes.scalar;
import static dev.proto2ffi.core.testing.TestTypes.string;
import static org.assertj.core.api.Assertions.assertThat;

import dev.proto2ffi.core.layout.OneofLayout;
import dev.proto2ffi.core.layout.SchemaLayout;
import dev.proto2ffi.core.layout.StructLayout;
import dev.proto2ffi.core.model.EnumDef;
import dev.proto2ffi.core.model.FieldDef;
import dev.proto2ffi.core.model.ScalarType;
import dev.proto2ffi.core.model.ServiceDef;
import dev.proto2ffi.core.model.StructDef;
import dev.proto2ffi.core.testing.FrontEnd;
import dev.proto2ffi.core.testing.TestSchema.FileBuilder;
import dev.proto2ffi.core.testing.TestTypes.Ref;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RustNamesTest {
    private static final Ref INT32 = scalar(ScalarType.INT32);

    private static List<String> paths(FileBuilder... files) {
        SchemaLayout layout = RustSchemas.layOut(files);
        RustNames names = RustNames.of(layout);
        return layout.schema().structs().stream()
                .map(struct -> names.struct(struct).toString())
                .toList();
    }

    @Test
    void packagesAreModulesAndNestedMessagesStandInTheModuleOfTheirParent() {
        assertThat(paths(file("p.proto", "acme.Feed")
                        .add(message("UserPost").add(message("Author").add(message("Name"))))))
                .containsExactly(
                        "acme::feed::UserPost", "acme::feed::user_post::Author", "acme::feed::user_post::author::Name");
    }

    @Test
    void filesOfOnePackageShareItsModuleAndTheOptionTakesThePackagesPlace() {
        assertThat(paths(
                        file("a.proto", "p").add(message("A")),
                        file("b.proto", "p").add(message("B")),
                        file("c.proto", "other").rustModule("p::more").add(message("C")),
                        file("d.proto", "").add(message("D"))))
                .containsExactly("p::A", "p::B", "p::more::C", "D");
    }

    @Test
    void whoComesSecondTakesUnderscores() {
        assertThat(paths(
                        file("a.proto", "p")
                                .add(message("foo_bar").add(message("X")))
                                .add(message("FooBar").add(message("X")))
                                .add(message("Foo_Bar")),
                        file("b.proto", "p.foo_bar").add(message("Y"))))
                .containsExactly(
                        "p::FooBar", "p::foo_bar_::X", "p::FooBar_", "p::foo_bar__::X", "p::FooBar__", "p::foo_bar::Y");
    }

    @Test
    void modulesNeverHideKeywordsPrimitivesOrTheSupportModule() {
        assertThat(paths(
                        file("a.proto", "p2f.self.u8.core").add(message("Self")),
                        file("b.proto", "").add(message("P2f").add(message("str")))))
                .containsExactly("p2f::self_::u8_::core_::Self_", "P2f", "p2f__::Str");
        SchemaLayout layout = RustSchemas.layOut(file("a.proto", "p2f").add(message("M")));
        assertThat(RustNames.of(layout).support()).isEqualTo("p2f_");
    }

    private static List<String> members(SchemaLayout layout) {
        StructLayout struct = layout.structs().get(0);
        RustNames names = RustNames.of(layout);
        return struct.members().stream()
                .map(member -> names.member(struct.struct(), member))
                .toList();
    }

    @Test
    void fieldsKeepTheirNamesButForKeywords() {
        assertThat(members(RustSchemas.layOut(file("a.proto", "p")
                        .add(message("M")
                                .field("camelCase", INT32)
                                .field("type", INT32)
                                .field("type_", INT32)
                                .field("self", INT32)
                                .field("_", INT32)
                                .field("new", INT32)))))
                .containsExactly("camelCase", "type_", "type__", "self_", "__", "new");
    }

    @Test
    void addedMembersYieldToFields() {
        assertThat(members(RustSchemas.layOut(file("a.proto", "p")
                        .add(message("M")
                                .field("tags", repeated(INT32, 2))
                                .field("tags_count", INT32)
                                .optional("p2f_has", INT32)))))
                .containsExactly("p2f_has_", "tags_count_", "tags", "tags_count", "p2f_has");
    }

    @Test
    void helpersYieldToGettersAndGettersToTraits() {
        SchemaLayout layout = RustSchemas.layOut(file("a.proto", "p")
                .add(message("M")
                        .optional("x", INT32)
                        .field("has_x", string(4))
                        .field("set_x", INT32)
                        .field("clone", string(4))));
        StructDef struct = layout.structs().get(0).struct();
        RustNames names = RustNames.of(layout);
        FieldDef x = struct.fields().get(0);
        assertThat(names.accessor(struct, x, Accessor.GET)).isEqualTo("x");
        assertThat(names.accessor(struct, x, Accessor.HAS)).isEqualTo("has_x_");
        assertThat(names.accessor(struct, x, Accessor.SET)).isEqualTo("set_x_");
        assertThat(names.accessor(struct, x, Accessor.PUSH)).isNull();
        assertThat(names.accessor(struct, struct.fields().get(1), Accessor.GET)).isEqualTo("has_x");
        assertThat(names.accessor(struct, struct.fields().get(3), Accessor.GET)).isEqualTo("clone_");
    }

    @Test
    void typesOfOneofsYieldToNestedTypesAndTheirNamesToEachOther() {
        SchemaLayout layout = FrontEnd.layOut(Map.of("a.proto", """
                syntax = "proto3";
                package p;
                message Post {
                  message Payload {}
                  oneof payload { int32 none = 1; int32 self = 2; int32 payload_case = 3; int32 foo_bar = 4; int32 FOO_BAR = 5; }
                  int32 clear_payload = 6;
                }
                """));
        StructLayout post = layout.struct("p.Post");
        StructDef struct = post.struct();
        OneofLayout oneof = post.oneofs().get(0);
        RustNames names = RustNames.of(layout);
        assertThat(Stream.of(OneofType.values())
                        .map(type ->
                                names.oneofType(struct, oneof.oneof(), type).toString()))
                .containsExactly("p::post::Payload_", "p::post::PayloadCase", "p::post::PayloadData");
        StructNames inside = names.structNames(struct);
        assertThat(oneof.fields().stream().map(field -> inside.variant(field.field())))
                .containsExactly("None", "Self_", "PayloadCase", "FooBar", "FOOBAR");
        assertThat(oneof.fields().stream()
                        .map(field -> inside.caseConstant(field.field().name())))
                .containsExactly("NONE", "SELF", "PAYLOAD_CASE", "FOO_BAR", "FOO_BAR_");
        assertThat(inside.caseConstant("payload")).isEqualTo("NONE_");
        assertThat(oneof.fields().stream().map(field -> names.member(struct, field.data())))
                .containsExactly("none", "self_", "payload_case", "foo_bar", "FOO_BAR");
        assertThat(names.member(struct, oneof.caseMember())).isEqualTo("payload_case");
        assertThat(names.accessor(struct, oneof.oneof(), Accessor.GET)).isEqualTo("payload");
        assertThat(names.accessor(struct, oneof.oneof(), Accessor.CASE)).isEqualTo("payload_case_");
        assertThat(names.accessor(struct, oneof.oneof(), Accessor.CLEAR)).isEqualTo("clear_payload_");
    }

    @Test
    void namesOfServicesYieldToTypesAndTheirMethodsToTraits() {
        SchemaLayout layout = RustSchemas.calls();
        ServiceDef service = layout.services().get(1).service();
        ServiceNames names = RustNames.of(layout).service(service);
        assertThat(names.module()).containsExactly("calc", "v1");
        assertThat(names.trait()).isEqualTo("CalcReport_");
        assertThat(names.table()).isEqualTo("CalcReport_Table");
        assertThat(names.export()).isEqualTo("export_calc_report_");
        assertThat(names.accept()).isEqualTo("accept_calc_report");
        assertThat(service.rpcs().stream().map(names::method))
                .containsExactly(
                        "self_",
                        "add",
                        "add_batch",
                        "fingerprint",
                        "this",
                        "of",
                        "record",
                        "accept",
                        "clone_",
                        "new_",
                        "from_ptr_",
                        "http_get");
        assertThat(names.batch(service.rpcs().get(1))).isEqualTo("add_batch_");
        assertThat(names.fingerprint()).isEqualTo("fingerprint_");
        assertThat(names.self()).isEqualTo("this_");
    }

    @Test
    void constantsAreInCapitalsAndUnique() {
        SchemaLayout layout = RustSchemas.layOut(file("a.proto", "p")
                .add(enumeration("E")
                        .value("kFooBar", 0)
                        .value("K_FOO_BAR", 1)
                        .value("self", 2)
                        .value("HTTP2", 3)));
        EnumDef definition = layout.schema().enums().get(0);
        RustNames names = RustNames.of(layout);
        assertThat(definition.values().stream().map(value -> names.constant(definition, value)))
                .containsExactly("K_FOO_BAR", "K_FOO_BAR_", "SELF", "HTTP2");
    }

    @ParameterizedTest
    @CsvSource({
        "user_profile,UserProfile,user_profile",
        "UserProfile,UserProfile,user_profile",
        "HTTPServer,HTTPServer,http_server",
        "getURL2Go,GetURL2Go,get_url2_go",
        "_x,X,x",
        "a__b,AB,a_b",
        "_1,_1,_1",
        "Foo_,Foo,foo_",
        "__,_,_",
    })
    void casesChangeAsRustWants(String name, String camel, String snake) {
        assertThat(RustWords.upperCamel(name)).isEqualTo(camel);
        assertThat(RustWords.snake(name)).isEqualTo(snake);
    }

    @ParameterizedTest
    @CsvSource({
        "social, social::Post, Post",
        "'', social::Post, social::Post",
        "social::post, social::Post, super::Post",
        "a::b, social::Post, super::super::social::Post",
    })
    void pathsAreRelative(String from, String type, String seen) {
        List<String> module = from.isEmpty() ? List.of() : List.of(from.split("::", -1));
        int end = type.indexOf("::");
        RustPath path = new RustPath(List.of(type.substring(0, end)), type.substring(end + 2));
        assertThat(path.seenFrom(module)).isEqualTo(seen);
    }
}
