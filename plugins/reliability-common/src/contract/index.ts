export * from './paging';
export * from './tier';
export * from './scorecard';
export * from './facts';
export * from './maturity';
export * from './routes';
