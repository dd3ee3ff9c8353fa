export * from './vocabulary';
export * from './evaluation';
export * from './slos';
export * from './documents';
