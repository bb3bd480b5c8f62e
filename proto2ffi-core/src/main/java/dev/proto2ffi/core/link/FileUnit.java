package dev.proto2ffi.core.link;

import com.google.protobuf.DescriptorProtos.Edition;
import com.google.protobuf.Descriptors.FileDescriptor;
import dev.proto2ffi.core.source.SourceFile;
import dev.proto2ffi.core.source.Span;
import dev.proto2ffi.core.syntax.FileNode;
import dev.proto2ffi.core.syntax.ImportNode;
import dev.proto2ffi.core.syntax.PackageNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One file on its way from syntax tree to descriptor. */
final class FileUnit {
    final SourceFile source;

    /** Null where the file comes from a descriptor. */
    final @Nullable FileNode ast;

    final boolean root;

    /** Empty for none. */
    String packageName = "";

    @Nullable PackageNode packageNode;

    Edition edition = Edition.EDITION_PROTO2;
    final List<Import> imports = new ArrayList<>();
    final List<MessageSymbol> messages = new ArrayList<>();
    final List<EnumSymbol> enums = new ArrayList<>();
    final List<ServiceSymbol> services = new ArrayList<>();
    final List<FieldSymbol> extensions = new ArrayList<>();

    /** The options of the file itself; null where there are none. */
    @Nullable OptionSet options;

    /** All option sets of the file, in the order in which protoc interprets them. */
    final List<OptionSet> optionSets = new ArrayList<>();

    /** Whether anything in it or in what it needs is wrong; then it has no descriptor. */
    boolean broken;

    /** How many files a chain of public imports from here leads through at most. */
    int publicDepth;

    /** Null until the file is linked without errors. */
    @Nullable FileDescriptor descriptor;

    private @Nullable Set<FileUnit> visible;
    private @Nullable Set<FileUnit> visibleToOptions;

    /** Why an import leads nowhere. */
    enum Problem {
        NONE,
        MISSING,
        CYCLE
    }

    /** An import statement and the file that it names; null where there is none or it is broken. */
    record Import(ImportNode node, String path, @Nullable FileUnit file, Problem problem) {
        boolean isOption() {
            return node.kind() == ImportNode.Kind.OPTION;
        }

        boolean isPublic() {
            return node.kind() == ImportNode.Kind.PUBLIC;
        }
    }

    FileUnit(SourceFile source, @Nullable FileNode ast, boolean root) {
        this.source = source;
        this.ast = ast;
        this.root = root;
    }

    String name() {
        return source.importName();
    }

    boolean isEditions() {
        return edition.getNumber() >= Edition.EDITION_2023_VALUE;
    }

    /** The place for what concerns the file as a whole. */
    Span start() {
        return Span.startOf(source);
    }

    /** Whether this file may use what {@code other} declares: itself, its imports, and what those import publicly. */
    boolean sees(FileUnit other) {
        return other == this || visible().contains(other);
    }

    /** As {@link #sees}, for names inside options: {@code import option} counts too. */
    boolean seesInOptions(FileUnit other) {
        if (sees(other)) {
            return true;
        }
        if (visibleToOptions == null) {
            visibleToOptions = reachable(true);
        }
        return visibleToOptions.contains(other);
    }

    /** The files whose declarations this one may use, without itself. */
    Set<FileUnit> visible() {
        if (visible == null) {
            visible = reachable(false);
        }
        return visible;
    }

    private Set<FileUnit> reachable(boolean options) {
        Set<FileUnit> found = new HashSet<>();
        Deque<FileUnit> open = new ArrayDeque<>();
        for (Import each : imports) {
            if (each.file() != null && each.isOption() == options && found.add(each.file())) {
                open.add(each.file());
            }
        }
        while (!open.isEmpty()) {
            for (Import each : open.remove().imports) {
                if (each.file() != null && each.isPublic() && found.add(each.file())) {
                    open.add(each.file());
                }
            }
        }
        return found;
    }

    /** Whether the file's package is {@code name} or lies inside it. */
    boolean isInPackage(String name) {
        return packageName.startsWith(name)
                && (packageName.length() == name.length() || packageName.charAt(name.length()) == '.');
    }

    /** Whether an option set in it is for compilers only. */
    boolean hasSourceRetention() {
        for (OptionSet each : optionSets) {
            if (each.value != null && each.value.hasSourceRetention()) {
                return true;
            }
        }
        return false;
    }

    @Override
    public String toString() {
        return name();
    }
}
