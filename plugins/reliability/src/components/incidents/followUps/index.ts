export { FollowUpDue } from './FollowUpDue';
export { FollowUpList } from './FollowUpList';
export type { FollowUpListProps } from './FollowUpList';
export { FollowUpRow } from './FollowUpRow';
