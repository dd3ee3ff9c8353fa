export * from './exemptionState';
export * from './exemptionRules';
export * from './waiverDebt';
