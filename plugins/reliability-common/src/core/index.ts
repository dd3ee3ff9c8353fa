export * from './facts';
export * from './tier';
export * from './readiness';
export * from './maturity';
