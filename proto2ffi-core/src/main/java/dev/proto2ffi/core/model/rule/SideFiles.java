package dev.proto2ffi.core.model.rule;

import dev.proto2ffi.core.source.ImportPath;
import dev.proto2ffi.core.source.SourceFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Finds the rules that stand beside .proto files: those of {@code NAME.proto} in {@code NAME.options}. */
public final class SideFiles {
    private static final String PROTO = ".proto";
    private static final String OPTIONS = ".options";

    private SideFiles() {}

    /**
     * @param imports where the files were found; a side file stands in the same place as its file
     * @param importNames of the files
     * @throws IOException when a side file is there and can't be read
     */
    public static List<RuleText> find(ImportPath imports, List<String> importNames) throws IOException {
        List<RuleText> found = new ArrayList<>();
        for (String name : importNames) {
            if (name.endsWith(PROTO) && ImportPath.isValidName(name)) {
                String sideName = name.substring(0, name.length() - PROTO.length()) + OPTIONS;
                SourceFile side = imports.findBeside(name, sideName);
                if (side != null) {
                    found.add(new RuleText(side, name));
                }
            }
        }
        return found;
    }
}
