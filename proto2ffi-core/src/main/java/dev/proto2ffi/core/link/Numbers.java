package dev.proto2ffi.core.link;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Numbers as protoc writes and reads them. */
final class Numbers {
    private Numbers() {}

    /** The shorter of 15 and 17 significant digits that reads back as the same value, in the manner of C's {@code %g}. */
    static String text(double value) {
        if (Double.isNaN(value)) {
            return "nan";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "inf" : "-inf";
        }
        String brief = general(value, 15);
        return Double.parseDouble(brief) == value ? brief : general(value, 17);
    }

    /** The shorter of 6 and 9 significant digits that reads back as the same value. */
    static String text(float value) {
        if (Float.isNaN(value)) {
            return "nan";
        }
        if (Float.isInfinite(value)) {
            return value > 0 ? "inf" : "-inf";
        }
        // C's strtof reports subnormal results as out of range, and protoc then takes the longer form.
        boolean subnormal = value != 0 && Math.abs(value) < Float.MIN_NORMAL;
        String brief = general(value, 6);
        return !subnormal && Float.parseFloat(brief) == value ? brief : general(value, 9);
    }

    /** To the nearest float; half a unit above the largest float is still that, not infinity. */
    static float toFloat(double value) {
        double limit = 0x1.ffffffp127;
        return Math.abs(value) == limit ? Math.copySign(Float.MAX_VALUE, (float) value) : (float) value;
    }

    /** C's {@code %.<digits>g}. */
    private static String general(double value, int digits) {
        String sign = Double.doubleToRawLongBits(value) < 0 ? "-" : "";
        if (value == 0) {
            return sign + "0";
        }
        BigDecimal rounded = new BigDecimal(Math.abs(value)).round(new MathContext(digits, RoundingMode.HALF_EVEN));
        String all = rounded.unscaledValue().toString();
        int exponent = all.length() - 1 - rounded.scale();
        int end = all.length();
        while (end > 1 && all.charAt(end - 1) == '0') {
            end--;
        }
        String significant = all.substring(0, end);
        StringBuilder out = new StringBuilder(sign);
        if (exponent < -4 || exponent >= digits) {
            out.append(significant.charAt(0));
            if (significant.length() > 1) {
                out.append('.').append(significant, 1, significant.length());
            }
            out.append('e').append(exponent < 0 ? '-' : '+');
            int magnitude = Math.abs(exponent);
            if (magnitude < 10) {
                out.append('0');
            }
            out.append(magnitude);
        } else if (exponent < 0) {
            out.append("0.").append("0".repeat(-exponent - 1)).append(significant);
        } else if (significant.length() <= exponent + 1) {
            out.append(significant).append("0".repeat(exponent + 1 - significant.length()));
        } else {
            out.append(significant, 0, exponent + 1)
                    .append('.')
                    .append(significant, exponent + 1, significant.length());
        }
        return out.toString();
    }

    /** An unsigned 64-bit integer as a double, rounded once. */
    static double unsignedToDouble(long magnitude) {
        if (magnitude >= 0) {
            return magnitude;
        }
        // Halve with the lost bit kept sticky, so that doubling rounds as the whole would.
        return ((magnitude >>> 1) | (magnitude & 1)) * 2.0;
    }
}
