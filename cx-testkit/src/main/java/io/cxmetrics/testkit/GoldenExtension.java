package io.cxmetrics.testkit;

import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/** Skips golden tests where the data are absent and says so once. Opens the data to marked tests, and to no others. */
final class GoldenExtension
        implements ExecutionCondition, BeforeAllCallback, AfterAllCallback, BeforeEachCallback, AfterEachCallback {

    private static final Namespace NAMESPACE = Namespace.create(GoldenExtension.class);

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        Whereabouts whereabouts = Whereabouts.here();
        if (whereabouts.there()) {
            return ConditionEvaluationResult.enabled("golden data are at " + whereabouts.folder());
        }
        String reason = "golden tests are skipped: " + whereabouts.absence();
        context.getRoot().getStore(NAMESPACE).getOrComputeIfAbsent(reason, GoldenExtension::print);
        return ConditionEvaluationResult.disabled(reason);
    }

    private static String print(String line) {
        System.out.println(line);
        return line;
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        SharedData.enter();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        SharedData.leave();
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        SharedData.enter();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        SharedData.leave();
    }
}
