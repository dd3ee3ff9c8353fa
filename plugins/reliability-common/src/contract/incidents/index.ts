export * from './vocabulary';
export * from './incidents';
export * from './imports';
export * from './followUps';
export * from './ledger';
export * from './postmortems';
export * from './statistics';
export * from './accounts';
