"""The metrics as columns of PySpark, by the names they have in SQL.

An argument is a column, the name of a column, or a number. The functions are called by name and run where the session
runs: the jar has to be there, and nothing else but this file here, so that it also works through Spark Connect.
Written from the catalogue of functions.
"""

from pyspark.sql import functions as F


def _call(name, *arguments):
    given = [argument for argument in arguments if argument is not None]
    return F.call_function(name, *[F.lit(a) if isinstance(a, (int, float)) else a for a in given])


def nps(score):
    """Return 100 (promoters - detractors) / answers;
    of (score) or (tally)."""
    return _call("nps", score)


def nps_margin(score, confidence=0.95):
    """Return half the width of the adjusted Wald interval;
    confidence 0.95 unless given;
    of (score) or (tally)."""
    return _call("nps_margin", score, confidence)


def nps_low(score, confidence=0.95):
    """Return low end of the adjusted Wald interval;
    confidence 0.95 unless given;
    of (score) or (tally)."""
    return _call("nps_low", score, confidence)


def nps_high(score, confidence=0.95):
    """Return high end of the adjusted Wald interval;
    confidence 0.95 unless given;
    of (score) or (tally)."""
    return _call("nps_high", score, confidence)


def nps_strict(score):
    """Return like nps, and an error where rating must be in [0, 10] and is not;
    of (score) or (tally)."""
    return _call("nps_strict", score)


def nps_summary(score, confidence=0.95):
    """Return counters, answers and their interval as a struct;
    confidence 0.95 unless given;
    of (score) or (tally)."""
    return _call("nps_summary", score, confidence)


def nps_tally(score):
    """Return the counters as a struct, to be stored and merged;
    of (score) or (tally)."""
    return _call("nps_tally", score)


def nps_merge(tally):
    """Return the sum of stored tallies."""
    return _call("nps_merge", tally)


def nps_score(tally):
    """Return the answer of one stored tally."""
    return _call("nps_score", tally)


def csat(rating):
    """Return 100 satisfied (4 and 5) / answers (1 to 5);
    of (rating) or (tally)."""
    return _call("csat", rating)


def csat_low(rating, confidence=0.95):
    """Return low end of the Wilson interval;
    confidence 0.95 unless given;
    of (rating) or (tally)."""
    return _call("csat_low", rating, confidence)


def csat_high(rating, confidence=0.95):
    """Return high end of the Wilson interval;
    confidence 0.95 unless given;
    of (rating) or (tally)."""
    return _call("csat_high", rating, confidence)


def csat_net(rating):
    """Return percent satisfied - percent dissatisfied (1 and 2);
    of (rating) or (tally)."""
    return _call("csat_net", rating)


def csat_mean(rating):
    """Return mean of the ratings from 1 to 5;
    of (rating) or (tally)."""
    return _call("csat_mean", rating)


def csat_strict(rating):
    """Return like csat, and an error where rating must be in [1, 5] and is not;
    of (rating) or (tally)."""
    return _call("csat_strict", rating)


def csat_summary(rating, confidence=0.95):
    """Return counters, answers and their interval as a struct;
    confidence 0.95 unless given;
    of (rating) or (tally)."""
    return _call("csat_summary", rating, confidence)


def csat_tally(rating):
    """Return the counters as a struct, to be stored and merged;
    of (rating) or (tally)."""
    return _call("csat_tally", rating)


def csat_merge(tally):
    """Return the sum of stored tallies."""
    return _call("csat_merge", tally)


def csat_score(tally):
    """Return the answer of one stored tally."""
    return _call("csat_score", tally)


def ces(rating):
    """Return mean of the ratings from 1 to 7;
    of (rating) or (tally)."""
    return _call("ces", rating)


def ces_low(rating, confidence=0.95):
    """Return low end of the Student interval;
    confidence 0.95 unless given;
    of (rating) or (tally)."""
    return _call("ces_low", rating, confidence)


def ces_high(rating, confidence=0.95):
    """Return high end of the Student interval;
    confidence 0.95 unless given;
    of (rating) or (tally)."""
    return _call("ces_high", rating, confidence)


def ces_easy(rating):
    """Return 100 easy (5 to 7) / answers;
    of (rating) or (tally)."""
    return _call("ces_easy", rating)


def ces_net(rating):
    """Return percent easy - percent difficult (1 to 3);
    of (rating) or (tally)."""
    return _call("ces_net", rating)


def ces_strict(rating):
    """Return like ces, and an error where rating must be in [1, 7] and is not;
    of (rating) or (tally)."""
    return _call("ces_strict", rating)


def ces_summary(rating, confidence=0.95):
    """Return counters, answers and their interval as a struct;
    confidence 0.95 unless given;
    of (rating) or (tally)."""
    return _call("ces_summary", rating, confidence)


def ces_tally(rating):
    """Return the counters as a struct, to be stored and merged;
    of (rating) or (tally)."""
    return _call("ces_tally", rating)


def ces_merge(tally):
    """Return the sum of stored tallies."""
    return _call("ces_merge", tally)


def ces_score(tally):
    """Return the answer of one stored tally."""
    return _call("ces_score", tally)


def top_box(rating, k, min, max):
    """Return 100 ratings among the k best / ratings in [min, max]."""
    return _call("top_box", rating, k, min, max)


def top_box_low(rating, k, min, max, confidence=0.95):
    """Return low end of the Wilson interval;
    confidence 0.95 unless given."""
    return _call("top_box_low", rating, k, min, max, confidence)


def top_box_high(rating, k, min, max, confidence=0.95):
    """Return high end of the Wilson interval;
    confidence 0.95 unless given."""
    return _call("top_box_high", rating, k, min, max, confidence)


def bottom_box(rating, k, min, max):
    """Return 100 ratings among the k worst / ratings in [min, max]."""
    return _call("bottom_box", rating, k, min, max)


def net_box(rating, k, min, max):
    """Return top box - bottom box."""
    return _call("net_box", rating, k, min, max)


def nps_weighted(score, weight=None):
    """Return 100 (weight of promoters - weight of detractors) / weight of all;
    of (score, weight) or (tally)."""
    return _call("nps_weighted", score, weight)


def nps_weighted_margin(score, weight=None, confidence=0.95):
    """Return half the width of the adjusted Wald interval;
    confidence 0.95 unless given on the effective base;
    of (score, weight) or (tally)."""
    return _call("nps_weighted_margin", score, weight, confidence)


def nps_weighted_low(score, weight=None, confidence=0.95):
    """Return low end of the adjusted Wald interval;
    confidence 0.95 unless given on the effective base;
    of (score, weight) or (tally)."""
    return _call("nps_weighted_low", score, weight, confidence)


def nps_weighted_high(score, weight=None, confidence=0.95):
    """Return high end of the adjusted Wald interval;
    confidence 0.95 unless given on the effective base;
    of (score, weight) or (tally)."""
    return _call("nps_weighted_high", score, weight, confidence)


def nps_weighted_summary(score, weight=None, confidence=0.95):
    """Return counters, answers and their interval as a struct;
    confidence 0.95 unless given;
    of (score, weight) or (tally)."""
    return _call("nps_weighted_summary", score, weight, confidence)


def nps_weighted_tally(score, weight=None):
    """Return the counters as a struct, to be stored and merged;
    of (score, weight) or (tally)."""
    return _call("nps_weighted_tally", score, weight)


def nps_weighted_merge(tally):
    """Return the sum of stored tallies."""
    return _call("nps_weighted_merge", tally)


def nps_weighted_score(tally):
    """Return the answer of one stored tally."""
    return _call("nps_weighted_score", tally)


def cx_rate(events, trials=None):
    """Return events / trials;
    of a flag for each trial, or of two counts in each row;
    of (flag) or (events, trials) or (tally)."""
    return _call("cx_rate", events, trials)


def cx_rate_low(events, trials=None, confidence=0.95):
    """Return low end of the Wilson interval;
    confidence 0.95 unless given;
    of (flag) or (events, trials) or (tally)."""
    return _call("cx_rate_low", events, trials, confidence)


def cx_rate_high(events, trials=None, confidence=0.95):
    """Return high end of the Wilson interval;
    confidence 0.95 unless given;
    of (flag) or (events, trials) or (tally)."""
    return _call("cx_rate_high", events, trials, confidence)


def cx_rate_summary(events, trials=None, confidence=0.95):
    """Return counters, answers and their interval as a struct;
    confidence 0.95 unless given;
    of (flag) or (events, trials) or (tally)."""
    return _call("cx_rate_summary", events, trials, confidence)


def cx_rate_strict(events, trials=None):
    """Return like cx_rate, and an error where events must be in [0, trials] and is not;
    of (flag) or (events, trials) or (tally)."""
    return _call("cx_rate_strict", events, trials)


def cx_rate_tally(events, trials=None):
    """Return the counters as a struct, to be stored and merged;
    of (flag) or (events, trials) or (tally)."""
    return _call("cx_rate_tally", events, trials)


def cx_rate_merge(tally):
    """Return the sum of stored tallies."""
    return _call("cx_rate_merge", tally)


def cx_rate_score(tally):
    """Return the answer of one stored tally."""
    return _call("cx_rate_score", tally)


def churn_rate(events, trials=None):
    """Return lost / customers at the start;
    of a flag for each trial, or of two counts in each row;
    of (flag) or (events, trials) or (tally)."""
    return _call("churn_rate", events, trials)


def churn_rate_low(events, trials=None, confidence=0.95):
    """Return low end of the Wilson interval;
    confidence 0.95 unless given;
    of (flag) or (events, trials) or (tally)."""
    return _call("churn_rate_low", events, trials, confidence)


def churn_rate_high(events, trials=None, confidence=0.95):
    """Return high end of the Wilson interval;
    confidence 0.95 unless given;
    of (flag) or (events, trials) or (tally)."""
    return _call("churn_rate_high", events, trials, confidence)


def churn_rate_summary(events, trials=None, confidence=0.95):
    """Return counters, answers and their interval as a struct;
    confidence 0.95 unless given;
    of (flag) or (events, trials) or (tally)."""
    return _call("churn_rate_summary", events, trials, confidence)


def retention_rate(events, trials=None):
    """Return kept / customers at the start;
    of a flag for each trial, or of two counts in each row;
    of (flag) or (events, trials) or (tally)."""
    return _call("retention_rate", events, trials)


def retention_rate_low(events, trials=None, confidence=0.95):
    """Return low end of the Wilson interval;
    confidence 0.95 unless given;
    of (flag) or (events, trials) or (tally)."""
    return _call("retention_rate_low", events, trials, confidence)


def retention_rate_high(events, trials=None, confidence=0.95):
    """Return high end of the Wilson interval;
    confidence 0.95 unless given;
    of (flag) or (events, trials) or (tally)."""
    return _call("retention_rate_high", events, trials, confidence)


def retention_rate_summary(events, trials=None, confidence=0.95):
    """Return counters, answers and their interval as a struct;
    confidence 0.95 unless given;
    of (flag) or (events, trials) or (tally)."""
    return _call("retention_rate_summary", events, trials, confidence)


def bounce_rate(events, trials=None):
    """Return bounced / sessions;
    of a flag for each trial, or of two counts in each row;
    of (flag) or (events, trials) or (tally)."""
    return _call("bounce_rate", events, trials)


def bounce_rate_low(events, trials=None, confidence=0.95):
    """Return low end of the Wilson interval;
    confidence 0.95 unless given;
    of (flag) or (events, trials) or (tally)."""
    return _call("bounce_rate_low", events, trials, confidence)


def bounce_rate_high(events, trials=None, confidence=0.95):
    """Return high end of the Wilson interval;
    confidence 0.95 unless given;
    of (flag) or (events, trials) or (tally)."""
    return _call("bounce_rate_high", events, trials, confidence)


def bounce_rate_summary(events, trials=None, confidence=0.95):
    """Return counters, answers and their interval as a struct;
    confidence 0.95 unless given;
    of (flag) or (events, trials) or (tally)."""
    return _call("bounce_rate_summary", events, trials, confidence)


def abandonment_rate(events, trials=None):
    """Return abandoned / carts, or calls, that were begun;
    of a flag for each trial, or of two counts in each row;
    of (flag) or (events, trials) or (tally)."""
    return _call("abandonment_rate", events, trials)


def abandonment_rate_low(events, trials=None, confidence=0.95):
    """Return low end of the Wilson interval;
    confidence 0.95 unless given;
    of (flag) or (events, trials) or (tally)."""
    return _call("abandonment_rate_low", events, trials, confidence)


def abandonment_rate_high(events, trials=None, confidence=0.95):
    """Return high end of the Wilson interval;
    confidence 0.95 unless given;
    of (flag) or (events, trials) or (tally)."""
    return _call("abandonment_rate_high", events, trials, confidence)


def abandonment_rate_summary(events, trials=None, confidence=0.95):
    """Return counters, answers and their interval as a struct;
    confidence 0.95 unless given;
    of (flag) or (events, trials) or (tally)."""
    return _call("abandonment_rate_summary", events, trials, confidence)


def conversion_rate(events, trials=None):
    """Return converted / sessions, or visitors;
    of a flag for each trial, or of two counts in each row;
    of (flag) or (events, trials) or (tally)."""
    return _call("conversion_rate", events, trials)


def conversion_rate_low(events, trials=None, confidence=0.95):
    """Return low end of the Wilson interval;
    confidence 0.95 unless given;
    of (flag) or (events, trials) or (tally)."""
    return _call("conversion_rate_low", events, trials, confidence)


def conversion_rate_high(events, trials=None, confidence=0.95):
    """Return high end of the Wilson interval;
    confidence 0.95 unless given;
    of (flag) or (events, trials) or (tally)."""
    return _call("conversion_rate_high", events, trials, confidence)


def conversion_rate_summary(events, trials=None, confidence=0.95):
    """Return counters, answers and their interval as a struct;
    confidence 0.95 unless given;
    of (flag) or (events, trials) or (tally)."""
    return _call("conversion_rate_summary", events, trials, confidence)


def ctr(events, trials=None):
    """Return clicks / impressions;
    of a flag for each trial, or of two counts in each row;
    of (flag) or (events, trials) or (tally)."""
    return _call("ctr", events, trials)


def ctr_low(events, trials=None, confidence=0.95):
    """Return low end of the Wilson interval;
    confidence 0.95 unless given;
    of (flag) or (events, trials) or (tally)."""
    return _call("ctr_low", events, trials, confidence)


def ctr_high(events, trials=None, confidence=0.95):
    """Return high end of the Wilson interval;
    confidence 0.95 unless given;
    of (flag) or (events, trials) or (tally)."""
    return _call("ctr_high", events, trials, confidence)


def ctr_summary(events, trials=None, confidence=0.95):
    """Return counters, answers and their interval as a struct;
    confidence 0.95 unless given;
    of (flag) or (events, trials) or (tally)."""
    return _call("ctr_summary", events, trials, confidence)


def fcr(events, trials=None):
    """Return solved at first contact / solved;
    of a flag for each trial, or of two counts in each row;
    of (flag) or (events, trials) or (tally)."""
    return _call("fcr", events, trials)


def fcr_low(events, trials=None, confidence=0.95):
    """Return low end of the Wilson interval;
    confidence 0.95 unless given;
    of (flag) or (events, trials) or (tally)."""
    return _call("fcr_low", events, trials, confidence)


def fcr_high(events, trials=None, confidence=0.95):
    """Return high end of the Wilson interval;
    confidence 0.95 unless given;
    of (flag) or (events, trials) or (tally)."""
    return _call("fcr_high", events, trials, confidence)


def fcr_summary(events, trials=None, confidence=0.95):
    """Return counters, answers and their interval as a struct;
    confidence 0.95 unless given;
    of (flag) or (events, trials) or (tally)."""
    return _call("fcr_summary", events, trials, confidence)


def reopen_rate(events, trials=None):
    """Return reopened / resolved;
    of a flag for each trial, or of two counts in each row;
    of (flag) or (events, trials) or (tally)."""
    return _call("reopen_rate", events, trials)


def reopen_rate_low(events, trials=None, confidence=0.95):
    """Return low end of the Wilson interval;
    confidence 0.95 unless given;
    of (flag) or (events, trials) or (tally)."""
    return _call("reopen_rate_low", events, trials, confidence)


def reopen_rate_high(events, trials=None, confidence=0.95):
    """Return high end of the Wilson interval;
    confidence 0.95 unless given;
    of (flag) or (events, trials) or (tally)."""
    return _call("reopen_rate_high", events, trials, confidence)


def reopen_rate_summary(events, trials=None, confidence=0.95):
    """Return counters, answers and their interval as a struct;
    confidence 0.95 unless given;
    of (flag) or (events, trials) or (tally)."""
    return _call("reopen_rate_summary", events, trials, confidence)


def sla_attainment(events, trials=None):
    """Return met / (met + breached);
    of a flag for each trial, or of two counts in each row;
    of (flag) or (events, trials) or (tally)."""
    return _call("sla_attainment", events, trials)


def sla_attainment_low(events, trials=None, confidence=0.95):
    """Return low end of the Wilson interval;
    confidence 0.95 unless given;
    of (flag) or (events, trials) or (tally)."""
    return _call("sla_attainment_low", events, trials, confidence)


def sla_attainment_high(events, trials=None, confidence=0.95):
    """Return high end of the Wilson interval;
    confidence 0.95 unless given;
    of (flag) or (events, trials) or (tally)."""
    return _call("sla_attainment_high", events, trials, confidence)


def sla_attainment_summary(events, trials=None, confidence=0.95):
    """Return counters, answers and their interval as a struct;
    confidence 0.95 unless given;
    of (flag) or (events, trials) or (tally)."""
    return _call("sla_attainment_summary", events, trials, confidence)


def grr(before, after=None):
    """Return (opening - contraction - churn) / opening, of amounts in minor units;
    of (before, after) or (tally)."""
    return _call("grr", before, after)


def nrr(before, after=None):
    """Return (opening + expansion - contraction - churn) / opening, of amounts in minor units;
    of (before, after) or (tally)."""
    return _call("nrr", before, after)


def revenue_summary(before, after=None):
    """Return counters, answers and their interval as a struct;
    confidence 0.95 unless given;
    of (before, after) or (tally)."""
    return _call("revenue_summary", before, after)


def revenue_tally(before, after=None):
    """Return the counters as a struct, to be stored and merged;
    of (before, after) or (tally)."""
    return _call("revenue_tally", before, after)


def revenue_merge(tally):
    """Return the sum of stored tallies."""
    return _call("revenue_merge", tally)


def grr_score(tally):
    """Return the answer of one stored tally."""
    return _call("grr_score", tally)


def nrr_score(tally):
    """Return the answer of one stored tally."""
    return _call("nrr_score", tally)


def mean_margin(value, confidence=0.95):
    """Return half the width of the Student interval;
    confidence 0.95 unless given;
    of (value) or (tally)."""
    return _call("mean_margin", value, confidence)


def mean_low(value, confidence=0.95):
    """Return low end of the Student interval;
    confidence 0.95 unless given;
    of (value) or (tally)."""
    return _call("mean_low", value, confidence)


def mean_high(value, confidence=0.95):
    """Return high end of the Student interval;
    confidence 0.95 unless given;
    of (value) or (tally)."""
    return _call("mean_high", value, confidence)


def moments_summary(value, confidence=0.95):
    """Return counters, answers and their interval as a struct;
    confidence 0.95 unless given;
    of (value) or (tally)."""
    return _call("moments_summary", value, confidence)


def moments_tally(value):
    """Return the counters as a struct, to be stored and merged;
    of (value) or (tally)."""
    return _call("moments_tally", value)


def moments_merge(tally):
    """Return the sum of stored tallies."""
    return _call("moments_merge", tally)


def ttr_quantile(opened, closed, q):
    """Return quantile of the times to resolution in hours, of what is resolved;
    of a KLL sketch, whose ranks are good to half a percent."""
    return _call("ttr_quantile", opened, closed, q)


def ttr_p50(opened, closed):
    """Return quantile of the times to resolution in hours, of what is resolved;
    of a KLL sketch, whose ranks are good to half a percent."""
    return _call("ttr_p50", opened, closed)


def ttr_p90(opened, closed):
    """Return quantile of the times to resolution in hours, of what is resolved;
    of a KLL sketch, whose ranks are good to half a percent."""
    return _call("ttr_p90", opened, closed)


def ttr_p95(opened, closed):
    """Return quantile of the times to resolution in hours, of what is resolved;
    of a KLL sketch, whose ranks are good to half a percent."""
    return _call("ttr_p95", opened, closed)


def ttr_p99(opened, closed):
    """Return quantile of the times to resolution in hours, of what is resolved;
    of a KLL sketch, whose ranks are good to half a percent."""
    return _call("ttr_p99", opened, closed)


def ttr_mean(opened, closed):
    """Return mean time to resolution in hours, of what is resolved."""
    return _call("ttr_mean", opened, closed)


def ttr_sketch(opened, closed):
    """Return a sketch of times to resolution, to be stored and merged."""
    return _call("ttr_sketch", opened, closed)


def ttr_merge(sketch):
    """Return the union of stored sketches of times."""
    return _call("ttr_merge", sketch)


def ttr_sketch_quantile(sketch, q):
    """Return a quantile of a stored sketch of times, in hours."""
    return _call("ttr_sketch_quantile", sketch, q)


def unique_visitors(visitor):
    """Return how many distinct visitors, within about 2 percent."""
    return _call("unique_visitors", visitor)


def unique_visitors_sketch(visitor):
    """Return a sketch of the distinct visitors, to be stored and merged."""
    return _call("unique_visitors_sketch", visitor)


def unique_visitors_merge(sketch):
    """Return the union of stored sketches of visitors."""
    return _call("unique_visitors_merge", sketch)


def unique_visitors_of(sketch):
    """Return how many distinct visitors a stored sketch has seen."""
    return _call("unique_visitors_of", sketch)
