package dev.proto2ffi.runtime.fences;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleDescriptor.Requires;
import java.lang.module.ModuleFinder;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Generated code carries the runtime into other people's programs: it brings nothing else with it. */
class ArchitectureTest {

    private static final String RUNTIME = "dev.proto2ffi.runtime";

    private static final ArchRule NOTHING_BUT_THE_JDK = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(RUNTIME + "..", "java..", "jdk.jfr..", "org.jspecify.annotations..");

    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(RUNTIME);

    @Test
    void dependsOnNothingButTheJdk() {
        NOTHING_BUT_THE_JDK.check(MAIN);
    }

    @Test
    void aDependencyOnALibraryIsReported() {
        JavaClasses broken = new ClassFileImporter().importClasses(UsesALibrary.class);
        assertThat(NOTHING_BUT_THE_JDK.evaluate(broken).getFailureReport().getDetails())
                .anyMatch(line -> line.contains("org.assertj"));
    }

    @Test
    void hasNoCycleBetweenPackages() {
        slices().matching(RUNTIME + ".(**)")
                .should()
                .beFreeOfCycles()
                .allowEmptyShould(true)
                .check(MAIN);
    }

    @Test
    void theModuleRequiresNothingButTheBaseOfTheJdkAtRunTime() throws Exception {
        Class<?> packageInfo = Class.forName(RUNTIME + ".package-info");
        Path home = Path.of(
                packageInfo.getProtectionDomain().getCodeSource().getLocation().toURI());
        ModuleDescriptor module =
                ModuleFinder.of(home).find(RUNTIME).orElseThrow().descriptor();
        assertThat(module.requires())
                .filteredOn(required -> !required.modifiers().contains(Requires.Modifier.STATIC))
                .extracting(Requires::name)
                .containsExactly("java.base");
    }
}
