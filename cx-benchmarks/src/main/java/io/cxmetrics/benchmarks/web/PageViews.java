package io.cxmetrics.benchmarks.web;

import java.util.Arrays;
import java.util.SplittableRandom;

/** Made-up page views in columns: a visitor for every twenty, in visits of a few views within a month. */
final class PageViews {

    /** The longest gap in a session, in milliseconds. */
    static final long TIMEOUT = 1_800_000;

    private static final long START = 1_700_000_000_000L;
    private static final long MONTH = 30L * 86_400_000;
    private static final int PAGES = 1000;

    final int[] visitors;
    final long[] millis;
    final int[] pages;

    private PageViews(int size) {
        visitors = new int[size];
        millis = new long[size];
        pages = new int[size];
    }

    static int visitors(int size) {
        return Math.max(1, size / 20);
    }

    /** Returns views in any order. */
    static PageViews shuffled(int size) {
        SplittableRandom random = new SplittableRandom(49);
        PageViews views = new PageViews(size);
        int i = 0;
        while (i < size) {
            int visitor = random.nextInt(visitors(size));
            long at = START + random.nextLong(MONTH);
            do {
                views.set(i++, visitor, at, random.nextInt(PAGES));
                at += 1 + (long) (-Math.log1p(-random.nextDouble()) * 180_000);
            } while (i < size && random.nextDouble() < 0.72);
        }
        for (int last = size - 1; last > 0; last--) {
            views.swap(last, random.nextInt(last + 1));
        }
        return views;
    }

    /** Returns the same views in order of time. */
    static PageViews ordered(int size) {
        PageViews any = shuffled(size);
        long[] words = new long[size];
        Arrays.setAll(words, i -> ((any.millis[i] - START) << 27) | i);
        Arrays.sort(words);
        PageViews ordered = new PageViews(size);
        for (int i = 0; i < size; i++) {
            int from = (int) (words[i] & ((1 << 27) - 1));
            ordered.set(i, any.visitors[from], any.millis[from], any.pages[from]);
        }
        return ordered;
    }

    private void set(int i, int visitor, long at, int page) {
        visitors[i] = visitor;
        millis[i] = at;
        pages[i] = page;
    }

    private void swap(int i, int j) {
        int visitor = visitors[i];
        long at = millis[i];
        int page = pages[i];
        set(i, visitors[j], millis[j], pages[j]);
        set(j, visitor, at, page);
    }
}
