package dev.proto2ffi.snippets;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonParseException;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import java.io.StringReader;

/** JSON that no command prints: it parses. */
final class JsonRunner implements Runner {
    @Override
    public void run(Snippet snippet, Workshop workshop) {
        JsonReader reader = new JsonReader(new StringReader(snippet.text()));
        reader.setStrictness(Strictness.STRICT);
        try {
            JsonElement parsed = new Gson().fromJson(reader, JsonElement.class);
            if (parsed == null) {
                throw snippet.failure("there is nothing to parse");
            }
        } catch (JsonParseException e) {
            throw snippet.failure(String.valueOf(e.getMessage()));
        }
    }
}
