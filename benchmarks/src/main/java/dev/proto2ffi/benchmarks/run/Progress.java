package dev.proto2ffi.benchmarks.run;

import java.io.PrintStream;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Tells how far a run is, a line a row; in a terminal the line is rewritten in place. The time left is learned from the
 * rows that are done: a row takes about as long in each round.
 */
final class Progress {
    /** Of a narrow terminal: a longer line would wrap, and couldn't be rewritten. */
    private static final int WIDTH = 79;

    private final PrintStream out;
    private final boolean terminal;
    private final int rows;
    private final int rounds;
    private final Map<Plan.Task, Double> secondsOf = new HashMap<>();
    private int done;
    private int round;

    Progress(PrintStream out, boolean terminal, int rows, int rounds) {
        this.out = out;
        this.terminal = terminal;
        this.rows = rows;
        this.rounds = rounds;
    }

    void startRound(int number) {
        round = number;
        done = 0;
    }

    /** In a terminal: what is being measured. */
    void start(Plan.Task task) {
        if (terminal) {
            show(String.format(Locale.ROOT, "%s %s …", position(done + 1), task.label()));
        }
    }

    void done(Plan.Task task, double seconds, String result) {
        done++;
        secondsOf.merge(task, seconds, (before, now) -> (before + now) / 2);
        String text =
                String.format(Locale.ROOT, "%s %s … %s, %s left", position(done), task.label(), result, timeLeft());
        if (terminal) {
            show(text);
        } else {
            out.println(text);
        }
    }

    /** Something that stays on the screen. */
    void say(String text) {
        if (terminal) {
            out.print("\r\033[2K");
        }
        out.println(text);
    }

    /** Ends the line that was rewritten. */
    void end() {
        if (terminal) {
            out.print("\r\033[2K");
            out.flush();
        }
    }

    private void show(String text) {
        out.print("\r\033[2K" + (text.length() > WIDTH ? text.substring(0, WIDTH - 1) + "…" : text));
        out.flush();
    }

    private String position(int row) {
        int width = String.valueOf(rows).length();
        String number = String.format(Locale.ROOT, "[%" + width + "d/%d]", row, rows);
        return rounds == 1 ? number : "round " + round + "/" + rounds + " " + number;
    }

    private String timeLeft() {
        double known =
                secondsOf.values().stream().mapToDouble(Double::doubleValue).sum();
        double unknown = (rows - secondsOf.size()) * (known / secondsOf.size());
        // Of this round the rest, by the rows' average; then whole rounds.
        double perRound = known + unknown;
        double seconds = perRound * (rounds - round) + perRound * (rows - done) / rows;
        return seconds < 90
                ? Math.round(seconds) + " s"
                : String.format(Locale.ROOT, "%d min", Math.round(seconds / 60));
    }
}
