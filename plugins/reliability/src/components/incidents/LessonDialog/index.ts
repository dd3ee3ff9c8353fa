export { LessonDialog } from './LessonDialog';
export { SimilarServicesText } from './SimilarServicesText';
