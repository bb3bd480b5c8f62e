package dev.proto2ffi.core.emit.c;

import static org.assertj.core.api.Assertions.assertThat;

import dev.proto2ffi.core.emit.Generator;
import dev.proto2ffi.core.emit.OutputFile;
import dev.proto2ffi.core.layout.FieldLayout;
import dev.proto2ffi.core.layout.SchemaLayout;
import dev.proto2ffi.core.layout.ServiceLayout;
import dev.proto2ffi.core.layout.StructLayout;
import dev.proto2ffi.core.model.FieldDef;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The names that oneofs, maps, spans and pointers bring. */
final class CConstructNamesTest {
    private static final Pattern FUNCTION = Pattern.compile("(?m)^static inline [^(]*?\\b(\\w+)\\(");

    private static final SchemaLayout CORNERS = CSchemas.corners();
    private static final CNames NAMES = CNames.of(CORNERS);

    private static String path(String message, String field) {
        StructLayout struct = CORNERS.struct(message);
        for (FieldLayout layout : struct.fields()) {
            if (layout.field().name().equals(field)) {
                return NAMES.path(struct.struct(), layout.data());
            }
        }
        throw new AssertionError(message + " has no " + field);
    }

    private static String helper(String message, String field, Helper helper) {
        return NAMES.struct(message).helpers().getOrDefault(field, Map.of()).getOrDefault(helper, "none");
    }

    /** A name that nothing has printed, or something printed twice, would be a helper that lies. */
    @ParameterizedTest
    @EnumSource
    void everyHelperThatHasANameIsPrintedOnceAndNoOther(CHeaderTest.Case aCase) {
        SchemaLayout layout = aCase.layout();
        CNames names = CNames.of(layout);
        List<String> expected = new ArrayList<>();
        for (StructLayout struct : layout.structs()) {
            StructNames own = names.struct(struct.struct().fullName());
            expected.add(own.init());
            own.helpers().values().forEach(helpers -> expected.addAll(helpers.values()));
            own.oneofHelpers().values().forEach(helpers -> expected.addAll(helpers.values()));
        }
        for (ServiceLayout service : layout.services()) {
            ServiceNames own = names.service(service.service().fullName());
            own.rpcs().values().stream()
                    .map(RpcNames::send)
                    .filter(Objects::nonNull)
                    .forEach(expected::add);
        }
        List<String> printed = new ArrayList<>();
        for (OutputFile header : CHeaderTest.emit(layout)) {
            Matcher function = FUNCTION.matcher(header.path().endsWith(".p2f.h") ? header.text() : "");
            while (function.find()) {
                printed.add(function.group(1));
            }
        }
        assertThat(printed).containsExactlyInAnyOrderElementsOf(expected).doesNotHaveDuplicates();
    }

    @Test
    void noTypeTakesANameThatTheSupportHeaderHas() {
        String support = SupportHeader.print(new Generator("1"), true).stream()
                .map(OutputFile::text)
                .collect(Collectors.joining());
        Matcher name = Pattern.compile("\\bp2f_\\w+").matcher(support.replace("_##bits", "_64"));
        int found = 0;
        while (name.find()) {
            assertThat(CReserved.asGlobal(name.group())).as(name.group()).isTrue();
            found++;
        }
        assertThat(found).isGreaterThan(50);
    }

    @Test
    void unionsSpansAndTagsYieldToTypesOfTheSchema() {
        TypeNames names = NAMES.struct("corners.Names").types();
        assertThat(NAMES.type(CORNERS.schema().struct("corners.Names.payload_t")))
                .isEqualTo("corners_Names_payload_t");
        assertThat(names.unionTypes())
                .containsEntry("payload", "corners_Names_payload_t_")
                .containsEntry("default", "corners_Names_default_t");
        assertThat(names.spanTypes()).containsEntry("list", "corners_Names_list_t_");
        assertThat(names.bytesTypes()).containsEntry("list", "corners_Names_list_item_t_");
        assertThat(names.tags()).containsEntry("number", "corners_Names_number_tag_");
        assertThat(names.sizeMacro()).isEqualTo("corners_Names_SIZE");
    }

    @Test
    void aUnionIsAScopeOfItsOwn() {
        assertThat(path("corners.Names", "payload_case")).isEqualTo("payload.payload_case");
        assertThat(path("corners.Names", "class")).isEqualTo("payload.class_");
        assertThat(path("corners.Names", "new")).isEqualTo("default_.new_");
        assertThat(path("corners.Names", "p2f_str")).isEqualTo("payload.p2f_str_");
        assertThat(path("corners.Names", "int")).isEqualTo("int_");
    }

    @Test
    void helpersOfFieldsAndOfOneofsShareOneNamespace() {
        assertThat(helper("corners.Names", "which_payload", Helper.COUNT))
                .isEqualTo("corners_Names_which_payload_count");
        assertThat(NAMES.struct("corners.Names").oneofHelpers().get("payload"))
                .containsEntry(OneofHelper.WHICH, "corners_Names_which_payload");
    }

    @Test
    void typesOfMembersAreSaidAsCHasThem() {
        Map<String, String> types = new HashMap<>();
        for (String name : List.of("Choice", "Maps", "Names", "Points", "Plain")) {
            StructLayout struct = CORNERS.struct("corners." + name);
            struct.leaves()
                    .forEach(leaf ->
                            types.put(name + "." + leaf.path(), NAMES.memberType(struct.struct(), leaf.member())));
        }
        assertThat(types)
                .containsEntry("Choice.payload_case", "int32_t")
                .containsEntry("Choice.payload.text", "p2f_str")
                .containsEntry("Choice.payload.bounded", "char[8]")
                .containsEntry("Choice.payload.self", "corners_Choice *")
                .containsEntry("Choice.payload.narrow", "int8_t")
                .containsEntry("Choice.payload.bounded_blob", "corners_Choice_bounded_blob_t")
                .containsEntry("Maps.open", "corners_Maps_OpenEntry[2]")
                .containsEntry("Maps.choices", "corners_Maps_choices_t")
                .containsEntry("Names.list", "corners_Names_list_t_")
                .containsEntry("Points.away", "far_Away *")
                .containsEntry("Plain.closed", "int16_t")
                .containsEntry("Plain.blob", "p2f_bytes");
    }

    @Test
    void onlyWhatNeedsHelpHasHelpers() {
        for (StructLayout struct : CORNERS.structs()) {
            for (FieldLayout layout : struct.fields()) {
                FieldDef field = layout.field();
                boolean marked = field.presence() || field.oneof() != null;
                assertThat(Helper.of(field).contains(Helper.HAS) || !marked)
                        .as(field.name())
                        .isTrue();
            }
        }
        assertThat(NAMES.struct("corners.Maps.OpenEntry").helpers().get("key")).isEmpty();
    }
}
