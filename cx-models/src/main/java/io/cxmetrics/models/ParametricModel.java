package io.cxmetrics.models;

import java.io.Serializable;
import java.util.List;

/**
 * A model that a few numbers describe: immutable, serializable, and able to answer questions without the data it was
 * fitted to.
 *
 * @param <M> the type of the model itself
 * @since 0.1
 */
public interface ParametricModel<M extends ParametricModel<M>> extends Serializable {

    /**
     * Returns the names of the parameters in the order of {@link #parameters()}.
     *
     * @return the names, unmodifiable
     */
    List<String> parameterNames();

    /**
     * Returns the parameters.
     *
     * @return a new array in the order of {@link #parameterNames()}
     */
    double[] parameters();

    /**
     * Returns the same kind of model with other parameters.
     *
     * @param parameters the parameters in the order of {@link #parameterNames()}
     * @return the model
     * @throws IllegalArgumentException if a parameter is out of its range, or their number is wrong
     */
    M withParameters(double... parameters);
}
