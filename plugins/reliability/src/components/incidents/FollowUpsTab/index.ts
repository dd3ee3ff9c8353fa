export { FollowUpsTab } from './FollowUpsTab';
