export * from './facts';
export * from './tier';
export * from './slo';
export * from './readiness';
export * from './maturity';
