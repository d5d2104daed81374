/// The one door to mail: the outbox, how people wish to be written to, digests, and the SMTP server.
@NullMarked
package uk.goldenthread.notify.mail;

import org.jspecify.annotations.NullMarked;
