export * from './figures';
export * from './risks';
export * from './routes';
