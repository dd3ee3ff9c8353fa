export { LessonsTab } from './LessonsTab';
