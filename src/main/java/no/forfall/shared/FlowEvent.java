package no.forfall.shared;

/** Something that a process or the outbox did. By itself it changes nothing that the law asks about. */
public interface FlowEvent extends CaseEvent {}
