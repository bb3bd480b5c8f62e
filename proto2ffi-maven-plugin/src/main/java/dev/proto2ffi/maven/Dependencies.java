package dev.proto2ffi.maven;

import java.io.File;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.maven.RepositoryUtils;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.resolution.ArtifactRequest;
import org.eclipse.aether.resolution.ArtifactResolutionException;
import org.eclipse.aether.resolution.ArtifactResult;
import org.jspecify.annotations.Nullable;

/**
 * What a module depends on, in the order of the class path.
 *
 * <p>The goals ask Maven for the graph of dependencies only, and fetch the files here: before {@code compile} a module of the same
 * build has no file, and Maven would refuse to run at all.
 */
final class Dependencies {
    /** Archives that can hold .proto files or classes; executables and native libraries aren't fetched. */
    private static final Set<String> EXTENSIONS = Set.of("jar", "zip");

    private final RepositorySystem repositories;

    Dependencies(RepositorySystem repositories) {
        this.repositories = repositories;
    }

    /** Those in the scopes that the goal asked for. */
    List<Dependency> of(MavenProject project, MavenSession session) throws MojoExecutionException {
        Map<Artifact, @Nullable Dependency> found = new LinkedHashMap<>();
        List<Artifact> missing = new ArrayList<>();
        for (Artifact artifact : project.getArtifacts()) {
            if (EXTENSIONS.contains(artifact.getArtifactHandler().getExtension())) {
                MavenProject sibling = sibling(artifact, session);
                Dependency dependency = sibling == null ? null : Sibling.dependency(artifact, sibling);
                if (dependency == null
                        && artifact.getFile() != null
                        && artifact.getFile().exists()) {
                    dependency = jar(artifact, artifact.getFile());
                } else if (dependency == null) {
                    missing.add(artifact);
                }
                // Keeps its place until it is fetched.
                found.put(artifact, dependency);
            }
        }
        List<ArtifactResult> results = fetch(missing, project, session);
        for (int i = 0; i < results.size(); i++) {
            Artifact artifact = missing.get(i);
            if (!results.get(i).isResolved()) {
                throw unavailable(artifact, results.get(i));
            }
            found.put(artifact, jar(artifact, results.get(i).getArtifact().getFile()));
        }
        return found.values().stream().filter(Objects::nonNull).toList();
    }

    private static Dependency jar(Artifact artifact, File file) {
        return new Dependency(artifact.getId(), List.of(), List.of(), file.toPath());
    }

    private static @Nullable MavenProject sibling(Artifact artifact, MavenSession session) {
        for (MavenProject project : session.getProjects()) {
            if (project.getGroupId().equals(artifact.getGroupId())
                    && project.getArtifactId().equals(artifact.getArtifactId())
                    && project.getVersion().equals(artifact.getBaseVersion())) {
                return project;
            }
        }
        return null;
    }

    /** In the order of the artifacts. */
    private List<ArtifactResult> fetch(List<Artifact> missing, MavenProject project, MavenSession session) {
        if (missing.isEmpty()) {
            return List.of();
        }
        List<ArtifactRequest> requests = new ArrayList<>();
        for (Artifact artifact : missing) {
            requests.add(new ArtifactRequest(
                    RepositoryUtils.toArtifact(artifact).setFile(null),
                    project.getRemoteProjectRepositories(),
                    "proto2ffi"));
        }
        try {
            return repositories.resolveArtifacts(session.getRepositorySession(), requests);
        } catch (ArtifactResolutionException e) {
            return e.getResults();
        }
    }

    private static MojoExecutionException unavailable(Artifact artifact, ArtifactResult result) {
        Exception cause =
                result.getExceptions().isEmpty() ? null : result.getExceptions().get(0);
        return new MojoExecutionException(
                "can't look for imports in " + artifact.getId() + ": "
                        + (cause == null ? "not found" : cause.getMessage())
                        + "\n   help: check the dependency's coordinates and Maven's repositories; with -o it must be in the local one",
                cause);
    }
}
