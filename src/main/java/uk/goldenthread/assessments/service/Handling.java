package uk.goldenthread.assessments.service;

import org.springframework.stereotype.Component;

/// What is done with one assessment.
@Component
record Handling(Answering answering, HandingIn handing, Parts parts, Filling filling) {}
