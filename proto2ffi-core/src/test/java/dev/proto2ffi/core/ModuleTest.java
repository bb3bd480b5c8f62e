package dev.proto2ffi.core;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Message;
import com.palantir.javapoet.JavaFile;
import dev.proto2ffi.core.source.SourceFile;
import java.lang.module.Configuration;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The tests run on the class path; this one shows that the module works as a module. */
class ModuleTest {

    private static final String NAME = "dev.proto2ffi.core";

    @Test
    void resolvesAndLoadsWithNothingButItsDeclaredDependencies() throws Exception {
        ModuleFinder finder = ModuleFinder.of(home(SourceFile.class), home(Message.class), home(JavaFile.class));
        ModuleLayer boot = ModuleLayer.boot();
        Configuration configuration = boot.configuration().resolve(finder, ModuleFinder.of(), Set.of(NAME));
        ModuleLayer layer = boot.defineModulesWithOneLoader(configuration, ClassLoader.getPlatformClassLoader());

        Class<?> loaded = layer.findLoader(NAME).loadClass(SourceFile.class.getName());

        assertThat(loaded).isNotSameAs(SourceFile.class);
        assertThat(loaded.getModule().getName()).isEqualTo(NAME);
    }

    @Test
    void exportsWhatTheCommandLineAndTheMavenPluginNeedAndNothingElse() throws Exception {
        ModuleDescriptor descriptor =
                ModuleFinder.of(home(SourceFile.class)).find(NAME).orElseThrow().descriptor();
        assertThat(descriptor.exports())
                .extracting(ModuleDescriptor.Exports::source)
                .containsExactlyInAnyOrder(NAME + ".diagnostic", NAME + ".source");
        assertThat(descriptor.exports()).noneMatch(ModuleDescriptor.Exports::isQualified);
    }

    private static Path home(Class<?> type) throws URISyntaxException {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    }
}
