/** What every fitted model shares: its parameters, their uncertainty, and what the search for them met. */
@NullMarked
package io.cxmetrics.models;

import org.jspecify.annotations.NullMarked;
