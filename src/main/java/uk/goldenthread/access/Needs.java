package uk.goldenthread.access;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// What a handler asks of the person before it runs. A handler with neither this nor [Open] answers nobody.
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Needs {
    Permission value();

    /// Other permissions, any one of which is enough instead.
    Permission[] or() default {};

    /// Answers someone who has yet to set up the one-time code that their role requires: what they need to do so.
    boolean settingUp() default false;

    /// Changes how a person, or a program of theirs, proves who they are: only from a session, never with a token, or
    /// whoever finds a token could keep the account, or a token of their own, for good.
    boolean inPerson() default false;

    /// A screen that shows restricted records: the session must have been used in the last 15 minutes (BR-ACC-2).
    boolean restricted() default false;
}
