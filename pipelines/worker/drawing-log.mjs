import { Refusal } from './refusal.mjs';

/**
 * What Vega and Vega-Lite log while they draw. Vega swallows what is thrown inside its dataflow, so a fault is kept for the one who asked.
 * Functions in fields, because Vega calls them with a `this` of its own.
 */
export class DrawingLog {
  warnings = [];
  fault = null;

  error = (...parts) => {
    this.fault ??= parts.find((part) => part instanceof Refusal) ?? new Refusal('drawing', parts.map(String).join(' '));
    return this;
  };

  warn = (...parts) => {
    // A load that failed is a warning to Vega, which then draws an empty chart.
    if (parts.some((part) => part instanceof Refusal)) return this.error(...parts);
    const text = parts.map(String).join(' ');
    // A layer that finds no row of its own (no county above the limit) is no cause for worry.
    if (!text.startsWith('Infinite extent') && !this.warnings.includes(text)) this.warnings.push(text);
    return this;
  };

  level = () => this;
  info = () => this;
  debug = () => this;
}
