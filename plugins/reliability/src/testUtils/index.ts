export * from './checks';
export * from './history';
export * from './levels';
export * from './reliabilityApiMock';
export * from './services';
