export * from './vocabulary';
export * from './service';
export * from './directory';
export { oncallCalendarResponseSchema } from './routes';
