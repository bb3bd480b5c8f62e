package dev.proto2ffi.core.compile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.proto2ffi.core.diagnostic.Severity;
import dev.proto2ffi.core.evolve.Category;
import dev.proto2ffi.core.evolve.Facts;
import dev.proto2ffi.core.evolve.Finding;
import dev.proto2ffi.core.evolve.Rule;
import dev.proto2ffi.core.evolve.SchemaFacts;
import dev.proto2ffi.core.testing.FrontEnd;
import dev.proto2ffi.core.testing.schema.RandomSchema;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Random edits of random schemas: where no rule says that memory breaks, the layouts' JSON must agree. */
class AbiTruthTest {
    /** {@code -Dproto2ffi.evolve.schemas=N} takes more. */
    private static final int SCHEMAS = Integer.getInteger("proto2ffi.evolve.schemas", 15);

    private static final int EDITS = 30;
    private static final Pattern STRUCT =
            Pattern.compile("^ *\\{\"name\": \"([^\"]+)\".*\"size\": (\\d+), \"align\": (\\d+), \"flat\"");
    private static final Pattern MEMBER =
            Pattern.compile("^ *\\{\"name\": \"([^\"]+)\".*\"offset\": (\\d+), \"size\": (\\d+), \"align\"");
    private static final Pattern FIELD = Pattern.compile("^ +[\\w.<>, ]+ \\w+ = \\d+.*;$");
    private static final Pattern NUMBER = Pattern.compile("= (\\d+)");

    /** What the other direction doesn't say as an error of memory: additions are compatible, removals aren't. */
    private static final Set<Rule> ONE_WAY = EnumSet.of(
            Rule.MEMBER_REMOVED, Rule.MESSAGE_REMOVED, Rule.MESSAGE_RENAMED, Rule.SERVICE_REMOVED, Rule.RPC_REMOVED);

    @Test
    void structsAgreeWhereNoFindingSaysThatMemoryBreaks() {
        int compatible = 0;
        int broken = 0;
        for (long seed = 0; seed < SCHEMAS; seed++) {
            Map<String, String> texts = RandomSchema.of(seed, "abi");
            SchemaFacts old = Facts.of(texts);
            Map<String, Struct> before = structs(texts);
            Random random = new Random(seed);
            for (int edit = 0; edit < EDITS; edit++) {
                Map<String, String> edited = edit(texts, random);
                SchemaFacts now;
                try {
                    now = Facts.of(edited);
                } catch (FrontEnd.InvalidSchema e) {
                    continue;
                }
                List<Finding> findings = Facts.compare(old, now);
                if (breaksMemory(findings)) {
                    broken++;
                } else {
                    compatible++;
                    String what = "seed " + seed + ", edit " + edit + ": " + findings + "\n" + edited;
                    requireAgreement(before, structs(edited), what);
                }
                requireBothWays(findings, Facts.compare(now, old), "seed " + seed + ", edit " + edit);
            }
        }
        assertThat(compatible).isGreaterThan(SCHEMAS);
        assertThat(broken).isGreaterThan(SCHEMAS);
    }

    private static boolean breaksMemory(List<Finding> findings) {
        return findings.stream().anyMatch(AbiTruthTest::breaksMemory);
    }

    private static boolean breaksMemory(Finding finding) {
        return finding.severity() == Severity.ERROR
                && finding.rule().categories().contains(Category.ABI);
    }

    private static void requireBothWays(List<Finding> there, List<Finding> back, String what) {
        if (there.stream().anyMatch(finding -> breaksMemory(finding) && !ONE_WAY.contains(finding.rule()))) {
            assertThat(breaksMemory(back))
                    .as("%s: %s, but back %s", what, there, back)
                    .isTrue();
        }
    }

    /** Old structs are there with the same size and alignment, and so are all places of their members. */
    private static void requireAgreement(Map<String, Struct> before, Map<String, Struct> after, String what) {
        before.forEach((name, struct) -> {
            Struct same = after.get(name);
            // Entries are called after their maps, which may be renamed.
            if (same != null || !name.endsWith("Entry")) {
                assertThat(same).as("%s in %s", name, what).isNotNull();
                if (same != null) {
                    assertThat(same.size()).as("size of %s in %s", name, what).isEqualTo(struct.size());
                    assertThat(same.align())
                            .as("alignment of %s in %s", name, what)
                            .isEqualTo(struct.align());
                    requireMembers(struct.members(), same.members(), name + " in " + what);
                }
            }
        });
    }

    /** Each old member is where it was; one that was renamed, by whatever name. */
    private static void requireMembers(Map<String, String> before, Map<String, String> after, String what) {
        before.forEach((name, place) -> {
            if (after.containsKey(name)) {
                assertThat(after.get(name)).as("%s of %s", name, what).isEqualTo(place);
            } else {
                assertThat(after.values()).as("%s of %s", name, what).contains(place);
            }
        });
    }

    private record Struct(String size, String align, Map<String, String> members) {}

    private static Map<String, Struct> structs(Map<String, String> texts) {
        Map<String, Struct> structs = new HashMap<>();
        Struct current = new Struct("", "", new HashMap<>());
        for (String line : LayoutReport.of(FrontEnd.layOut(texts)).json().split("\n", -1)) {
            Matcher struct = STRUCT.matcher(line);
            Matcher member = MEMBER.matcher(line);
            if (struct.find()) {
                current = new Struct(struct.group(2), struct.group(3), new HashMap<>());
                structs.put(struct.group(1), current);
            } else if (member.find()) {
                current.members().put(member.group(1), member.group(2) + "+" + member.group(3));
            }
        }
        return structs;
    }

    /** A field less, two swapped, one renamed, renumbered or added, its type, label, bound or width changed. */
    private static Map<String, String> edit(Map<String, String> texts, Random random) {
        Map<String, String> edited = new LinkedHashMap<>(texts);
        List<String> files = List.copyOf(texts.keySet());
        String file = files.get(random.nextInt(files.size()));
        List<String> lines = new ArrayList<>(edited.get(file).lines().toList());
        List<Integer> fields = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            if (FIELD.matcher(lines.get(i)).find()) {
                fields.add(i);
            }
        }
        if (fields.isEmpty()) {
            return edited;
        }
        int at = fields.get(random.nextInt(fields.size()));
        String line = lines.get(at);
        String added = (lines.get(0).contains("proto2") ? "optional " : "") + (random.nextBoolean() ? "bool" : "uint64")
                + " added_here = 77777;";
        switch (random.nextInt(9)) {
            case 0 -> lines.remove(at);
            case 1, 2 -> {
                int other = fields.get(Math.min(fields.size() - 1, fields.indexOf(at) + 1));
                lines.set(at, lines.set(other, line));
            }
            case 3 -> lines.set(at, NUMBER.matcher(line).replaceFirst("= " + (1000 + random.nextInt(1000))));
            case 4 -> lines.set(at, line.replaceFirst("(\\w+) = (\\d+)", "renamed_here = $2"));
            case 5 ->
                lines.set(at, line.replaceFirst("max_(size|count) = \\d+", "max_$1 = " + (1 + random.nextInt(60))));
            case 6 -> lines.set(at, line.replaceFirst("\\b(s?int32|uint32|bool|fixed32|float|string) ", "uint32 "));
            default -> lines.add(at + 1, added);
        }
        edited.put(file, String.join("\n", lines) + "\n");
        return edited;
    }
}
