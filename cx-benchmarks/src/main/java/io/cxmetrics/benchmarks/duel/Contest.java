package io.cxmetrics.benchmarks.duel;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jmh.annotations.Param;

/** A suite with its variants, read from its annotations. */
public final class Contest {

    private final Class<? extends Suite> type;
    private final HotPath path;

    public Contest(Class<? extends Suite> type) {
        this.type = type;
        this.path = type.getAnnotation(HotPath.class);
    }

    public Class<? extends Suite> type() {
        return type;
    }

    public HotPath path() {
        return path;
    }

    /** Returns the values of the parameters, one map for each combination. */
    public List<Map<String, String>> variants() {
        List<Map<String, String>> variants = List.of(Map.of());
        for (Field field : type.getFields()) {
            Param values = field.getAnnotation(Param.class);
            if (values != null && !field.getName().equals("rows")) {
                variants = variants.stream()
                        .flatMap(variant -> Arrays.stream(values.value()).map(value -> with(variant, field, value)))
                        .toList();
            }
        }
        return variants;
    }

    private static Map<String, String> with(Map<String, String> variant, Field field, String value) {
        Map<String, String> more = new TreeMap<>(variant);
        more.put(field.getName(), value);
        return more;
    }

    /** Returns the title of a variant. */
    public String title(Map<String, String> variant) {
        StringBuilder title = new StringBuilder(path.value());
        variant.forEach(
                (name, value) -> title.append(", ").append(name).append(' ').append(value));
        return title.toString();
    }

    /** Returns the names of the rivals that do not come to the kernel's answer over so many rows. */
    public List<String> disagreeing(Map<String, String> variant, int rows) throws Throwable {
        return new Duel(this, variant, Patience.QUICK).disagreeing(rows);
    }

    /** Makes a suite without data. */
    Suite suite(Map<String, String> variant) throws ReflectiveOperationException {
        Suite suite = type.getConstructor().newInstance();
        for (Map.Entry<String, String> parameter : variant.entrySet()) {
            Field field = type.getField(parameter.getKey());
            String value = parameter.getValue();
            if (field.getType() == int.class) {
                field.setInt(suite, Integer.parseInt(value));
            } else {
                field.set(suite, value);
            }
        }
        return suite;
    }

    /** Returns the method that asks the library. */
    Method kernel() {
        return Arrays.stream(type.getMethods())
                .filter(method -> method.isAnnotationPresent(Kernel.class))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(type.getSimpleName() + " must have a kernel"));
    }

    /** Returns the other methods that take part, references first. */
    List<Method> others() {
        List<Method> others = new ArrayList<>();
        for (Method method : type.getMethods()) {
            if (method.isAnnotationPresent(Rival.class) || method.isAnnotationPresent(Reference.class)) {
                others.add(method);
            }
        }
        others.sort(Comparator.comparing((Method method) -> method.isAnnotationPresent(Rival.class))
                .thenComparing(Method::getName));
        return others;
    }
}
