export * from './facts';
export * from './tier';
export * from './slo';
export * from './oncall';
export * from './incidents';
export * from './readiness';
export * from './maturity';
