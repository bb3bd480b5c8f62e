package it;

import geo.ffi.Place;
import java.lang.foreign.Arena;

public final class Main {
    private Main() {}

    public static void main(String[] args) {
        try (Arena arena = Arena.ofConfined()) {
            Place place = Place.allocate(arena).latitude(47.37).name("Zürich");
            System.out.println(place.name() + " " + place.latitude());
        }
    }
}
