package dev.proto2ffi.maven;

import dev.proto2ffi.core.source.ArchiveRoot;
import dev.proto2ffi.core.source.DirectoryRoot;
import dev.proto2ffi.core.source.ImportRoot;
import java.io.File;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.project.MavenProject;

/** The .proto files that a project's dependencies ship, in the order of the class path. */
final class Dependencies {
    private Dependencies() {}

    static List<ImportRoot> importRoots(MavenProject project) {
        List<ImportRoot> roots = new ArrayList<>();
        for (Artifact artifact : project.getArtifacts()) {
            File file = artifact.getFile();
            if (file == null) {
                continue;
            }
            // A module of the same build that isn't packaged yet is a directory of classes.
            if (file.isDirectory()) {
                roots.add(new DirectoryRoot(file.toPath()));
            } else if (file.getName().endsWith(".jar") || file.getName().endsWith(".zip")) {
                roots.add(new ArchiveRoot(file.toPath()));
            }
        }
        return roots;
    }
}
