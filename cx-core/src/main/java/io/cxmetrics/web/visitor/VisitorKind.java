package io.cxmetrics.web.visitor;

/**
 * Whether one who comes was there before.
 *
 * @since 0.1
 */
public enum VisitorKind {

    /** Here for the first time. */
    NEW,

    /** Was here before. */
    RETURNING,

    /** Cannot be told, for nothing tells the visitor from others, or the source says neither. */
    NEITHER
}
