/** One rule as Prometheus reads it. */
export interface Rule {
  readonly record?: string;
  readonly alert?: string;
  readonly expr: string;
  readonly for?: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations?: Readonly<Record<string, string>>;
  /** Written above the rule. */
  readonly comment?: string;
}

/** Rules that are evaluated one after the other. */
export interface RuleGroup {
  readonly name: string;
  readonly interval: string;
  readonly rules: readonly Rule[];
  /** What was left out, and why; written above the group. */
  readonly notes: readonly string[];
}

/** Text that Prometheus would read as a template stays text. */
export const literal = (text: string): string =>
  text.replaceAll('{{', '{{ "{{" }}');
