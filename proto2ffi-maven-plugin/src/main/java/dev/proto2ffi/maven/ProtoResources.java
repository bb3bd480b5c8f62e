package dev.proto2ffi.maven;

import java.nio.file.Path;
import java.util.List;
import org.apache.maven.model.Resource;
import org.apache.maven.project.MavenProject;

/** Makes .proto files, and the side files beside them, resources of a module, so that its jar has them under their import names. */
final class ProtoResources {
    private static final List<String> PATTERNS = List.of("**/*.proto", "**/*.options");

    private ProtoResources() {}

    static void attach(MavenProject project, List<Path> roots, boolean tests) {
        for (Path root : roots) {
            List<Resource> present = tests ? project.getTestResources() : project.getResources();
            if (present.stream().anyMatch(resource -> isWhole(resource, root))) {
                continue;
            }
            Resource resource = new Resource();
            resource.setDirectory(root.toString());
            resource.setIncludes(PATTERNS);
            resource.setFiltering(false);
            if (tests) {
                project.addTestResource(resource);
            } else {
                project.addResource(resource);
            }
        }
    }

    /** Whether the directory's schemas are resources as they are already, by the POM or by another execution. */
    private static boolean isWhole(Resource resource, Path root) {
        boolean hasSchemas =
                resource.getIncludes().isEmpty() || resource.getIncludes().containsAll(PATTERNS);
        return resource.getTargetPath() == null
                && hasSchemas
                && resource.getExcludes().isEmpty()
                && !resource.isFiltering()
                && Path.of(resource.getDirectory()).equals(root);
    }
}
