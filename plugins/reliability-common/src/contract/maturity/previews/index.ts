export * from './preview';
export * from './cheapestPath';
export * from './routes';
