export * from './answer';
export * from './decisions';
export * from './policies';
export * from './routes';
export * from './waivers';
