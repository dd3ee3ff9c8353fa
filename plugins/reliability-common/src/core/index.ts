export * from './tier';
export * from './maturity';
