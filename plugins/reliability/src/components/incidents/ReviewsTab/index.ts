export { ReviewsTab } from './ReviewsTab';
