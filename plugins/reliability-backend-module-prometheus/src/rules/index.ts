export { compareRules } from './compareRules';
export type { LoadedGroup, LoadedRule, RuleDrift } from './compareRules';
export { generateRules, RULES_FILE } from './generateRules';
export type { RuleOptions } from './groups';
export { recordedMeasure } from './recorded';
