/// The pages and the interface of the register of actions.
@NullMarked
package uk.goldenthread.actions.web;

import org.jspecify.annotations.NullMarked;
