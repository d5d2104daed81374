/// Writing, signing, freezing and re-running papers: transaction, permission, ledger.
@NamedInterface("service")
@NullMarked
package uk.goldenthread.papers.service;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
