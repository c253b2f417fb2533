package io.cxmetrics.survey;

/** The counts while they grow. */
final class ScreenedBuffer {
    private final Screening screening;
    private final RatingScale scale;
    private final long[] ratings;
    final long[] leftOut = new long[Exclusion.values().length];

    ScreenedBuffer(Screening screening) {
        this.screening = screening;
        this.scale = screening.scale();
        this.ratings = RatingsKernel.zero(scale);
    }

    void add(Screening.Verdict verdict) {
        add(verdict, 1);
    }

    /** Judges a number once for all its occurrences. */
    void add(int value, int occurrences) {
        if (occurrences > 0) {
            add(screening.judge(value), occurrences);
        }
    }

    private void add(Screening.Verdict verdict, int occurrences) {
        Exclusion reason = verdict.reason();
        if (reason == null) {
            ratings[verdict.rating() - scale.min()] += occurrences;
        } else {
            leftOut[reason.index()] += occurrences;
        }
    }

    Screened screened() {
        return new Screened(Ratings.ofCounts(scale, ratings), Exclusions.ofCounts(leftOut.clone()));
    }
}
