package dev.proto2ffi.core.source;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;

/** Some of the files that were asked for can't be compiled; has every one of the run. */
public final class InputException extends IOException {
    private static final long serialVersionUID = 1L;

    private final transient List<InputProblem> problems;

    public InputException(List<InputProblem> problems) {
        super(problems.stream().map(InputProblem::message).collect(Collectors.joining("; ")));
        this.problems = List.copyOf(problems);
    }

    /** At least one, in the order of the arguments. */
    public List<InputProblem> problems() {
        return problems;
    }
}
