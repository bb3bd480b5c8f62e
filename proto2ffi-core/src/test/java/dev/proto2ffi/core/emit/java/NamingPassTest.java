package dev.proto2ffi.core.emit.java;

import static dev.proto2ffi.core.testing.TestSchema.enumeration;
import static dev.proto2ffi.core.testing.TestSchema.file;
import static dev.proto2ffi.core.testing.TestSchema.message;
import static dev.proto2ffi.core.testing.TestTypes.repeated;
import static dev.proto2ffi.core.testing.TestTypes.scalar;
import static org.assertj.core.api.Assertions.assertThat;

import dev.proto2ffi.core.diagnostic.Diagnostic;
import dev.proto2ffi.core.diagnostic.Diagnostics;
import dev.proto2ffi.core.model.ScalarType;
import dev.proto2ffi.core.model.Schema;
import dev.proto2ffi.core.testing.TestSchema;
import dev.proto2ffi.core.testing.TestSchema.MessageBuilder;
import dev.proto2ffi.core.testing.TestTypes;
import java.util.List;
import org.junit.jupiter.api.Test;

class NamingPassTest {
    private static final TestTypes.Ref NUMBER = scalar(ScalarType.INT32);

    private static JavaNames settle(Schema schema) {
        Diagnostics diagnostics = new Diagnostics();
        JavaNames names = NamingPass.settle(schema, diagnostics);
        assertThat(diagnostics.all()).isEmpty();
        return names;
    }

    private static String accessor(String field) {
        return settle(TestSchema.of(file("a.proto", "a").add(message("M").field(field, NUMBER))))
                .struct("a.M")
                .fields()
                .get(field)
                .accessor();
    }

    private static StructNames struct(MessageBuilder message) {
        return settle(TestSchema.of(file("a.proto", "a").add(message))).struct("a.M");
    }

    @Test
    void accessorsAreLowerCamelCase() {
        assertThat(accessor("post_id")).isEqualTo("postId");
        assertThat(accessor("postId")).isEqualTo("postId");
        assertThat(accessor("PostId")).isEqualTo("postId");
        assertThat(accessor("URL")).isEqualTo("url");
        assertThat(accessor("url_2_go")).isEqualTo("url2Go");
        assertThat(accessor("_leading")).isEqualTo("leading");
        assertThat(accessor("_")).isEqualTo("__");
        assertThat(accessor("_1st")).isEqualTo("_1st");
    }

    @Test
    void keywordsAndInheritedMethodsTakeAnUnderscore() {
        for (String name : List.of("class", "int", "true", "wait", "notify", "clone", "at", "allocate", "clear")) {
            assertThat(accessor(name)).isEqualTo(name + "_");
        }
        assertThat(accessor("get_class")).isEqualTo("getClass_");
        assertThat(accessor("struct_type")).isEqualTo("structType_");
        assertThat(accessor("type")).isEqualTo("type");
        assertThat(accessor("record")).isEqualTo("record");
    }

    @Test
    void theFirstFieldKeepsItsName() {
        StructNames names = struct(message("M").field("foo_bar", NUMBER).field("fooBar", NUMBER));
        assertThat(names.fields().get("foo_bar").accessor()).isEqualTo("fooBar");
        assertThat(names.fields().get("fooBar").accessor()).isEqualTo("fooBar_");
        assertThat(names.fields().get("foo_bar").offset()).isEqualTo("FOO_BAR_OFFSET");
        assertThat(names.fields().get("fooBar").offset()).isEqualTo("FOO_BAR_OFFSET_");
    }

    @Test
    void helpersYieldToFieldsThatComeLater() {
        StructNames names = struct(message("M")
                .field("tags", repeated(NUMBER, 2))
                .optional("nick", NUMBER)
                .field("tags_count", NUMBER)
                .field("has_nick", NUMBER));
        assertThat(names.fields().get("tags").helper(Helper.COUNT)).isEqualTo("tagsCount_");
        assertThat(names.fields().get("tags").countOffset()).isEqualTo("TAGS_COUNT_OFFSET_");
        assertThat(names.fields().get("tags_count").accessor()).isEqualTo("tagsCount");
        assertThat(names.fields().get("nick").helper(Helper.HAS)).isEqualTo("hasNick_");
        assertThat(names.fields().get("has_nick").accessor()).isEqualTo("hasNick");
    }

    @Test
    void typesNamedLikeAVariableOfGeneratedCodeTakeAnUnderscore() {
        for (String name : List.of("segment", "address", "index", "value", "number", "POST_ID_OFFSET")) {
            JavaNames names = settle(TestSchema.of(file("a.proto", "a")
                    .add(message("M").add(message(name)))
                    .add(enumeration(name).value("A", 0))));
            assertThat(names.struct("a.M." + name).type().simpleName()).isEqualTo(name + "_");
            assertThat(names.enumeration("a." + name).type().simpleName()).isEqualTo(name + "_");
        }
    }

    @Test
    void aConstantIsNeverNamedLikeItsEnum() {
        JavaNames names = settle(
                TestSchema.of(file("a.proto", "a").add(enumeration("segment").value("segment_", 0))));
        assertThat(names.enumeration("a.segment").type().simpleName()).isEqualTo("segment_");
        assertThat(names.enumeration("a.segment").constants()).containsEntry("segment_", "segment__");
    }

    @Test
    void nestedTypesDifferFromOuterOnesWhateverTheirCase() {
        JavaNames names = settle(TestSchema.of(file("a.proto", "a")
                .add(message("M")
                        .add(message("m"))
                        .add(message("Handles"))
                        .add(enumeration("ELEMENTS").value("A", 0)))));
        assertThat(names.struct("a.M.m").type().simpleName()).isEqualTo("m_");
        assertThat(names.struct("a.M.Handles").type().simpleName()).isEqualTo("Handles");
        assertThat(names.struct("a.M").handles().simpleName()).isEqualTo("Handles_");
        assertThat(names.struct("a.M").elements().simpleName()).isEqualTo("Elements_");
    }

    @Test
    void classesOfOneFileThatDifferInCaseOnlyAreToldApart() {
        JavaNames names = settle(TestSchema.of(file("a.proto", "a")
                .add(message("Post"))
                .add(message("POST"))
                .add(enumeration("post").value("A", 0))));
        assertThat(names.struct("a.Post").type().simpleName()).isEqualTo("Post");
        assertThat(names.struct("a.POST").type().simpleName()).isEqualTo("POST_");
        assertThat(names.enumeration("a.post").type().simpleName()).isEqualTo("post__");
    }

    @Test
    void classesOfTwoFilesWithOneNameAreAnError() {
        Diagnostics diagnostics = new Diagnostics();
        NamingPass.settle(
                TestSchema.of(
                        file("a.proto", "").add(message("Post")),
                        file("b.proto", "").add(message("POST"))),
                diagnostics);
        assertThat(diagnostics.all()).hasSize(1);
        Diagnostic error = diagnostics.all().get(0);
        assertThat(error.message()).isEqualTo("the Java class of POST would be ffi.POST, like that of Post");
        assertThat(error.help()).contains("java_package");
        assertThat(error.labels()).hasSize(1);
    }

    @Test
    void packagesWithKeywordsAreMadeLegal() {
        JavaNames names = settle(TestSchema.of(file("a.proto", "my.new.int").add(message("M"))));
        assertThat(names.struct("my.new.int.M").type().packageName()).isEqualTo("my.new_.int_.ffi");
    }

    @Test
    void typesThatAVariableOfGeneratedCodeWouldHideTakeAnUnderscore() {
        JavaNames names = settle(TestSchema.of(file("a.proto", "a")
                .add(message("segment"))
                .add(enumeration("number").value("A", 0))
                .add(enumeration("UNRECOGNIZED").value("B", 0))));
        assertThat(names.struct("a.segment").type().simpleName()).isEqualTo("segment_");
        assertThat(names.enumeration("a.number").type().simpleName()).isEqualTo("number_");
        assertThat(names.enumeration("a.UNRECOGNIZED").type().simpleName()).isEqualTo("UNRECOGNIZED_");
    }
}
