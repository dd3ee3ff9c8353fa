export * from './dependencyEdges';
export * from './tierInversions';
export * from './proposeTier';
export * from './promiseOf';
export * from './borrowedBurn';
