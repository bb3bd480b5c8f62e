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
import org.jspecify.annotations.Nullable;

/**
 * Files that another compiler has linked already: a serialized {@code FileDescriptorSet}, as
 * {@code protoc --include_imports --descriptor_set_out} writes it, or what a plugin of protoc is given. Their text isn't
 * there: messages name the places that the descriptors know, and show no lines.
 */
public final class DescriptorSetReader {
    private final String origin;

    /** The set as a place in messages; null where it isn't in a file. */
    private final @Nullable Span place;

    private final String help;
    private final Diagnostics diagnostics;
    private final Map<String, FileDescriptor> built = new HashMap<>();
    private final List<LinkedFile> linked = new ArrayList<>();

    private DescriptorSetReader(String origin, @Nullable Span place, String help, Diagnostics diagnostics) {
        this.origin = origin;
        this.place = place;
        this.help = help;
        this.diagnostics = diagnostics;
    }

    /**
     * @param set the serialized set
     * @param roots names of the files that are asked for; none means all but those that come with the tools
     * @param diagnostics takes an error for a set that can't be read, a file that it hasn't, and what protobuf refuses
     */
    public static LinkedSchema read(SourceFile set, Set<String> roots, Diagnostics diagnostics) {
        DescriptorSetReader reader = new DescriptorSetReader(
                set.displayPath(),
                Span.startOf(SourceFile.withoutText(set.displayPath())),
                "make the set with protoc --include_imports --descriptor_set_out",
                diagnostics);
        return reader.link(reader.parse(set), roots);
    }

    /**
     * As {@link #read}, for files that another program hands over.
     *
     * @param origin what messages call the files together
     * @param help what to do where they aren't complete
     */
    static LinkedSchema link(
            List<FileDescriptorProto> files, Set<String> roots, String origin, String help, Diagnostics diagnostics) {
        return new DescriptorSetReader(origin, null, help, diagnostics).link(files, roots);
    }

    private List<FileDescriptorProto> parse(SourceFile set) {
        try {
            return FileDescriptorSet.parseFrom(set.bytes(0, set.length())).getFileList();
        } catch (InvalidProtocolBufferException e) {
            report(origin + " is no FileDescriptorSet: " + e.getMessage(), help);
            return List.of();
        }
    }

    private LinkedSchema link(List<FileDescriptorProto> files, Set<String> roots) {
        Map<String, FileDescriptorProto> pending = new LinkedHashMap<>();
        files.forEach(file -> pending.putIfAbsent(file.getName(), file));
        Set<String> wanted = roots.isEmpty() ? usersOwn(pending.keySet()) : roots;
        for (String root : wanted) {
            if (!pending.containsKey(root) && !diagnostics.hasErrors()) {
                report("\"" + root + "\" is not in " + origin, "it has " + String.join(", ", pending.keySet()));
            }
        }
        buildAll(pending, wanted);
        return new LinkedSchema(linked);
    }

    private static Set<String> usersOwn(Set<String> names) {
        Set<String> own = new LinkedHashSet<>(names);
        own.removeIf(name -> name.startsWith("google/protobuf/") || name.equals("proto2ffi/options.proto"));
        return own;
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
            SourceFile outline = Outline.of(file);
            FileUnit unit = new FileUnit(outline, null, root);
            linked.add(new LinkedFile(unit, descriptor, new DescribedSpans(outline, descriptor)));
        } catch (DescriptorValidationException e) {
            report(origin + ": " + e.getMessage(), help);
        }
    }

    private void reportUnbuildable(Map<String, FileDescriptorProto> pending) {
        for (FileDescriptorProto file : pending.values()) {
            Set<String> missing = new LinkedHashSet<>(file.getDependencyList());
            missing.removeAll(built.keySet());
            missing.removeAll(pending.keySet());
            for (String name : missing) {
                report(file.getName() + " imports \"" + name + "\", which is not in " + origin, help);
            }
        }
        if (!diagnostics.hasErrors()) {
            report("the files of " + origin + " import each other in a circle", help);
        }
    }

    private void report(String message, String advice) {
        diagnostics.add(Diagnostic.error("descriptor-set", place, message).withHelp(advice));
    }
}
