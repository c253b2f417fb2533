package io.cxmetrics.web.visitor;

/**
 * How far back one looks for an earlier visit. Systems differ.
 *
 * @since 0.1
 */
public enum NewRule {

    /**
     * Over the whole history. A session is new if it is the first its visitor ever had; a visitor is new if that first
     * session lies in the window, and returning if it was before. Matomo for visits, as long as it knows the visitor
     * again; GA4, whose {@code first_visit} is sent once for each device; the session number 1 in models built on its
     * export. GA4 counts one who comes first and again in the same window among the new users and among the returning;
     * here such a one is new.
     */
    FIRST_EVER,

    /**
     * In the window alone, as where nothing is known of the time before. A session is new if it is the first of its
     * visitor in the window; a visitor is new if it came once, and returning if it came again. It is all that can be
     * said where ids do not outlive the window, as with daily ids (Plausible) or a match by fingerprint (Matomo without
     * cookies).
     */
    FIRST_IN_WINDOW
}
