export * from './progress';
export * from './burnUp';
export * from './enforcement';
