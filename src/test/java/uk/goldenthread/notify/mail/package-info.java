@NullMarked
package uk.goldenthread.notify.mail;

import org.jspecify.annotations.NullMarked;
