package uk.goldenthread.assessments.survey.web;

import java.util.List;
import java.util.Map;
import uk.goldenthread.assessments.survey.SurveyQuestions;
import uk.goldenthread.shell.components.FieldErrors;
import uk.goldenthread.shell.components.Option;

/// The survey as a practitioner sees it, who has not signed in.
public record SurveyPage(
        String token,
        String organisation,
        List<SurveyQuestions.Question> questions,
        List<Option> answers,
        Map<String, String> typed,
        FieldErrors errors) {}
