/** The parts of Plot that the page uses; loaded with the first chart. */
export { areaY, axisX, axisY, barX, barY, dot, gridY, line, lineY, plot, pointerX, rect, rectY, ruleX, ruleY, text, textX, tickX, tip } from '@observablehq/plot';
