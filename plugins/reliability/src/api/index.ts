export * from './OncallApi';
export * from './OncallClient';
export * from './ReadinessApi';
export * from './ReadinessClient';
export * from './ReliabilityApi';
export * from './ReliabilityClient';
export type { PageQuery, RequestOptions } from './requests';
export * from './SloApi';
export * from './SloClient';
