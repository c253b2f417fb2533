package io.cxmetrics;

import java.io.Serializable;

/**
 * A value that is written in one form, whatever writes it: Java serialization and JSON share it.
 *
 * <p>A type that implements this interface has three parts. The first gives the form, and the second rebuilds the value
 * through the checks of the type, so that a forged form is refused. Java serialization writes the form and nothing
 * else, which is the third:
 *
 * <pre>
 * public final class Visits implements Stored {
 *
 *     public StoredForm storedForm() {
 *         return StoredForm.of("Visits", 1).with("count", count).with("days", days);
 *     }
 *
 *     public static Visits ofStored(StoredForm form) {
 *         StoredFields fields = form.expect("Visits", 1, "count", "days");
 *         return Visits.ofCounts(fields.whole("count"), fields.wholes("days"));
 *     }
 *
 *     private Object writeReplace() {
 *         return StoredForm.replacing(this);
 *     }
 *
 *     private void readObject(ObjectInputStream in) throws InvalidObjectException {
 *         throw StoredForm.unreplaced(this);
 *     }
 * }
 * </pre>
 *
 * <p>A record has no {@code readObject}: its stream always passes its constructor. {@code ofStored} is found by its
 * name; it throws an {@link IllegalArgumentException} for whatever its type could not have written.
 *
 * <p>The name of the form and the names of its fields outlive those of the type. A field that changes its meaning
 * counts the version up, and the older versions are read on.
 *
 * @since 0.1
 */
public interface Stored extends Serializable {

    /**
     * Returns this value as it is written: name, version and named fields.
     *
     * @return the form, from which {@link StoredForm#as} rebuilds an equal value
     */
    StoredForm storedForm();
}
