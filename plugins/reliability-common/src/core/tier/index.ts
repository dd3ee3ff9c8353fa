export * from './tier';
export * from './defaultTiers';
export * from './resolveTier';
