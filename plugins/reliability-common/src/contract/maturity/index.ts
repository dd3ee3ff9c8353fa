export { outcomeSchema } from './vocabulary';
export * from './services';
export * from './report';
export * from './history';
