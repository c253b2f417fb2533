package io.cxmetrics.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An option without effect is refused, for whoever gives it believes that it has one. */
class OptionsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            churn --left=left --customer=id             | --customer: needs --start
            churn --left=left --end=end                 | --end: needs --start
            churn --left=left --overlap=allow           | --overlap: needs --start
            churn --left=left --base=average            | --base: needs --start
            churn --left=left --term-months=12          | --term-months: needs --start
            churn --left=left --grace-days=3            | --grace-days: needs --start
            churn --left=left --from=2026-01-01         | --from: needs --start
            churn --left=left --as-of=2026-01-01        | --as-of: needs --start
            churn --left=left --per=month               | --per: needs --start
            churn --left=left --zone=UTC                | --zone: needs --start
            churn --left=left --date-format=dd.MM.yyyy  | --date-format: needs --start
            churn --left=left --decimals=2              | --decimals: needs --mrr
            churn --customer=id --start=s --left-when=x | --left-when: needs --left
            churn --customer=id --start=s --mrr=mrr     | --mrr: needs --left
            churn --customer=id --start=s --decimals=2  | --decimals: needs --left
            survival --start=s --end=e                  | --customer: is needed
            survival --start=s --end=e --left-when=x    | --left-when: needs --tenure
            survival --tenure=t --left=l --grace-days=1 | --grace-days: needs --start
            survival --tenure=t --left=l --tenure-decimals=7 | decimals must be in [0, 6], got 7
            survival --start=s --tenure-decimals=1      | --tenure-decimals: needs --tenure
            survival --tenure=t --left=left --per=month | --per: needs --start
            survival --tenure=t --left=left --zone=UTC  | --zone: needs --start
            survival --tenure=t --left=left --date-format=dd.MM.yyyy | --date-format: needs --start
            mrr --customer=c --month=m --amount=a --end=e            | --end: needs --start
            mrr --customer=c --month=m --amount=a --overlap=allow    | --overlap: needs --start
            mrr --customer=c --month=m --amount=a --price=p          | --price: needs --start
            mrr --customer=c --month=m --amount=a --billing-months=1 | --billing-months: needs --start
            mrr --customer=c --month=m --amount=a --in=EUR           | --in: needs --currency
            mrr --customer=c --month=m --amount=a --day=first        | --day: needs --start
            mrr --customer=c --start=s --amount=a                    | --end: is needed, the end of the service that an invoice is for
            mrr --customer=c --start=s --end=e --amount=a --overlap=allow | --overlap: needs --price
            mrr --customer=c --start=s --price=p --end-inclusive     | --end-inclusive: needs --end
            mrr --customer=c --month=m --amount=a --confidence=0.9   | Unknown option: '--confidence=0.9'; see cx mrr --help
            mrr --customer=c --month=m --amount=a --per=day          | Unknown option: '--per=day'; see cx mrr --help
            mrr --customer=c --start=s --price=p --in=EUR            | --in: needs --currency
            mrr --customer=c --start=s --price=p --currency=x --in=EURO | --in: must be a currency like EUR, got EURO
            clv --customer=c --at=t --amount=a --tenure=t            | --tenure: needs --mrr
            clv --customer=c --at=t --amount=a --left=l              | --left: needs --mrr
            clv --customer=c --at=t --amount=a --left-when=l         | --left-when: needs --mrr
            clv --customer=c --at=t --amount=a --discount=0.1        | --discount: needs --mrr
            clv --customer=c --at=t --amount=a --timing=period-end   | --timing: needs --mrr
            clv --mrr=m --tenure=t --left=l --customer=c             | --customer: needs --amount
            clv --mrr=m --tenure=t --left=l --at=c                   | --at: needs --amount
            clv --mrr=m --tenure=t --left=l --purchases=paid         | --purchases: needs --amount
            clv --mrr=m --tenure=t --left=l --zone=UTC               | --zone: needs --amount
            clv --mrr=m --tenure=t --left=l --date-format=dd.MM.yyyy | --date-format: needs --amount
            clv --mrr=m --tenure=t --left=l --discount=-0.1 | --discount: must be in [0, 1], got -0.1
            clv --mrr=m --tenure=t --left=l --discount=NaN  | --discount: must be in [0, 1], got NaN
            clv --mrr=m --tenure=t --left=l --confidence=1  | --confidence: must be in (0, 1), got 1.0
            clv --mrr=m --tenure=t --left=l --order-id=o             | --order-id: needs --amount
            clv --mrr=m --tenure=t --left=l --as-of=2026-01-01       | --as-of: needs --amount
            clv --customer=c --at=t --amount=a --in=EUR              | --in: needs --currency
            rfm --customer=c --at=t --amount=a --in=EURO --currency=x | --in: must be a currency like EUR, got EURO
            rfm --customer=c --at=t --amount=a --lines=parts         | --lines: needs --order-id
            rfm --at=t --amount=a                                    | --customer: is needed
            rfm --customer=c --amount=a                              | --at: is needed
            rfm --customer=c --at=t --amount=a --decimals=7          | --decimals: must be in [0, 6], got 7
            rfm --customer=c --at=t --amount=a --decimal=;           | --decimal: must be . or , but got ;
            retention --customer=c --at=t --purchases=paid           | --purchases: needs --amount
            retention --customer=c --at=t --refunded=r               | --refunded: needs --amount
            retention --customer=c --at=t --decimals=0 | --decimals: needs --amount
            retention --customer=c --at=t --days=0     | --days: must be at least 1, got 0
            retention --customer=c --at=t --windows=0  | --windows: must be at least 1, got 0
            retention --customer=c --at=t --min=0      | --min: must be at least 1, got 0
            web --visitor=v --at=t                        | --event: or --page is needed, or --log for the log of a web server
            web --at=t --event=e                          | --visitor: is needed
            web --visitor=v --event=e                     | --at: is needed
            web --log --visitor=v                         | --visitor: is not for --log
            web --log --kind=a=order                      | --kind: is not for --log
            web --log --no-header                         | --no-header: is not for --log
            web --log --status=20                         | --status: must be like 200 or 2xx, got 20
            web --log --bots=(                            | --bots: must be a regular expression, got (
            web --log --by=port | --by: must be one of vhost, ip, user, method, target, protocol, status, referrer, agent, got port
            web --log --show=features                     | --show: features needs --event
            web --log --show=conversion                   | --show: conversion needs --event or --goal
            web --log --definition=snowplow               | --definition: snowplow needs --session
            web --log --definition=ga4,ga4                | --definition: must name each once, got ga4, ga4
            web --log --definition=ga4,matomo --show=pages | --definition: must be one for --show pages
            web --log --definition=ga4,matomo --per=day   | --per: takes one --definition
            web --log --show=pages --by=ip                | --by: is not for --show pages, which has lines of its own
            web --log --top=3                             | --top: needs --show pages, scroll, features, clicks or social
            web --log --show=pages --top=0                | --top: must be at least 1, got 0
            web --log --time-on-page=engaged              | --time-on-page: needs --show pages
            web --log --timeout=0m                        | --timeout: must be like 90m, 72h or 3d, got 0m
            web --visitor=v --at=t --page=p --goal=       | --goal: must not be blank
            web --visitor=v --at=t --page=p --show=scroll | --show: scroll needs --event, --page and --value
            web --visitor=v --at=t --event=e --show=pages | --show: pages needs --page
            web --visitor=v --at=t --page=p --decimals=2  | --decimals: needs --value
            web --visitor=v --at=t --page=p --ip-only     | --ip-only: needs --log
            web --visitor=v --at=t --page=p --assets=css  | --assets: needs --log
            web --visitor=v --at=t --page=p --session=s --timeout=5m | --timeout: cannot be combined with --session
            funnel --log --steps=/ --page=p               | --page: is not for --log
            cart --visitor=v --at=t                       | --event: is needed
            """)
    void isRefusedBeforeAnyFileIsRead(String args, String message) {
        Run run = Run.cx((args + " no-such-file.csv").split(" "));
        assertThat(run.err()).isEqualTo("cx: " + message + System.lineSeparator());
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
    }

    @Test
    void pricesAreNotForChurnOfCustomers() {
        assertThat(Run.cx("churn", "x.csv", "--customer=c", "--start=s", "--price=p")
                        .err())
                .isEqualTo("cx: Unknown option: '--price=p'; see cx churn --help" + System.lineSeparator());
    }
}
