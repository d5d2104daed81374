/// Writing, signing, freezing and re-running papers: transaction, permission, ledger.
@NullMarked
package uk.goldenthread.papers.service;

import org.jspecify.annotations.NullMarked;
