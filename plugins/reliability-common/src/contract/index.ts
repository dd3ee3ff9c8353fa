export * from './paging';
export * from './tier';
export * from './scorecard';
export * from './facts';
export * from './maturity';
export * from './readiness';
export * from './routeContract';
export * from './routes';
