/// What people do with contracts: keep the register, move a contract on, check, waive, ask for evidence
/// and answer.
@NullMarked
package uk.goldenthread.contracts.service;

import org.jspecify.annotations.NullMarked;
