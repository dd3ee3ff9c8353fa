export { GroupFollowUpsCard } from './GroupFollowUpsCard';
