package io.cxmetrics.compare.difference;

import io.cxmetrics.stat.Difference;
import io.cxmetrics.stat.Interval;
import io.cxmetrics.survey.NetInterval;
import io.cxmetrics.survey.Nps;
import java.io.Serializable;

/** Positive, neutral and negative answers of one side; of a weighted survey as shares of its effective base. */
record NetShares(double positive, double neutral, double negative) implements Serializable {

    double answers() {
        return positive + neutral + negative;
    }

    double score() {
        return Math.min(Math.max(100 * (positive - negative) / answers(), -100), 100);
    }

    double variance() {
        return answers() == 0 ? Double.NaN : Nps.variance(positive / answers(), negative / answers());
    }

    double standardError() {
        return 100 * Math.sqrt(variance() / answers());
    }

    NetShares adjusted() {
        return new NetShares(positive + 0.75, neutral + 1.5, negative + 0.75);
    }

    NetShares plus(NetShares other) {
        return new NetShares(positive + other.positive, neutral + other.neutral, negative + other.negative);
    }

    Interval interval(double confidence, NetInterval method) {
        return method.of(positive, neutral, negative, confidence);
    }

    Difference differenceFrom(NetShares other) {
        return new Difference(score() - other.score(), Math.hypot(standardError(), other.standardError()));
    }
}
