package io.cxmetrics.web.usage;

import io.cxmetrics.StoredFields;
import io.cxmetrics.StoredForm;
import io.cxmetrics.Summary;
import io.cxmetrics.internal.Checks;

/**
 * The use of one feature, by users each of whom is in one place only.
 *
 * @param uses how often it was used, not negative
 * @param users how many users used it, at most the uses
 * @param sessions in how many sessions it was used, at most the uses
 * @param usersActiveDays on how many days these users were active, each user's days counted, with or without the
 *     feature; at least the users
 * @since 0.1
 */
public record FeatureCounts(long uses, long users, long sessions, long usersActiveDays)
        implements Summary<FeatureCounts> {

    /** Not used. */
    public static final FeatureCounts EMPTY = new FeatureCounts(0, 0, 0, 0);

    /**
     * Checks the counts.
     *
     * @throws IllegalArgumentException if a count is negative, users or sessions exceed the uses, a use is nobody's, or
     *     a user was active on no day
     */
    public FeatureCounts {
        Checks.notNegative("uses", uses);
        Checks.notNegative("users", users);
        Checks.notNegative("sessions", sessions);
        Checks.notNegative("usersActiveDays", usersActiveDays);
        if (users > uses) {
            throw new IllegalArgumentException("users must not exceed uses (" + uses + "), got " + users);
        }
        if (sessions > uses) {
            throw new IllegalArgumentException("sessions must not exceed uses (" + uses + "), got " + sessions);
        }
        if (users == 0 && uses > 0) {
            throw new IllegalArgumentException("uses must be 0 without users, got " + uses);
        }
        if (usersActiveDays < users) {
            throw new IllegalArgumentException(
                    "usersActiveDays must be at least users (" + users + "), got " + usersActiveDays);
        }
    }

    /**
     * Returns how many users used it.
     *
     * @return the users
     */
    public long count() {
        return users;
    }

    /**
     * Returns the depth of use: how often one who uses the feature does.
     *
     * @return uses / users, 1 or more; NaN without users
     */
    public double depth() {
        return (double) uses / users;
    }

    /**
     * Returns the frequency of use: how often one who uses the feature does on a day of being active.
     *
     * @return uses / active days of its users; NaN without users
     */
    public double frequency() {
        return (double) uses / usersActiveDays;
    }

    @Override
    public StoredForm storedForm() {
        return StoredForm.of("FeatureCounts", 1)
                .with("uses", uses)
                .with("users", users)
                .with("sessions", sessions)
                .with("usersActiveDays", usersActiveDays);
    }

    /**
     * Rebuilds what {@link #storedForm()} wrote.
     *
     * @param form the form
     * @return the summary
     * @throws IllegalArgumentException if the form is not one of them
     */
    public static FeatureCounts ofStored(StoredForm form) {
        StoredFields fields = form.expect("FeatureCounts", 1, "uses", "users", "sessions", "usersActiveDays");
        return new FeatureCounts(
                fields.whole("uses"), fields.whole("users"), fields.whole("sessions"), fields.whole("usersActiveDays"));
    }

    private Object writeReplace() {
        return StoredForm.replacing(this);
    }

    @Override
    public FeatureCounts plus(FeatureCounts other) {
        return new FeatureCounts(
                Math.addExact(uses, other.uses),
                Math.addExact(users, other.users),
                Math.addExact(sessions, other.sessions),
                Math.addExact(usersActiveDays, other.usersActiveDays));
    }
}
