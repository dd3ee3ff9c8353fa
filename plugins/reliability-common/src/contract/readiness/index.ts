export * from './checklist';
export * from './definition';
export * from './item';
export * from './organisation';
export * from './proposals';
export * from './review';
export * from './routes';
