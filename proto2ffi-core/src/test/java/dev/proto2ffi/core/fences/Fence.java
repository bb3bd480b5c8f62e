package dev.proto2ffi.core.fences;

import static com.tngtech.archunit.lang.conditions.ArchConditions.accessField;
import static com.tngtech.archunit.lang.conditions.ArchConditions.callCodeUnitWhere;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.Architectures.LayeredArchitecture;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * One fence of docs/ARCHITECTURE.md. That core knows neither Maven, nor the command line, nor the runtime needs no fence:
 * they aren't on its class path.
 *
 * @param name what the fence keeps true
 * @param rule the check, for the packages below the root that it was made for
 */
record Fence(String name, ArchRule rule) {

    /** The one direction of flow: a package may use those that stand before it, never those after. */
    static final List<String> ARROW =
            List.of("source", "diagnostic", "syntax", "link", "model", "layout", "emit", "compile");

    /** Stands beside {@code emit}: uses what {@code emit} may use, and only {@code compile} uses it. */
    private static final String BESIDE_EMIT = "evolve";

    private static final Set<String> WALL_CLOCK_AND_EXIT = Set.of(
            "java.lang.System.exit",
            "java.lang.System.currentTimeMillis",
            "java.lang.Runtime.exit",
            "java.lang.Runtime.halt",
            "java.util.Date.<init>");

    /** All fences, for the packages below {@code root}. */
    static List<Fence> below(String root) {
        return List.of(
                arrow(root),
                new Fence(
                        "no package is part of a cycle",
                        slices().matching(root + ".(**)")
                                .should()
                                .beFreeOfCycles()
                                .allowEmptyShould(true)),
                new Fence(
                        "target languages do not know each other",
                        slices().matching(root + ".emit.(*)..")
                                .should()
                                .notDependOnEachOther()
                                .allowEmptyShould(true)),
                onlyIn("protobuf-java", "com.google.protobuf..", root + ".link..", root + ".model.build.."),
                onlyIn("JavaPoet", "com.palantir.javapoet..", root + ".emit.java.."),
                noConsole(),
                noClockAndNoExit());
    }

    private static Fence arrow(String root) {
        LayeredArchitecture layers =
                layeredArchitecture().consideringOnlyDependenciesInLayers().withOptionalLayers(true);
        for (String layer : ARROW) {
            layers = layers.layer(layer).definedBy(root + "." + layer + "..");
        }
        layers = layers.layer(BESIDE_EMIT).definedBy(root + "." + BESIDE_EMIT + "..");
        int emit = ARROW.indexOf("emit");
        for (int i = 0; i < ARROW.size() - 1; i++) {
            List<String> later = new ArrayList<>(ARROW.subList(i + 1, ARROW.size()));
            if (i < emit) {
                later.add(BESIDE_EMIT);
            }
            layers = layers.whereLayer(ARROW.get(i)).mayOnlyBeAccessedByLayers(later.toArray(String[]::new));
        }
        layers = layers.whereLayer("compile").mayNotBeAccessedByAnyLayer();
        layers = layers.whereLayer(BESIDE_EMIT).mayOnlyBeAccessedByLayers("compile");
        return new Fence("packages use only those before them in the arrow", layers);
    }

    private static Fence onlyIn(String library, String itsPackages, String... allowed) {
        return new Fence(
                library + " stays where it belongs",
                noClasses()
                        .that()
                        .resideOutsideOfPackages(allowed)
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage(itsPackages)
                        .allowEmptyShould(true));
    }

    private static Fence noConsole() {
        return new Fence(
                "the console is the command line's",
                noClasses()
                        .should(accessField(System.class, "out")
                                .or(accessField(System.class, "err"))
                                .or(accessField(System.class, "in"))));
    }

    private static Fence noClockAndNoExit() {
        return new Fence(
                "nothing reads the wall clock, ends the process or prints a stack trace",
                noClasses().should(callCodeUnitWhere(new DescribedPredicate<JavaCall<?>>("it is forbidden") {
                    @Override
                    public boolean test(JavaCall<?> call) {
                        String owner = call.getTargetOwner().getName();
                        String target = owner + "." + call.getTarget().getName();
                        return WALL_CLOCK_AND_EXIT.contains(target)
                                || (owner.startsWith("java.time.")
                                        && Set.of("now", "systemUTC", "systemDefaultZone")
                                                .contains(call.getTarget().getName()))
                                || call.getTarget().getName().equals("printStackTrace");
                    }
                })));
    }

    @Override
    public String toString() {
        return name;
    }
}
