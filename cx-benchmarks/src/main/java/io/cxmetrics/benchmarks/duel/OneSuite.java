package io.cxmetrics.benchmarks.duel;

import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * Runs one variant of a suite in a process of its own, so that what the compiler learned from one suite does not slow
 * the next. The parent writes the order to a file, and the child the result to another.
 */
final class OneSuite {

    private OneSuite() {}

    /** What the child is to run. */
    record Order(Class<? extends Suite> type, TreeMap<String, String> variant, Patience patience, boolean growth)
            implements Serializable {

        static Order of(Contest contest, Map<String, String> variant, Patience patience, boolean growth) {
            return new Order(contest.type(), new TreeMap<>(variant), patience, growth);
        }
    }

    /** Takes the files of the order and of the result. */
    public static void main(String[] args) throws Throwable {
        Order order = (Order) read(Path.of(args[0]));
        Contest contest = new Contest(order.type());
        write(Path.of(args[1]), new Duel(contest, order.variant(), order.patience()).run(order.growth()));
    }

    static Object read(Path file) throws Exception {
        try (ObjectInputStream in = new ObjectInputStream(Files.newInputStream(file))) {
            return in.readObject();
        }
    }

    static void write(Path file, Object object) throws Exception {
        try (ObjectOutputStream out = new ObjectOutputStream(Files.newOutputStream(file))) {
            out.writeObject(object);
        }
    }
}
