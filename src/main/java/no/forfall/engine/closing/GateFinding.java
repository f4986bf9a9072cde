package no.forfall.engine.closing;

import org.camunda.bpm.engine.impl.util.xml.Element;

/**
 * One thing a diagram may not contain.
 *
 * @param element where it stands
 * @param elementId the id of the nearest element that has one
 */
record GateFinding(Element element, String elementId, String message) {}
