package dev.proto2ffi.core.emit.report;

import dev.proto2ffi.core.layout.StructLayout;
import dev.proto2ffi.core.text.DisplayText;
import dev.proto2ffi.core.text.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Layouts as a picture: one page of HTML that needs nothing else. Its frame, style and scripts are the resources
 * {@code page.html}, {@code page.css} and those of {@link #SCRIPTS}; the layouts go in as a piece of JSON, from which the
 * scripts draw a struct when it comes into view. The browser runs no script but ours: the page's policy names its digest.
 */
public final class LayoutPage {
    /** Each uses those before it. */
    private static final List<String> SCRIPTS = List.of("bytes.js", "picture.js", "table.js", "struct.js", "page.js");

    private final LayoutFacts facts;
    private final StructJson json;
    private final Function<String, StructLayout> byName;

    /** @param byName the layout of any struct of the schema, by its full name */
    public LayoutPage(TargetNames names, LayoutFacts facts, Function<String, StructLayout> byName) {
        this.facts = facts;
        this.json = new StructJson(names, facts);
        this.byName = byName;
    }

    /** The page of these structs, in this order. What they hold inline is in it too, to be opened within them. */
    public String print(List<StructLayout> structs) {
        String style = Resource.text("page.css");
        StringBuilder script = new StringBuilder("'use strict';\n");
        SCRIPTS.forEach(name -> script.append(Resource.text(name)));
        return Resource.fill(
                "page.html",
                Map.of(
                        "title",
                        escape(title(structs)),
                        "style-digest",
                        digest(style),
                        "style",
                        style,
                        "script-digest",
                        digest(script.toString()),
                        "script",
                        script.toString(),
                        "data",
                        data(structs)));
    }

    private static String title(List<StructLayout> structs) {
        Set<String> files = new LinkedHashSet<>();
        structs.forEach(layout -> files.add(layout.struct().file()));
        if (files.isEmpty()) {
            return "no structs";
        }
        return files.size() == 1 ? files.iterator().next() : Quantity.count(files.size(), "file");
    }

    /** JSON in which no {@code <} can end the element that it stands in. */
    private String data(List<StructLayout> structs) {
        Set<String> listed = new HashSet<>();
        structs.forEach(layout -> listed.add(layout.struct().fullName()));
        List<String> printed = new ArrayList<>();
        long padding = 0;
        for (StructLayout layout : structs) {
            printed.add(json.of(layout, true));
            padding += facts.of(layout).own();
        }
        for (StructLayout layout : held(structs, listed)) {
            printed.add(json.of(layout, false));
        }
        return new JsonObject()
                .put("title", title(structs))
                .put("line", CacheLines.SIZE)
                .put("padding", padding)
                .putLines("structs", printed, 0)
                .toString()
                .replace("<", "\\u003c");
    }

    /** What the structs hold inline, directly or through others, without those that are listed. */
    private List<StructLayout> held(List<StructLayout> structs, Set<String> listed) {
        Set<String> seen = new HashSet<>(listed);
        List<StructLayout> held = new ArrayList<>();
        List<StructLayout> pending = new ArrayList<>(structs);
        for (int i = 0; i < pending.size(); i++) {
            pending.get(i).fields().stream()
                    .map(field -> field.field().type().inlineStruct())
                    .forEach(name -> {
                        if (name != null && seen.add(name)) {
                            StructLayout layout = byName.apply(name);
                            held.add(layout);
                            pending.add(layout);
                        }
                    });
        }
        return held;
    }

    private static String escape(String text) {
        return DisplayText.visible(text)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    /** As a Content-Security-Policy names what stands between the tags of an element. */
    private static String digest(String element) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(element.getBytes(StandardCharsets.UTF_8));
            return "sha256-" + Base64.getEncoder().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
