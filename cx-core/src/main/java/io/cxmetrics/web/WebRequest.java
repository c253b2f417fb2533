package io.cxmetrics.web;

import static java.util.Objects.requireNonNull;

import io.cxmetrics.StoredForm;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One request of an access log, as far as it is known.
 *
 * <p>A request is made by {@link #of} and gets the user agent by {@link #withAgent}. Immutable and thread-safe.
 *
 * @since 0.1
 */
public final class WebRequest implements Serializable {

    private static final long serialVersionUID = 1;

    private final String address;
    private final @Nullable Instant at;
    private final String method;
    private final String target;
    private final int status;
    private final String agent;

    private WebRequest(String address, @Nullable Instant at, String method, String target, int status, String agent) {
        this.address = requireNonNull(address, "address");
        this.at = at;
        this.method = requireNonNull(method, "method");
        this.target = requireNonNull(target, "target");
        this.status = status;
        this.agent = requireNonNull(agent, "agent");
    }

    /**
     * Returns a request whose user agent is unknown.
     *
     * @param address where it came from; empty if unknown
     * @param at when it was; null if that cannot be read
     * @param method the method, such as {@code GET}; empty if the request line cannot be read
     * @param target the path and the query
     * @param status the status of the answer, such as 200
     * @return the request
     */
    public static WebRequest of(String address, @Nullable Instant at, String method, String target, int status) {
        return new WebRequest(address, at, method, target, status, "");
    }

    /**
     * Returns this request with a user agent.
     *
     * @param newAgent the user agent
     * @return the request
     */
    public WebRequest withAgent(String newAgent) {
        return new WebRequest(address, at, method, target, status, newAgent);
    }

    /**
     * Returns where it came from.
     *
     * @return the address; empty if unknown
     */
    public String address() {
        return address;
    }

    /**
     * Returns when it was.
     *
     * @return the instant; null if that cannot be read
     */
    public @Nullable Instant at() {
        return at;
    }

    /**
     * Returns the method.
     *
     * @return such as {@code GET}; empty if the request line cannot be read
     */
    public String method() {
        return method;
    }

    /**
     * Returns the path and the query.
     *
     * @return the target of the request line
     */
    public String target() {
        return target;
    }

    /**
     * Returns the status of the answer.
     *
     * @return such as 200
     */
    public int status() {
        return status;
    }

    /**
     * Returns the user agent.
     *
     * @return the agent; empty if unknown
     */
    public String agent() {
        return agent;
    }

    /**
     * Returns the request line and the status.
     *
     * @return such as {@code WebRequest[GET /pricing of 10.0.0.1 at 2026-03-02T12:00:00Z: 200]}
     */
    @Override
    public String toString() {
        return "WebRequest[" + method + " " + target + " of " + address + " at " + at + ": " + status + "]";
    }

    private Object writeReplace() {
        return new Written(address, at, method, target, status, agent);
    }

    private void readObject(ObjectInputStream in) throws InvalidObjectException {
        throw StoredForm.unreplaced(this);
    }

    /** What travels: it is read back through the checks. */
    private record Written(String address, @Nullable Instant at, String method, String target, int status, String agent)
            implements Serializable {

        private Object readResolve() {
            return new WebRequest(address, at, method, target, status, agent);
        }
    }
}
