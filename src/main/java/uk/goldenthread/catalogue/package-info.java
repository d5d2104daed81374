/// The versioned rules of the field: roles, KPIs, settings, frameworks and code sets, read once from `catalogue/*.yaml`
/// and refused loudly when wrong.
@NullMarked
package uk.goldenthread.catalogue;

import org.jspecify.annotations.NullMarked;
