package dev.proto2ffi.maven;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.model.Resource;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/**
 * Modules of the same build, seen by those that depend on them. A module that generated something has left word of its source roots;
 * of others the usual places are known. Maven finishes a phase of a module before it begins those that depend on it, so that two
 * threads never meet here.
 */
final class Sibling {
    private static final String ROOTS = "dev.proto2ffi.sourceRoots";
    private static final String TEST_ROOTS = "dev.proto2ffi.testSourceRoots";

    private Sibling() {}

    /** For the modules that come after this one. */
    static void remember(MavenProject project, List<Path> roots, boolean tests) {
        project.setContextValue(
                tests ? TEST_ROOTS : ROOTS, roots.stream().map(Path::toString).toList());
    }

    /**
     * What a module has for others, null for an artifact that isn't its classes. The jar is never looked into, nor whether there is one: what a phase finds must
     * be what the next one finds, or it would do its work again.
     */
    static @Nullable Dependency dependency(Artifact artifact, MavenProject project) {
        boolean tests = "test-jar".equals(artifact.getType()) || "tests".equals(artifact.getClassifier());
        if (artifact.hasClassifier() && !tests) {
            return null;
        }
        List<String> java = tests ? project.getTestCompileSourceRoots() : project.getCompileSourceRoots();
        return new Dependency(
                artifact.getId(),
                protoRoots(project, tests),
                java.stream().map(Path::of).toList(),
                Path.of(
                        tests
                                ? project.getBuild().getTestOutputDirectory()
                                : project.getBuild().getOutputDirectory()));
    }

    private static List<Path> protoRoots(MavenProject project, boolean tests) {
        List<Path> roots = new ArrayList<>();
        if (project.getContextValue(tests ? TEST_ROOTS : ROOTS) instanceof List<?> known) {
            known.forEach(root -> roots.add(Path.of(String.valueOf(root))));
        } else {
            roots.add(project.getBasedir().toPath().resolve(tests ? "src/test/proto" : "src/main/proto"));
        }
        for (Resource resource : tests ? project.getTestResources() : project.getResources()) {
            Path directory = Path.of(resource.getDirectory());
            if (resource.getTargetPath() == null && !roots.contains(directory)) {
                roots.add(directory);
            }
        }
        return roots.stream().filter(Files::isDirectory).toList();
    }
}
