/// The identifiers of health care: NHS numbers and organisation codes, checked before they are believed.
@NullMarked
package uk.goldenthread.kernel.identifiers;

import org.jspecify.annotations.NullMarked;
