/*
 * Serves sensors.Statistics to Java, on the structs that Java filled, where they are.
 *
 * The header is generated from src/main/proto by Maven (mvn generate-sources alone will do), and proves to the compiler
 * that its offsets are those that Java uses.
 */
#include "sensors/series.p2f.h"

#include <stdio.h>

/* Degrees Celsius that occur on Earth. */
static const double LOWEST = -90.0;
static const double HIGHEST = 60.0;

int32_t sensors_Statistics_Summarize(const sensors_Series *series, sensors_Summary *summary, p2f_error *error) {
    /* Never more than there is room for, whatever memory holds. */
    uint32_t count = sensors_Series_values_count(series);
    if (count == 0) {
        return p2f_fail(error, 1, "a series without values has no mean");
    }
    /* A response is as the client left it: every field is set. */
    summary->count = count;
    summary->quality = sensors_Quality_GOOD;
    summary->highest = series->values[0];
    double sum = 0.0;
    for (uint32_t i = 0; i < count; i++) {
        double value = series->values[i];
        sum += value;
        if (value > summary->highest) {
            summary->highest = value;
        }
        if (value < LOWEST || value > HIGHEST) {
            summary->quality = sensors_Quality_SUSPECT;
        }
    }
    summary->mean = sum / count;

    char remark[64];
    int size = snprintf(remark, sizeof remark, "%u values from %s", (unsigned)count, sensors_Series_get_sensor(series));
    if (!sensors_Summary_set_remark(summary, remark, (size_t)size)) {
        return p2f_fail(error, 2, "the remark is too long for its field");
    }
    return P2F_OK;
}

/* What Java looks for when it loads the library: the service, and which schema it was built from. */
sensors_Statistics_EXPORT;
