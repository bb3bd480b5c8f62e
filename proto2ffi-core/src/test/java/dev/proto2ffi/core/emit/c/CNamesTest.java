package dev.proto2ffi.core.emit.c;

import static dev.proto2ffi.core.testing.TestSchema.file;
import static dev.proto2ffi.core.testing.TestSchema.message;
import static dev.proto2ffi.core.testing.TestTypes.scalar;
import static org.assertj.core.api.Assertions.assertThat;

import dev.proto2ffi.core.diagnostic.Diagnostic;
import dev.proto2ffi.core.diagnostic.Diagnostics;
import dev.proto2ffi.core.diagnostic.Severity;
import dev.proto2ffi.core.emit.Generator;
import dev.proto2ffi.core.layout.Member;
import dev.proto2ffi.core.layout.SchemaLayout;
import dev.proto2ffi.core.layout.StructLayout;
import dev.proto2ffi.core.model.EnumDef;
import dev.proto2ffi.core.model.ScalarType;
import dev.proto2ffi.core.testing.TestSchema;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class CNamesTest {
    private static final SchemaLayout HELL = CHeaderTest.layOut(HellSchema.schema());
    private static final CNames NAMES = CNames.of(HELL);

    private static String type(String fullName) {
        return NAMES.type(HELL.schema().struct(fullName));
    }

    private static Map<String, String> members(String fullName) {
        StructLayout struct = HELL.struct(fullName);
        Map<String, String> names = new HashMap<>();
        for (Member member : struct.members()) {
            names.put(member.name(), NAMES.member(struct.struct(), member));
        }
        return names;
    }

    @Test
    void membersThatCOrCppOrAMacroHasChangeAndAllOthersStay() {
        Map<String, String> members = members("a.Members");
        for (String bad : HellSchema.BAD_MEMBERS) {
            if (bad.startsWith("_")) {
                assertThat(members).containsEntry(bad, "p2f" + bad);
            } else if (!bad.equals("int")) {
                assertThat(members).containsEntry(bad, bad + "_");
            }
        }
        for (String good : HellSchema.GOOD_MEMBERS) {
            assertThat(members).containsEntry(good, good);
        }
    }

    @Test
    void aChangedMemberYieldsToOneThatHasTheNameAlready() {
        assertThat(members("a.Members")).containsEntry("int_", "int_").containsEntry("int", "int__");
    }

    @Test
    void typesOfDifferentPackagesThatMeetAreToldApartBehindTheImport() {
        assertThat(type("a.b_c")).isEqualTo("a_b_c");
        assertThat(type("a.b.c")).isEqualTo("a_b_c_");
    }

    @Test
    void nestedTypesYieldToOuterOnes() {
        assertThat(type("a.A_B")).isEqualTo("a_A_B");
        assertThat(type("a.A.B")).isEqualTo("a_A_B_");
    }

    @Test
    void helpersAndMacrosYieldToTypes() {
        assertThat(type("a.A.B_init")).isEqualTo("a_A_B_init");
        assertThat(NAMES.struct("a.A_B").init()).isEqualTo("a_A_B_init_");
        assertThat(type("a.A.SIZE")).isEqualTo("a_A_SIZE");
        assertThat(NAMES.struct("a.A").types().sizeMacro()).isEqualTo("a_A_SIZE_");
        assertThat(NAMES.struct("a.A").types().bytesTypes()).containsEntry("f", "a_A_f_t_");
        assertThat(NAMES.struct("a.A").helpers().get("g"))
                .containsEntry(Helper.SET, "a_A_set_g_")
                .containsEntry(Helper.GET, "a_A_get_g_")
                .containsEntry(Helper.HAS, "a_A_has_g");
    }

    @Test
    void typesWithoutPackageAvoidWhatTheStandardHeadersDeclare() {
        assertThat(type("time")).isEqualTo("time_");
        assertThat(type("FILE")).isEqualTo("FILE_");
        assertThat(type("self")).isEqualTo("self_");
        assertThat(type("p2f_copy")).isEqualTo("p2f_copy_");
        assertThat(type("_Lower")).isEqualTo("p2f_Lower");
        assertThat(type("__COUNTER__")).isEqualTo("p2f__COUNTER__");
    }

    @Test
    void membersAvoidTypesAndMacrosOfTheirFile() {
        assertThat(members("Foo"))
                .containsEntry("Bar", "Bar_")
                .containsEntry("Foo", "Foo_")
                .containsEntry("Kind", "Kind_");
        assertThat(members("Bar_SIZE")).containsEntry("Bar_SIZE", "Bar_SIZE__");
    }

    @Test
    void constantsAreNamedBehindTheirEnum() {
        EnumDef kind = HELL.schema().enums().stream()
                .filter(e -> e.fullName().equals("Kind"))
                .findFirst()
                .orElseThrow();
        assertThat(NAMES.constant(kind, kind.values().get(1))).isEqualTo("Kind_B");
    }

    @Test
    void headersOfTheReferenceSchemaAreNamedBehindTheirProtos() {
        assertThat(NAMES.header(HELL.schema().files().get(0))).isEqualTo("hell/a.p2f.h");
    }

    private static Diagnostics meeting(boolean imported) {
        TestSchema.FileBuilder second =
                file("two.proto", "a.b").add(message("c").field("x", scalar(ScalarType.INT32)));
        if (imported) {
            second.imports("one.proto");
        }
        SchemaLayout layout = CHeaderTest.layOut(TestSchema.of(
                file("one.proto", "a").add(message("b_c").field("x", scalar(ScalarType.INT32))), second));
        Diagnostics diagnostics = new Diagnostics();
        new CEmitter().emit(layout, new Generator("1"), diagnostics);
        return diagnostics;
    }

    @Test
    void aNameThatDependsOnWhatElseIsGeneratedIsWarnedOf() {
        assertThat(meeting(false).all()).singleElement().satisfies(diagnostic -> {
            assertThat(diagnostic.severity()).isEqualTo(Severity.WARNING);
            assertThat(diagnostic.message()).contains("message a.b.c", "message a.b_c of one.proto", "a_b_c_");
            assertThat(diagnostic.help()).contains("c_prefix");
        });
    }

    @Test
    void aNameThatYieldsToAnImportIsNotWarnedOf() {
        assertThat(meeting(true).all()).isEmpty();
    }

    @Test
    void aPrefixThatIsNoIdentifierIsAnErrorAndNothingIsEmitted() {
        SchemaLayout layout = CHeaderTest.layOut(
                TestSchema.of(file("one.proto", "a").cPrefix("1-x").add(message("M"))));
        Diagnostics diagnostics = new Diagnostics();
        assertThat(new CEmitter().emit(layout, new Generator("1"), diagnostics)).isEmpty();
        assertThat(diagnostics.all()).extracting(Diagnostic::code).containsExactly("c-prefix");
    }

    @Test
    void aFileNameThatNoIncludeCanSayIsAnError() {
        SchemaLayout layout =
                CHeaderTest.layOut(TestSchema.of(file("a\"b.proto", "a").add(message("M"))));
        Diagnostics diagnostics = new Diagnostics();
        assertThat(new CEmitter().emit(layout, new Generator("1"), diagnostics)).isEmpty();
        assertThat(diagnostics.all()).extracting(Diagnostic::code).containsExactly("c-header-name");
    }

    @Test
    void twoFilesWithOneHeaderAreAnError() {
        SchemaLayout layout = CHeaderTest.layOut(TestSchema.of(
                file("a/b", "a").add(message("M")), file("a/b.proto", "b").add(message("M"))));
        Diagnostics diagnostics = new Diagnostics();
        assertThat(new CEmitter().emit(layout, new Generator("1"), diagnostics)).isEmpty();
        assertThat(diagnostics.all()).extracting(Diagnostic::code).containsExactly("c-header-name");
    }
}
