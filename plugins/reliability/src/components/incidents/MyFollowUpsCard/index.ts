export { MyFollowUpsCard } from './MyFollowUpsCard';
