package io.cxmetrics.cli.survey;

import io.cxmetrics.cli.input.CsvSource;
import java.util.List;

/**
 * Which columns of a file play which part. A part that is not asked for is -1, or empty.
 *
 * @param rating the answers
 * @param by what groups are made by
 * @param weight the weights of the answers
 * @param respondent what tells respondents apart
 * @param over the dates
 */
public record SurveyColumns(int rating, List<Integer> by, int weight, List<Integer> respondent, int over) {

    static List<String> values(CsvSource source, List<Integer> columns) {
        // Most files are read without any such column, and then nothing is made for each row.
        return columns.isEmpty()
                ? List.of()
                : columns.stream().map(column -> source.field(column).strip()).toList();
    }
}
