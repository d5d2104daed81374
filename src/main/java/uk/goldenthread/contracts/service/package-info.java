/// What people do with contracts: keep the register, move a contract on, check, waive, ask for evidence
/// and answer.
@NamedInterface("service")
@NullMarked
package uk.goldenthread.contracts.service;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
