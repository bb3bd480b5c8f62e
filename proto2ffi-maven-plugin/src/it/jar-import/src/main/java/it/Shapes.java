package it;

import shapes.ffi.Square;

final class Shapes {
    static String unit(Square square) {
        return square.side().unit();
    }
}
