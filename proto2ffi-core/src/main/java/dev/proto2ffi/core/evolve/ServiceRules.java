package dev.proto2ffi.core.evolve;

import dev.proto2ffi.core.evolve.ServiceFacts.RpcFacts;
import dev.proto2ffi.core.source.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Services and their calls. */
final class ServiceRules {
    private final SchemaFacts old;
    private final SchemaFacts now;
    private final NameMap names;
    private final Findings findings;

    ServiceRules(SchemaFacts old, SchemaFacts now, NameMap names, Findings findings) {
        this.old = old;
        this.now = now;
        this.names = names;
        this.findings = findings;
    }

    void compare() {
        Set<String> known = new HashSet<>();
        for (ServiceFacts service : old.services().values()) {
            ServiceFacts after = now.services().get(names.service(service));
            if (after != null) {
                known.add(after.fullName());
                new Pair(service, after).compare();
            } else {
                FileFacts file = names.files().now(service.file());
                findings.add(
                        Rule.SERVICE_REMOVED,
                        service.fullName(),
                        "service " + service.fullName() + " is gone",
                        service.span(),
                        file == null ? null : file.span());
            }
        }
        for (ServiceFacts service : now.services().values()) {
            if (!known.contains(service.fullName())) {
                findings.add(
                        Rule.SERVICE_ADDED,
                        service.fullName(),
                        "service " + service.fullName() + " is new",
                        null,
                        service.span());
            }
        }
    }

    /** A service before and after. */
    private final class Pair {
        private final ServiceFacts before;
        private final ServiceFacts after;
        private final Map<String, RpcFacts> nowByOldName = new HashMap<>();
        private boolean explained;

        Pair(ServiceFacts before, ServiceFacts after) {
            this.before = before;
            this.after = after;
        }

        void compare() {
            pair();
            for (RpcFacts rpc : before.rpcs()) {
                RpcFacts same = nowByOldName.get(rpc.name());
                if (same == null) {
                    add(
                            Rule.RPC_REMOVED,
                            rpc,
                            "rpc " + subject(rpc) + " is gone",
                            rpc.wire().span(),
                            after.span());
                } else {
                    compare(rpc, same);
                }
            }
            for (RpcFacts rpc : after.rpcs()) {
                if (!nowByOldName.containsValue(rpc) && !rpc.skipped()) {
                    add(
                            Rule.RPC_ADDED,
                            rpc,
                            "rpc " + subject(rpc) + " is new",
                            null,
                            rpc.wire().span());
                }
            }
            order();
            fingerprint();
        }

        private void pair() {
            for (RpcFacts rpc : before.rpcs()) {
                RpcFacts same = byName(after, rpc.name());
                if (same != null) {
                    nowByOldName.put(rpc.name(), same);
                }
            }
            for (int i = 0; i < before.rpcs().size() && i < after.rpcs().size(); i++) {
                RpcFacts rpc = before.rpcs().get(i);
                RpcFacts candidate = after.rpcs().get(i);
                if (!nowByOldName.containsKey(rpc.name())
                        && byName(before, candidate.name()) == null
                        && isSameCall(rpc, candidate)) {
                    nowByOldName.put(rpc.name(), candidate);
                }
            }
        }

        private @Nullable RpcFacts byName(ServiceFacts service, String name) {
            for (RpcFacts rpc : service.rpcs()) {
                if (rpc.name().equals(name)) {
                    return rpc;
                }
            }
            return null;
        }

        private boolean isSameCall(RpcFacts from, RpcFacts to) {
            return names.translate(from.wire().request()).equals(to.wire().request())
                    && names.translate(from.wire().response()).equals(to.wire().response())
                    && from.wire().clientStreaming() == to.wire().clientStreaming()
                    && from.wire().serverStreaming() == to.wire().serverStreaming();
        }

        private void compare(RpcFacts from, RpcFacts to) {
            Span span = from.wire().span();
            if (!from.name().equals(to.name())) {
                add(
                        Rule.RPC_RENAMED,
                        to,
                        "rpc " + subject(to) + " was called " + from.name(),
                        span,
                        to.wire().span());
            }
            if (!names.translate(from.wire().request()).equals(to.wire().request())) {
                add(
                        Rule.RPC_REQUEST_CHANGED,
                        to,
                        "rpc " + subject(to) + " takes " + to.wire().request() + " and took "
                                + from.wire().request(),
                        from.wire().requestSpan(),
                        to.wire().requestSpan());
            }
            if (!names.translate(from.wire().response()).equals(to.wire().response())) {
                add(
                        Rule.RPC_RESPONSE_CHANGED,
                        to,
                        "rpc " + subject(to) + " returns " + to.wire().response() + " and returned "
                                + from.wire().response(),
                        from.wire().responseSpan(),
                        to.wire().responseSpan());
            }
            streaming(
                    from,
                    to,
                    "requests",
                    from.wire().clientStreaming(),
                    to.wire().clientStreaming());
            streaming(
                    from,
                    to,
                    "responses",
                    from.wire().serverStreaming(),
                    to.wire().serverStreaming());
            calls(from, to);
        }

        private void streaming(RpcFacts from, RpcFacts to, String what, boolean was, boolean is) {
            if (was != is) {
                add(
                        Rule.RPC_STREAMING_CHANGED,
                        to,
                        "rpc " + subject(to)
                                + (is
                                        ? " streams its " + what + " and didn't"
                                        : " streamed its " + what + " and doesn't any more"),
                        from.wire().span(),
                        to.wire().span());
            }
        }

        private void calls(RpcFacts from, RpcFacts to) {
            Span was = from.wire().span();
            Span is = to.wire().span();
            if (from.skipped() && to.skipped()) {
                return;
            }
            if (to.skipped()) {
                add(Rule.RPC_REMOVED, to, "rpc " + subject(to) + " is left out of the calls (skip)", was, is);
            } else if (from.skipped()) {
                add(Rule.RPC_ADDED, to, "rpc " + subject(to) + " is a call and was left out (skip)", was, is);
            } else {
                flag(Rule.RPC_CRITICAL_CHANGED, to, "critical", from.critical(), to.critical(), was, is);
                flag(Rule.RPC_BATCH_CHANGED, to, "batch", from.batch(), to.batch(), was, is);
            }
        }

        private void flag(Rule rule, RpcFacts rpc, String what, boolean was, boolean is, Span old, Span now) {
            if (was != is) {
                String text = is ? " has " + what + " and hadn't" : " had " + what + " and hasn't any more";
                add(rule, rpc, "rpc " + subject(rpc) + text, old, now);
            }
        }

        private void order() {
            List<String> expected = new ArrayList<>();
            for (RpcFacts rpc : before.calls()) {
                RpcFacts same = nowByOldName.get(rpc.name());
                if (same != null && !same.skipped()) {
                    expected.add(same.name());
                }
            }
            List<String> actual = after.calls().stream()
                    .map(RpcFacts::name)
                    .filter(expected::contains)
                    .toList();
            if (!actual.equals(expected)) {
                explained |= findings.add(
                        Rule.RPC_REORDERED,
                        after.fullName(),
                        "the rpcs of " + after.fullName() + " stand in the order " + String.join(", ", actual)
                                + " and stood in " + String.join(", ", expected),
                        before.span(),
                        after.span());
            }
        }

        private void fingerprint() {
            boolean renamed = !before.fullName().equals(after.fullName());
            if (!explained
                    && !renamed
                    && before.fingerprint() != null
                    && after.fingerprint() != null
                    && !Objects.equals(before.fingerprint(), after.fingerprint())) {
                findings.add(
                        Rule.SERVICE_FINGERPRINT_CHANGED,
                        after.fullName(),
                        "the fingerprint of service " + after.fullName() + " is "
                                + LockWriter.fingerprint(after.fingerprint()) + " and was "
                                + LockWriter.fingerprint(before.fingerprint())
                                + ": a struct that its calls reach changed",
                        before.span(),
                        after.span());
            }
        }

        private String subject(RpcFacts rpc) {
            return after.fullName() + "." + rpc.name();
        }

        private void add(Rule rule, RpcFacts rpc, String message, @Nullable Span from, Span to) {
            explained |= findings.add(rule, subject(rpc), message, from, to);
        }
    }
}
