package io.cxmetrics.report;

import java.util.Comparator;
import java.util.List;

/**
 * The order in which groups are printed: numbers by value and before text, text by its characters.
 *
 * @since 0.1
 */
public final class LabelOrder implements Comparator<List<String>> {

    @Override
    public int compare(List<String> left, List<String> right) {
        for (int i = 0; i < Math.min(left.size(), right.size()); i++) {
            int order = compare(left.get(i), right.get(i));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(left.size(), right.size());
    }

    private static int compare(String left, String right) {
        boolean leftNumber = number(left);
        if (leftNumber != number(right)) {
            return leftNumber ? -1 : 1;
        }
        int order = leftNumber ? Double.compare(Double.parseDouble(left), Double.parseDouble(right)) : 0;
        return order != 0 ? order : left.compareTo(right);
    }

    private static boolean number(String label) {
        return label.matches("-?\\d{1,15}(\\.\\d{1,15})?");
    }
}
