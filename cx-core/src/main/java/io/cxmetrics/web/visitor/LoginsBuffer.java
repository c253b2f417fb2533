package io.cxmetrics.web.visitor;

import java.io.Serializable;

/** The logins while they grow. */
final class LoginsBuffer<K> implements Serializable {
    private static final long serialVersionUID = 1;

    final KeyedTimes.Buffer<K> times = new KeyedTimes.Buffer<>();
    long failures;
}
