package io.cxmetrics.value;

/**
 * Which costs and which customers a customer acquisition cost (CAC) takes, by the three usual names.
 *
 * @since 0.1
 */
public enum CacRule {

    /** Media / new customers of paid channels, without what people and tools cost. */
    PAID,

    /** (Media + overhead) / new customers of paid channels. */
    FULLY_LOADED,

    /** (Media + overhead) / all new customers, also those who came by themselves or by a friend. */
    BLENDED
}
