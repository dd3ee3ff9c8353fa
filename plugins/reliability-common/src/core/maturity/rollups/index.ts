export * from './tierWeights';
export * from './rollUp';
export * from './cyclesOf';
export * from './groupTree';
export * from './signals';
export * from './compareGroups';
export * from './dimensionOutcome';
