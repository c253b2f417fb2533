#!/usr/bin/env python3
"""Computes numbers of the sample files with nothing but Python's standard library.

Writes runs of the command `cx` and, for each, the numbers that must stand in its JSON, under their JSON pointers:

    cd cx-cli
    python3 src/test/python/sample_values.py > src/test/resources/io/cxmetrics/cli/sample_values.json

Everything here is written from the definitions, and counts the plain way: day by day, minute by minute, one customer
after the other. Nothing is taken from the output of the command. SampleValuesTest compares. Python 3.11 wrote the file.
"""

import csv
import datetime as dt
import itertools
import json
import math
import re
import statistics
from collections import Counter, defaultdict

Z = statistics.NormalDist().inv_cdf(0.975)
RUNS = []


def run(command, expected):
    RUNS.append({"command": command, "expected": expected})


def rows(name):
    """Rows that have as many fields as the header."""
    with open(f"samples/{name}.csv", newline="", encoding="utf-8") as file:
        reader = csv.reader(file)
        header = next(reader)
        return [dict(zip(header, row)) for row in reader if len(row) == len(header)]


def date_or_none(text):
    try:
        return dt.date.fromisoformat(text[:10])
    except ValueError:
        return None


def time_or_none(text):
    try:
        return dt.datetime.fromisoformat(text)
    except ValueError:
        return None


def wilson(events, trials):
    """Wilson (1927), in percent."""
    p = events / trials
    centre = (p + Z * Z / (2 * trials)) / (1 + Z * Z / trials)
    half = Z * math.sqrt(p * (1 - p) / trials + Z * Z / (4 * trials * trials)) / (1 + Z * Z / trials)
    return 100 * (centre - half), 100 * (centre + half)


def quantile(values, p):
    """Between the two nearest order statistics, as R's type 7 does."""
    ordered = sorted(values)
    at = (len(ordered) - 1) * p
    low = math.floor(at)
    high = min(low + 1, len(ordered) - 1)
    return ordered[low] + (at - low) * (ordered[high] - ordered[low])


# Surveys


def ratings(column, scale):
    return [int(row[column]) for row in rows("survey") if row[column].isdigit() and int(row[column]) in scale]


def surveys():
    scores = ratings("nps", range(0, 11))
    n = len(scores)
    promoters = sum(score >= 9 for score in scores)
    detractors = sum(score <= 6 for score in scores)
    nps = (promoters - detractors) / n
    error = math.sqrt(((promoters + detractors) / n - nps * nps) / n)
    expected = {
        "/total/n": n,
        "/total/promoters": promoters,
        "/total/detractors": detractors,
        "/total/nps": 100 * nps,
        "/total/standard_error": 100 * error,
        "/total/low": 100 * (nps - Z * error),
        "/total/high": 100 * (nps + Z * error),
        "/total/mean": statistics.fmean(scores),
        "/total/sd": statistics.stdev(scores),
        "/total/left_out_total": len(rows("survey")) - n,
    }
    plans = defaultdict(list)
    for row in rows("survey"):
        if row["nps"].isdigit() and int(row["nps"]) <= 10:
            plans[row["plan"]].append(int(row["nps"]))
    for i, (plan, of_plan) in enumerate(sorted(plans.items())):
        expected[f"/groups/{i}/by/plan"] = plan
        expected[f"/groups/{i}/nps"] = (
            100 * (sum(score >= 9 for score in of_plan) - sum(score <= 6 for score in of_plan)) / len(of_plan))
    survey = "samples/survey.csv"
    run(["nps", survey, "--rating=nps", "--no-answer=99", "--by=plan", "--interval=wald"], expected)

    for command, column, no_answer, scale, good, share in [
        ("csat", "csat", ["--no-answer=0"], range(1, 6), 4, "csat"),
        ("ces", "effort", [], range(1, 8), 5, "easy_pct"),
    ]:
        values = ratings(column, scale)
        satisfied = sum(value >= good for value in values)
        low, high = wilson(satisfied, len(values))
        run([command, survey, "--rating=" + column] + no_answer, {
            "/total/n": len(values),
            "/total/" + share: 100 * satisfied / len(values),
            "/total/low": low,
            "/total/high": high,
            "/total/mean": statistics.fmean(values),
            "/total/sd": statistics.stdev(values),
        })


# Support


def open_minutes(created, solved):
    """Minute by minute, from Monday to Friday and from 8 to 18 o'clock. No clock changes in these months."""
    minute = dt.timedelta(minutes=1)
    count = 0
    while created < solved:
        count += created.weekday() < 5 and 8 <= created.hour < 18
        created += minute
    return count


def support():
    pairs = [(time_or_none(row["created_at"]), time_or_none(row["solved_at"])) for row in rows("tickets")]
    solved = [(created, done) for created, done in pairs if done is not None and done >= created]
    for hours, times in [
        ([], [(done - created).total_seconds() / 3600 for created, done in solved]),
        (["--hours=Mon-Fri 08:00-18:00"], [open_minutes(created, done) / 60 for created, done in solved]),
    ]:
        met = sum(time <= 16 for time in times)
        low, high = wilson(met, len(times))
        run(["support", "samples/tickets.csv", "--created=created_at", "--resolved=solved_at", "--target=16h",
             "--zone=Europe/Berlin"] + hours, {
            "/total/resolved": len(times),
            "/total/open": sum(done is None for _, done in pairs),
            "/total/mean": statistics.fmean(times),
            "/total/sd": statistics.stdev(times),
            "/total/median": quantile(times, 0.5),
            "/total/p90": quantile(times, 0.9),
            "/total/met": met,
            "/total/within_target": 100 * met / len(times),
            "/total/low": low,
            "/total/high": high,
        })


# Customers

AS_OF = dt.date(2026, 6, 30)
FAR = dt.date(9999, 1, 1)


def subscriptions():
    """(customer, start, first day without it, cents a month, plan), without the one that ends before it starts."""
    result = []
    for row in rows("subscriptions"):
        start = dt.date.fromisoformat(row["started_on"])
        end = dt.date.fromisoformat(row["ended_on"]) if row["ended_on"] else FAR
        if end > start:
            cents = round(float(row["price"]) * 100) // int(row["billing_months"])
            result.append((row["customer"], start, end, cents, row["plan"]))
    return result


def accepted():
    """The subscriptions that can be used, and the customers of whom one cannot: it ends before it starts or overlaps."""
    refused = {row["customer"] for row in rows("subscriptions") if row["ended_on"] and row["ended_on"] <= row["started_on"]}
    kept = []
    for subscription in subscriptions():
        customer, start, end = subscription[:3]
        if any(other == customer and start < until and since < end for other, since, until, _, _ in kept):
            refused.add(customer)
        else:
            kept.append(subscription)
    return kept, refused


def usable():
    """Without the customers of a subscription that cannot be used: they say nothing of who left."""
    kept, refused = accepted()
    return [subscription for subscription in kept if subscription[0] not in refused]


def churn():
    ledger = usable()
    by_day = {}
    day = dt.date(2026, 3, 31)
    while day <= AS_OF:
        by_day[day] = {customer for customer, start, end, _, _ in ledger if start <= day < end}
        day += dt.timedelta(days=1)
    first, last = by_day[dt.date(2026, 3, 31)], by_day[AS_OF]
    ever = {customer for customer, start, _, _, _ in ledger if start <= dt.date(2026, 3, 31)}
    came = set().union(*by_day.values()) - first
    left = len(first - last)
    low, high = wilson(left, len(first))
    periods = 8  # 2024-Q3 to 2026-Q2
    where = f"/total/periods/{periods - 1}/"
    run(["churn", "samples/subscriptions.csv", "--customer=customer", "--start=started_on", "--end=ended_on",
         "--as-of=2026-06-30", "--per=quarter"], {
        where + "period": "2026-Q2",
        where + "at_start": len(first),
        where + "left_of_those_at_start": left,
        where + "reactivated": len(came & ever),
        where + "at_end": len(last),
        where + "churn": 100 * left / len(first),
        where + "low": low,
        where + "high": high,
        where + "customer_days": sum(len(there) for day, there in by_day.items() if day > dt.date(2026, 3, 31)),
    })


def recurring_revenue():
    """What is paid on the last day of a month, against the last day of the month before. All pay, and some move."""

    def paid(day, ledger):
        amounts = Counter()
        for customer, start, end, cents, _ in ledger:
            if start <= day < end:
                amounts[customer] += cents
        return amounts

    ends = [dt.date(2024 + (month + 1) // 12, (month + 1) % 12 + 1, 1) - dt.timedelta(days=1) for month in range(6, 30)]
    months = [paid(day, usable()) for day in ends]
    levels = [sum(paid(day, accepted()[0]).values()) for day in ends]
    expected = {}
    for i in [12, 23]:
        before, now = months[i - 1], months[i]
        earlier = set().union(*months[:i])
        changes = {customer: now[customer] - before[customer] for customer in before.keys() | now.keys()}
        stayed = before.keys() & now.keys()
        churned = sum(before[customer] for customer in before.keys() - now.keys())
        contraction = -sum(min(changes[customer], 0) for customer in stayed)
        expansion = sum(max(changes[customer], 0) for customer in stayed)
        opening = sum(before.values())
        where = f"/total/periods/{i - 1}/"  # nothing moves into the first month
        expected |= {
            where + "period": ends[i].isoformat()[:7],
            where + "opening": levels[i - 1] / 100,
            where + "new": sum(now[customer] for customer in now.keys() - earlier) / 100,
            where + "reactivation": sum(
                now[customer] for customer in (now.keys() - before.keys()) & earlier) / 100,
            where + "expansion": expansion / 100,
            where + "contraction": contraction / 100,
            where + "churn": churned / 100,
            where + "closing": levels[i] / 100,
            where + "left_out_change": (levels[i] - levels[i - 1] - sum(now.values()) + opening) / 100,
            where + "grr": 100 * (opening - churned - contraction) / opening,
            where + "nrr": 100 * (opening - churned - contraction + expansion) / opening,
        }
    run(["mrr", "samples/subscriptions.csv", "--customer=customer", "--start=started_on", "--end=ended_on",
         "--price=price", "--billing-months=billing_months", "--as-of=2026-06-30"], expected)


def whole_months(start, end):
    """The k-th month is over on the day of the start, or on the last day of a month that is too short for it."""
    short = end.day < start.day and (end + dt.timedelta(days=1)).day != 1
    return (end.year - start.year) * 12 + end.month - start.month - short


def stays():
    """From when to when each customer stays for the first time, and the plan that they began with."""
    result = {}
    for customer, start, end, _, plan in sorted(usable(), key=lambda subscription: subscription[1]):
        if customer not in result:
            result[customer] = [start, end, plan]
        elif start <= result[customer][1]:
            result[customer][1] = max(end, result[customer][1])
    return result.values()


def survival():
    """Kaplan and Meier (1958), Greenwood (1926), and the log-rank test of the plans."""
    spells = [(whole_months(start, min(end, AS_OF)), end <= AS_OF, plan) for start, end, plan in stays()]
    survived, greenwood, curve = 1.0, 0.0, {}
    for time in range(0, max(tenure for tenure, _, _ in spells) + 1):
        at_risk = sum(tenure >= time for tenure, _, _ in spells)
        left = sum(tenure == time and gone for tenure, gone, _ in spells)
        survived *= 1 - left / at_risk
        greenwood += left / (at_risk * (at_risk - left))
        curve[time] = (at_risk, left, survived, survived * math.sqrt(greenwood))
    expected = {
        "/total/customers": len(spells),
        "/total/left": sum(gone for _, gone, _ in spells),
        "/log_rank_chi_squared": log_rank(spells),
        "/log_rank_degrees_of_freedom": 2,
    }
    below = [time for time, step in curve.items() if step[2] <= 0.75]
    expected["/total/first_quartile"] = min(below)
    for i, time in enumerate([1, 6, 12]):
        at_risk, left, survived, error = curve[time]
        expected[f"/total/periods/{i}/period"] = str(time)
        expected[f"/total/periods/{i}/customers"] = at_risk
        expected[f"/total/periods/{i}/left"] = left
        expected[f"/total/periods/{i}/retained"] = 100 * survived
        expected[f"/total/periods/{i}/standard_error"] = 100 * error
    run(["survival", "samples/subscriptions.csv", "--customer=customer", "--start=started_on", "--end=ended_on",
         "--as-of=2026-06-30", "--per=month", "--at=1,6,12", "--by=plan"], expected)


def log_rank(spells):
    """Of three groups: the quadratic form of the first two, whose variance is inverted by hand."""
    first, second = sorted({plan for _, _, plan in spells})[:2]
    excess = [0.0, 0.0]
    variance = [[0.0, 0.0], [0.0, 0.0]]
    for time in {tenure for tenure, gone, _ in spells if gone}:
        at_risk = [plan for tenure, _, plan in spells if tenure >= time]
        left = [plan for tenure, gone, plan in spells if tenure == time and gone]
        n, d = len(at_risk), len(left)
        shares = [at_risk.count(plan) / n for plan in (first, second)]
        for i, plan in enumerate((first, second)):
            excess[i] += left.count(plan) - d * shares[i]
            for j in range(2):
                variance[i][j] += d * shares[i] * ((i == j) - shares[j]) * (n - d) / (n - 1) if n > 1 else 0
    (a, b), (c, d) = variance
    u, v = excess
    return (d * u * u - (b + c) * u * v + a * v * v) / (a * d - b * c)


def orders():
    """Those that have a customer and a time: (customer, date, cents, None if the amount cannot be read)."""
    result = []
    for row in rows("orders"):
        day = date_or_none(row["ordered_at"])
        if row["customer"] and day:
            try:
                cents = round(float(row["amount"]) * 100)
            except ValueError:
                cents = None
            result.append((row["customer"], day, cents))
    return result


def quarter(day):
    return day.year * 4 + (day.month - 1) // 3


def cohorts():
    active = defaultdict(set)
    for customer, day, _ in orders():
        active[customer].add(quarter(day))
    first = quarter(dt.date(2025, 7, 1))
    expected = {"/total/size": len(active)}
    for cohort in range(4):
        of_cohort = [quarters for quarters in active.values() if min(quarters) == first + cohort]
        expected[f"/total/periods/{cohort}/size"] = len(of_cohort)
        for age in range(4 - cohort):
            there = sum(first + cohort + age in quarters for quarters in of_cohort)
            expected[f"/total/periods/{cohort}/intervals/{age}/active"] = there
            expected[f"/total/periods/{cohort}/intervals/{age}/retention"] = 100 * there / len(of_cohort)
    run(["retention", "samples/orders.csv", "--customer=customer", "--at=ordered_at", "--per=quarter",
         "--as-of=2026-06-30"], expected)


def value():
    """Of the customers whose amounts can all be read: others might have bought for much or for little."""
    amounts = defaultdict(list)
    for customer, day, cents in orders():
        amounts[customer].append((day, cents))
    amounts = {customer: bought for customer, bought in amounts.items() if all(cents is not None for _, cents in bought)}
    flat = [cents for of_customer in amounts.values() for _, cents in of_customer]
    days = {customer: sorted({day for day, cents in of_customer if cents > 0})
            for customer, of_customer in amounts.items()}
    gaps = [(b - a).days for dates in days.values() for a, b in itertools.pairwise(dates)]
    repeat = sum(len(dates) > 1 for dates in days.values())
    low, high = wilson(repeat, len(days))
    gross = sum(cents for cents in flat if cents > 0)
    columns = ["samples/orders.csv", "--customer=customer", "--at=ordered_at", "--amount=amount"]
    run(["clv"] + columns, {
        "/total/customers": len(amounts),
        "/total/orders": sum(cents > 0 for cents in flat),
        "/total/gross": gross / 100,
        "/total/refunds": -sum(cents for cents in flat if cents < 0) / 100,
        "/total/net": sum(flat) / 100,
        "/total/clv": sum(flat) / 100 / len(amounts),
        "/total/average_order_value": gross / 100 / sum(cents > 0 for cents in flat),
        "/total/repeat_customers": repeat,
        "/total/repeat_rate": 100 * repeat / len(days),
        "/total/low": low,
        "/total/high": high,
        "/total/mean_days_between": statistics.fmean(gaps),
        "/total/sd_days_between": statistics.stdev(gaps),
        "/total/median_days_between": statistics.median(gaps),
    })

    recency = {customer: (AS_OF - dates[-1]).days for customer, dates in days.items()}
    frequency = {customer: len(dates) for customer, dates in days.items()}
    monetary = {customer: sum(cents for _, cents in of_customer) / 100 for customer, of_customer in amounts.items()}
    expected = {}
    cuts = {}
    for name, values in [("recency", recency), ("frequency", frequency), ("monetary", monetary)]:
        cuts[name] = [quantile(values.values(), i / 5) for i in range(1, 5)]
        expected["/total/" + name] = statistics.fmean(values.values())
        for i in range(4):
            expected[f"/total/{name}_breaks/{i + 1}"] = cuts[name][i]
    cells = Counter()
    for customer in days:
        r = 5 - sum(cut < recency[customer] for cut in cuts["recency"])
        f = 1 + sum(cut < frequency[customer] for cut in cuts["frequency"])
        m = 1 + sum(cut < monetary[customer] for cut in cuts["monetary"])
        cells[f"{r}{f}{m}"] += 1
    for cell in ["111", "333", "455", "555"]:
        expected["/total/cells/" + cell] = cells[cell]
    run(["rfm"] + columns + ["--as-of=2026-06-30"], expected)


# Web


def events():
    """Those that have a visitor and a time, by visitor in the order of time, and each order once."""
    by_visitor = defaultdict(list)
    orders_seen = set()
    for row in rows("events"):
        at = time_or_none(row["at"])
        if not row["visitor"] or not at:
            continue
        if row["order"]:
            if row["order"] in orders_seen:
                continue
            orders_seen.add(row["order"])
        by_visitor[row["visitor"]].append((at, row["event"], row["campaign"]))
    for of_visitor in by_visitor.values():
        of_visitor.sort(key=lambda event: event[0])
    return by_visitor


def sessions(by_visitor, matomo=False):
    """Cut after more than 30 minutes. Matomo: after 30 minutes, at midnight, and where the campaign changes."""
    result = []
    for of_visitor in by_visitor.values():
        session, campaign = [], ""
        for event in of_visitor:
            if session:
                gap = event[0] - session[-1][0]
                half_hour = dt.timedelta(minutes=30)
                cut = gap > half_hour
                if matomo:
                    cut = (gap >= half_hour or event[0].date() != session[-1][0].date()
                           or campaign != "" and event[2] not in ("", campaign))
                if cut:
                    result.append(session)
                    session, campaign = [], ""
            session.append(event)
            campaign = event[2] or campaign
        result.append(session)
    return result


PASSIVE = {"scroll", "impression"}


def site():
    by_visitor = events()
    seconds = [[(s[-1][0] - s[0][0]).total_seconds() for s in cut]
               for cut in (sessions(by_visitor), sessions(by_visitor, True))]
    expected = {}
    for i, (name, cut, bounced) in enumerate([
        ("ga4", sessions(by_visitor), lambda views, actions, interactions, length, bought:
            length <= 10 and not bought and views <= 1),
        ("matomo", sessions(by_visitor, True), lambda views, actions, interactions, length, bought: actions <= 1),
        ("plausible", sessions(by_visitor), lambda views, actions, interactions, length, bought:
            views == 1 and interactions == 0),
    ]):
        views = [sum(event[1] == "page_view" for event in session) for session in cut]
        actions = [sum(event[1] not in PASSIVE for event in session) for session in cut]
        bounces = sum(
            bounced(views[j], actions[j], actions[j] - views[j], (session[-1][0] - session[0][0]).total_seconds(),
                    any(event[1] == "purchase" for event in session))
            for j, session in enumerate(cut))
        low, high = wilson(bounces, len(cut))
        where = f"/groups/{i}/"
        expected |= {
            where + "by/definition": name,
            where + "visitors": len(by_visitor),
            where + "sessions": len(cut),
            where + "page_views": sum(views),
            where + "bounces": bounces,
            where + "bounce_rate": 100 * bounces / len(cut),
            where + "low": low,
            where + "high": high,
            where + "pages_per_session": sum(views) / len(cut),
            where + "mean_duration_as_measured": statistics.fmean(seconds[name == "matomo"]),
        }
    run(["web"] + EVENTS + ["--page=page", "--campaign=campaign", "--id=order",
                            "--definition=ga4,matomo,plausible"], expected)


EVENTS = ["samples/events.csv", "--visitor=visitor", "--at=at", "--event=event"]
STEPS = ["page_view", "add_to_cart", "begin_checkout", "purchase"]


def steps_in_order(names):
    """How many of the steps stand in a sequence in their order, with anything between."""
    reached = 0
    for name in names:
        if reached < len(STEPS) and name == STEPS[reached]:
            reached += 1
    return reached


def funnel():
    by_visitor = events()
    window = dt.timedelta(days=7)
    per_visitor = [
        # Each first step begins an attempt; the furthest counts.
        max(steps_in_order([name for at, name, _ in of_visitor[i:] if at - start <= window])
            for i, (start, first, _) in enumerate(of_visitor) if first == STEPS[0])
        if any(name == STEPS[0] for _, name, _ in of_visitor) else 0
        for of_visitor in by_visitor.values()
    ]
    per_session = [steps_in_order([name for _, name, _ in session]) for session in sessions(by_visitor)]
    for reached, options in [(per_visitor, ["--window=7d"]), (per_session, ["--per-session"])]:
        counts = [sum(steps > i for steps in reached) for i in range(len(STEPS))]
        expected = {"/total/units": len(reached), "/total/conversion_rate": 100 * counts[-1] / counts[0]}
        for i, name in enumerate(STEPS):
            expected[f"/total/periods/{i}/period"] = name
            expected[f"/total/periods/{i}/reached"] = counts[i]
            expected[f"/total/periods/{i}/of_first"] = 100 * counts[i] / counts[0]
        run(["funnel"] + EVENTS + ["--steps=" + ",".join(STEPS)] + options, expected)


def cart():
    """Sessions that put something into a cart, without those that were still open when the file ends."""
    last = max(event[0] for of_visitor in events().values() for event in of_visitor)
    cut = sessions(events())
    carts = [{event[1] for event in session} for session in cut if any(event[1] == "add_to_cart" for event in session)]
    ordered = sum("purchase" in names for names in carts)
    still_open = sum(
        session[-1][0] + dt.timedelta(minutes=30) >= last
        and any(event[1] == "add_to_cart" for event in session) and all(event[1] != "purchase" for event in session)
        for session in cut)
    abandoned = len(carts) - ordered - still_open
    low, high = wilson(abandoned, abandoned + ordered)
    run(["cart"] + EVENTS + ["--order-id=order", "--rule=per-session"], {
        "/total/carts": len(carts),
        "/total/ordered": ordered,
        "/total/open": still_open,
        "/total/abandoned": abandoned,
        "/total/abandonment": 100 * abandoned / (abandoned + ordered),
        "/total/low": low,
        "/total/high": high,
    })


LINE = re.compile(r'(\S+) \S+ \S+ \[([^]]+)\] "(\S+) (\S+) [^"]*" (\d{3}) \S+ "[^"]*" "([^"]*)"$')
BOT = re.compile("bot|crawler|spider|slurp|feed|fetch|monitor|wget|curl|python|java/|libwww|archiver", re.I)
# Only what the sample has.
ASSET = re.compile(r"\.(css|js|png|ico|svg)$")


def access_log():
    with open("samples/access.log", encoding="utf-8") as file:
        lines = [match.groups() for match in map(LINE.match, file.read().splitlines()) if match]
    by_visitor = defaultdict(list)
    for address, at, method, path, status, agent in lines:
        path = path.split("?")[0]
        if method == "GET" and status in ("200", "304") and not ASSET.search(path) and not BOT.search(agent):
            by_visitor[address, agent].append((dt.datetime.strptime(at, "%d/%b/%Y:%H:%M:%S %z"), "page_view", ""))
    for views in by_visitor.values():
        views.sort()
    cut = sessions(by_visitor)
    bounces = sum(len(session) == 1 for session in cut)
    run(["web", "samples/access.log", "--log", "--definition=single-page"], {
        "/rows": len(lines) + 1,
        "/malformed_rows": 1,
        "/total/visitors": len(by_visitor),
        "/total/sessions": len(cut),
        "/total/page_views": sum(map(len, cut)),
        "/total/bounces": bounces,
        "/total/bounce_rate": 100 * bounces / len(cut),
    })


for family in (surveys, support, churn, recurring_revenue, survival, cohorts, value, site, funnel, cart, access_log):
    family()
print(json.dumps({"runs": RUNS}, indent=2))
