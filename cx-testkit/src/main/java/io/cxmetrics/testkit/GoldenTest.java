package io.cxmetrics.testkit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Marks tests that compare with values computed outside Java over real data ({@link SharedData}).
 *
 * <p>Such a test has the tag {@code golden}. Where the data are absent it is skipped, before its class is initialized.
 *
 * <p>The mark stands on a class, or on single methods of a class that has other tests too. {@code @Test},
 * {@code @TestFactory} or {@code @ParameterizedTest} stays as it is.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
@Tag("golden")
@ExtendWith(GoldenExtension.class)
public @interface GoldenTest {}
