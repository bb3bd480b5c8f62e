package dev.proto2ffi.core.link;

import com.google.protobuf.DescriptorProtos.Edition;
import com.google.protobuf.DescriptorProtos.FeatureSet;
import com.google.protobuf.DescriptorProtos.FieldOptions.EditionDefault;
import com.google.protobuf.Descriptors.FieldDescriptor;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The features that hold for a declaration: the edition's defaults, overridden by the file and by each scope down to
 * the declaration itself. Valid once the first pass of option interpretation is over.
 */
final class Features {
    private static final Map<Edition, FeatureSet> DEFAULTS = new ConcurrentHashMap<>();

    private Features() {}

    static FeatureSet of(Symbol symbol) {
        Symbol at = symbol;
        while (at.options == null || at.options.ownFeatures == null) {
            Symbol next = inheritsFrom(at);
            if (next == null) {
                return of(at.file);
            }
            at = next;
        }
        OptionSet options = at.options;
        if (options.mergedFeatures == null) {
            Symbol next = inheritsFrom(at);
            FeatureSet inherited = next == null ? of(at.file) : of(next);
            options.mergedFeatures =
                    inherited.toBuilder().mergeFrom(options.ownFeatures).build();
        }
        return options.mergedFeatures;
    }

    static FeatureSet of(FileUnit file) {
        FeatureSet defaults = defaults(file.edition);
        OptionSet options = file.options;
        if (options == null || options.ownFeatures == null) {
            return defaults;
        }
        if (options.mergedFeatures == null) {
            options.mergedFeatures =
                    defaults.toBuilder().mergeFrom(options.ownFeatures).build();
        }
        return options.mergedFeatures;
    }

    private static @Nullable Symbol inheritsFrom(Symbol symbol) {
        if (symbol instanceof FieldSymbol field && field.oneof != null && !field.oneof.synthetic) {
            return field.oneof;
        }
        return symbol.parent();
    }

    /** What holds in a file of an edition that sets nothing. */
    static FeatureSet defaults(Edition edition) {
        return DEFAULTS.computeIfAbsent(edition, Features::collectDefaults);
    }

    private static FeatureSet collectDefaults(Edition edition) {
        FeatureSet.Builder features = FeatureSet.newBuilder();
        for (FieldDescriptor field : FeatureSet.getDescriptor().getFields()) {
            EditionDefault latest = null;
            for (EditionDefault each : field.getOptions().getEditionDefaultsList()) {
                if (each.getEdition().getNumber() <= edition.getNumber()
                        && (latest == null
                                || latest.getEdition().getNumber()
                                        < each.getEdition().getNumber())) {
                    latest = each;
                }
            }
            if (latest != null) {
                features.setField(field, field.getEnumType().findValueByName(latest.getValue()));
            }
        }
        return features.build();
    }
}
