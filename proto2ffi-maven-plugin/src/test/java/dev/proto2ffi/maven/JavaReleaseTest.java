package dev.proto2ffi.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.Properties;
import org.apache.maven.execution.DefaultMavenExecutionRequest;
import org.apache.maven.execution.DefaultMavenExecutionResult;
import org.apache.maven.execution.MavenExecutionRequest;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.io.xpp3.MavenXpp3Reader;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.RepositorySystemSession;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class JavaReleaseTest {
    private final MavenExecutionRequest request = new DefaultMavenExecutionRequest();

    @SuppressWarnings("deprecation") // Maven's container has nothing to do here
    private MavenSession session() {
        return new MavenSession(null, (RepositorySystemSession) null, request, new DefaultMavenExecutionResult());
    }

    private static MavenProject project(String properties, String version, String compiler) throws Exception {
        String pom = "<project><properties>" + properties + "</properties><build><plugins><plugin>"
                + "<groupId>org.apache.maven.plugins</groupId><artifactId>maven-compiler-plugin</artifactId><version>"
                + version + "</version>" + compiler + "</plugin></plugins></build></project>";
        return new MavenProject(new MavenXpp3Reader().read(new StringReader(pom)));
    }

    private @Nullable JavaRelease of(String properties, String compiler) throws Exception {
        return JavaRelease.of(project(properties, "3.16.0", compiler), session(), false);
    }

    @Test
    void readsTheCompilersConfigurationBeforeItsProperties() throws Exception {
        String property = "<maven.compiler.release>17</maven.compiler.release>";
        assertThat(of(property, "")).isEqualTo(new JavaRelease(17, "<maven.compiler.release>"));
        assertThat(of(property, "<configuration><release>25</release></configuration>"))
                .isEqualTo(new JavaRelease(25, "<release> of maven-compiler-plugin"));
        assertThat(of("<maven.compiler.target>1.8</maven.compiler.target>", ""))
                .isEqualTo(new JavaRelease(8, "<maven.compiler.target>"));
    }

    @Test
    void anExecutionsConfigurationWinsOverThePlugins() throws Exception {
        assertThat(of(
                        "",
                        "<executions><execution><id>default-compile</id><configuration><release>22</release></configuration>"
                                + "</execution></executions><configuration><release>11</release></configuration>"))
                .isEqualTo(new JavaRelease(22, "<release> of maven-compiler-plugin"));
    }

    @Test
    void theCommandLineWinsOverThePom() throws Exception {
        Properties user = new Properties();
        user.setProperty("maven.compiler.release", "24");
        request.setUserProperties(user);
        assertThat(of("<maven.compiler.release>17</maven.compiler.release>", ""))
                .isEqualTo(new JavaRelease(24, "-Dmaven.compiler.release"));
    }

    @Test
    void testsHaveAReleaseOfTheirOwn() throws Exception {
        MavenProject project = project(
                "<maven.compiler.release>17</maven.compiler.release>"
                        + "<maven.compiler.testRelease>22</maven.compiler.testRelease>",
                "3.16.0",
                "");
        assertThat(JavaRelease.of(project, session(), true))
                .isEqualTo(new JavaRelease(22, "<maven.compiler.testRelease>"));
    }

    @Test
    void silenceMeansTheDefaultOfTheCompilerPluginOrCannotBeTold() throws Exception {
        assertThat(of("", "")).isEqualTo(new JavaRelease(8, "the default of maven-compiler-plugin 3.16.0"));
        assertThat(of("", "<configuration><compilerArgs><arg>--release=22</arg></compilerArgs></configuration>"))
                .isNull();
        assertThat(of("<maven.compiler.release>${java.version}</maven.compiler.release>", ""))
                .isNull();
        assertThat(JavaRelease.of(project("", "4.0.0-beta-3", ""), session(), false))
                .isNull();
        assertThat(JavaRelease.of(new MavenProject(), session(), false)).isNull();
    }
}
