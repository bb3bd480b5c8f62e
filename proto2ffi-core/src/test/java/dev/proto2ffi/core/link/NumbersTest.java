package dev.proto2ffi.core.link;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NumbersTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "-0.0, -0",
        "1, 1",
        "0.1, 0.1",
        "1e15, 1e+15",
        "1e14, 100000000000000",
        "123456789012345678, 1.2345678901234568e+17",
        "0.0001, 0.0001",
        "0.00001, 1e-05",
        "4.9e-324, 4.94065645841247e-324",
        "1.7976931348623157e308, 1.7976931348623157e+308",
        "3.141592653589793, 3.1415926535897931",
        "1e100, 1e+100",
    })
    void doublesAreWrittenAsCWritesThem(double value, String text) {
        assertThat(Numbers.text(value)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "0.1, 0.1",
        "16777216, 16777216",
        "1000000, 1e+06",
        "3.4028235e38, 3.40282347e+38",
        "1.4e-45, 1.40129846e-45",
        "0.33333334, 0.333333343",
        "123456.7, 123456.703",
    })
    void floatsAreWrittenAsCWritesThem(float value, String text) {
        assertThat(Numbers.text(value)).isEqualTo(text);
    }

    @Test
    void valuesThatAreNoNumbersHaveWords() {
        assertThat(Numbers.text(Double.NaN)).isEqualTo("nan");
        assertThat(Numbers.text(Double.NEGATIVE_INFINITY)).isEqualTo("-inf");
        assertThat(Numbers.text(Float.POSITIVE_INFINITY)).isEqualTo("inf");
    }

    @Test
    void unsignedIntegersBecomeTheNearestDouble() {
        assertThat(Numbers.unsignedToDouble(-1)).isEqualTo(0x1p64);
        assertThat(Numbers.unsignedToDouble(0x8000000000000401L)).isEqualTo(0x1.0000000000001p63);
        assertThat(Numbers.unsignedToDouble(0x8000000000000400L)).isEqualTo(0x1p63);
    }
}
