package dev.proto2ffi.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;

/** What Maven Central demands of a POM, and what would be published by mistake. */
class PublishedPomsIT {
    private static final List<String> INHERITED = List.of(
            "licenses/license/name",
            "licenses/license/url",
            "developers/developer/name",
            "scm/connection",
            "scm/developerConnection",
            "scm/url");

    static List<String> modules() {
        return Release.JARS;
    }

    @Test
    void theParentSaysWhatAllInherit() {
        Element parent = Release.pom(".");
        for (String path : INHERITED) {
            assertThat(Release.text(parent, path)).as(path).isNotEmpty();
        }
        for (String path : List.of("groupId", "version", "name", "description", "url")) {
            assertThat(Release.text(parent, path)).as(path).isNotEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("modules")
    void eachModuleHasItsNameAndDescriptionAndTheParentsRest(String module) {
        Element pom = Release.pom(module);
        assertThat(Release.text(pom, "artifactId")).isEqualTo(module);
        assertThat(Release.text(pom, "parent/artifactId")).isEqualTo("proto2ffi-parent");
        assertThat(Release.text(pom, "name")).startsWith("proto2ffi ");
        assertThat(Release.text(pom, "description")).hasSizeGreaterThan(30);
        for (String path : List.of("licenses", "developers", "scm", "url")) {
            assertThat(Release.child(pom, path)).as(path + " is inherited").isNull();
        }
    }

    @Test
    void theBomRepeatsWhatItCannotInherit() {
        Element parent = Release.pom(".");
        Element bom = Release.pom(Release.BOM);
        assertThat(Release.child(bom, "parent")).isNull();
        for (String path : List.of("groupId", "version", "url")) {
            assertThat(Release.text(bom, path)).as(path).isEqualTo(Release.text(parent, path));
        }
        for (String path : INHERITED) {
            assertThat(Release.text(bom, path)).as(path).isEqualTo(Release.text(parent, path));
        }
        Element properties = Release.child(bom, "properties");
        assertThat(properties).isNotNull();
        for (Element property : Release.children(bom, "properties")) {
            for (String name : List.of(
                    "central-publishing-maven-plugin.version",
                    "maven-gpg-plugin.version",
                    "project.build.outputTimestamp")) {
                assertThat(Release.text(property, name))
                        .as(name)
                        .isNotEmpty()
                        .isEqualTo(Release.text(parent, "properties/" + name));
            }
        }
    }

    /** That it can be imported this module shows: two of its dependencies have their versions from the BOM. */
    @Test
    void theBomHasEachPublishedModuleAndNothingElse() {
        Element managed = Release.child(Release.pom(Release.BOM), "dependencyManagement/dependencies");
        assertThat(managed).isNotNull();
        if (managed != null) {
            List<Element> dependencies = Release.children(managed, "dependency");
            assertThat(dependencies)
                    .extracting(dependency -> Release.text(dependency, "artifactId"))
                    .containsExactlyInAnyOrderElementsOf(Release.JARS);
            assertThat(dependencies)
                    .allMatch(dependency -> Release.text(dependency, "version").equals("${project.version}"));
        }
    }

    @Test
    void nothingElseIsPublished() {
        for (Element module : Release.children(modulesElement(), "module")) {
            String name = module.getTextContent();
            String skip = Release.text(Release.pom(name), "properties/maven.deploy.skip");
            boolean isPublished = Release.JARS.contains(name) || name.equals(Release.BOM);
            assertThat(skip).as(name).isEqualTo(isPublished ? "" : "true");
        }
    }

    private static Element modulesElement() {
        Element modules = Release.child(Release.pom("."), "modules");
        if (modules == null) {
            throw new AssertionError("the parent has no modules");
        }
        return modules;
    }

    @ParameterizedTest
    @MethodSource("modules")
    void eachModuleHasItsJarWithSourcesAndJavadoc(String module) throws IOException {
        for (String file : Release.files(module)) {
            assertThat(Release.root().resolve(file)).isNotEmptyFile();
        }
        String stem = module + "/target/" + module + "-" + Release.VERSION;
        assertThat(Release.entries(Release.root().resolve(stem + ".jar"))).anyMatch(name -> name.endsWith(".class"));
        assertThat(Release.entries(Release.root().resolve(stem + "-sources.jar")))
                .anyMatch(name -> name.endsWith(".java"));
        assertThat(Release.entries(Release.root().resolve(stem + "-javadoc.jar"))).contains("index.html");
        assertThat(Files.exists(Release.root().resolve("LICENSE"))).isTrue();
    }
}
