package dev.proto2ffi.benchmarks.report;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Runs as JSON. */
public final class JsonFile {
    private static final Gson GSON =
            new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

    private JsonFile() {}

    /**
     * Reads a run.
     *
     * @throws IOException also when the file holds something else, or another version of the form
     */
    public static Run read(Path file) throws IOException {
        String text = Files.readString(file);
        try {
            JsonElement schema = JsonParser.parseString(text).getAsJsonObject().get("schema");
            if (schema != null && schema.getAsInt() == Run.SCHEMA) {
                return GSON.fromJson(text, Run.class);
            }
        } catch (RuntimeException e) { // Gson throws several, and wraps those of our constructors.
            throw new IOException(file + " holds no run: " + e.getMessage(), e);
        }
        throw new IOException(file + " holds no run of schema " + Run.SCHEMA);
    }

    /** Writes a run; the file is the old one or the new one at any time, never a part. */
    public static void write(Run run, Path file) throws IOException {
        replace(file, GSON.toJson(run) + "\n");
    }

    /** Writes text beside the file first, and then puts it in its place. */
    public static void replace(Path file, String text) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null) {
            throw new IOException(file + " is no file");
        }
        Files.createDirectories(folder);
        Path temporary = folder.resolve("." + file.getFileName() + ".tmp");
        try {
            Files.writeString(temporary, text);
            Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }
}
