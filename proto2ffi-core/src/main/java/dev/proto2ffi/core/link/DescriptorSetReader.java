package dev.proto2ffi.core.link;

import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorSet;
import com.google.protobuf.Descriptors.DescriptorValidationException;
import com.google.protobuf.Descriptors.FileDescriptor;
import com.google.protobuf.InvalidProtocolBufferException;
import dev.proto2ffi.core.diagnostic.Diagnostic;
import dev.proto2ffi.core.diagnostic.Diagnostics;
import dev.proto2ffi.core.source.SourceFile;
import dev.proto2ffi.core.source.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Files that another compiler has linked already: a serialized {@code FileDescriptorSet}, as
 * {@code protoc --include_imports --descriptor_set_out} writes it. Their text isn't there, so that messages name a file
 * and its first byte only.
 */
public final class DescriptorSetReader {
    private static final String HELP = "make the set with protoc --include_imports --descriptor_set_out";

    private final SourceFile set;

    /** The set as a place in messages, without its bytes, which nobody wants to see underlined. */
    private final Span place;

    private final Diagnostics diagnostics;
    private final Map<String, FileDescriptor> built = new HashMap<>();
    private final List<LinkedFile> linked = new ArrayList<>();

    private DescriptorSetReader(SourceFile set, Diagnostics diagnostics) {
        this.set = set;
        this.place = Span.startOf(SourceFile.of(set.importName(), set.displayPath(), new byte[0]));
        this.diagnostics = diagnostics;
    }

    /**
     * @param set the serialized set
     * @param roots names of the files that are asked for; none means all but those that come with the tools
     * @param diagnostics takes an error for a set that can't be read, a file that it hasn't, and what protobuf refuses
     */
    public static LinkedSchema read(SourceFile set, Set<String> roots, Diagnostics diagnostics) {
        DescriptorSetReader reader = new DescriptorSetReader(set, diagnostics);
        Map<String, FileDescriptorProto> pending = reader.parse();
        Set<String> wanted = roots.isEmpty() ? usersOwn(pending.keySet()) : roots;
        for (String root : wanted) {
            if (!pending.containsKey(root) && !diagnostics.hasErrors()) {
                reader.report(
                        "\"" + root + "\" is not in " + set.displayPath(),
                        "the set has " + String.join(", ", pending.keySet()));
            }
        }
        reader.buildAll(pending, wanted);
        return new LinkedSchema(reader.linked);
    }

    private static Set<String> usersOwn(Set<String> names) {
        Set<String> own = new LinkedHashSet<>(names);
        own.removeIf(name -> name.startsWith("google/protobuf/") || name.equals("proto2ffi/options.proto"));
        return own;
    }

    private Map<String, FileDescriptorProto> parse() {
        Map<String, FileDescriptorProto> files = new LinkedHashMap<>();
        try {
            for (FileDescriptorProto file :
                    FileDescriptorSet.parseFrom(set.bytes(0, set.length())).getFileList()) {
                files.putIfAbsent(file.getName(), file);
            }
        } catch (InvalidProtocolBufferException e) {
            report(set.displayPath() + " is no FileDescriptorSet: " + e.getMessage(), HELP);
        }
        return files;
    }

    /** Dependencies first, whatever the order of the set; what is left over has an import that is missing or a cycle. */
    private void buildAll(Map<String, FileDescriptorProto> pending, Set<String> roots) {
        boolean progress = true;
        while (progress && !diagnostics.hasErrors()) {
            progress = false;
            for (FileDescriptorProto file : List.copyOf(pending.values())) {
                if (built.keySet().containsAll(file.getDependencyList())) {
                    pending.remove(file.getName());
                    build(file, roots.contains(file.getName()));
                    progress = true;
                }
            }
        }
        if (!pending.isEmpty() && !diagnostics.hasErrors()) {
            reportUnbuildable(pending);
        }
    }

    private void build(FileDescriptorProto file, boolean root) {
        FileDescriptor[] dependencies =
                file.getDependencyList().stream().map(built::get).toArray(FileDescriptor[]::new);
        try {
            FileDescriptor descriptor = FileDescriptor.buildFrom(file, dependencies);
            built.put(file.getName(), descriptor);
            FileUnit unit = new FileUnit(SourceFile.of(file.getName(), file.getName(), new byte[0]), null, root);
            linked.add(new LinkedFile(unit, descriptor, new Spans(unit)));
        } catch (DescriptorValidationException e) {
            report(set.displayPath() + ": " + e.getMessage(), HELP);
        }
    }

    private void reportUnbuildable(Map<String, FileDescriptorProto> pending) {
        for (FileDescriptorProto file : pending.values()) {
            Set<String> missing = new LinkedHashSet<>(file.getDependencyList());
            missing.removeAll(built.keySet());
            missing.removeAll(pending.keySet());
            for (String name : missing) {
                report(file.getName() + " imports \"" + name + "\", which is not in " + set.displayPath(), HELP);
            }
        }
        if (!diagnostics.hasErrors()) {
            report("the files of " + set.displayPath() + " import each other in a circle", HELP);
        }
    }

    private void report(String message, String help) {
        diagnostics.add(Diagnostic.error("descriptor-set", place, message).withHelp(help));
    }
}
