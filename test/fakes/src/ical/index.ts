export { FakeFeeds } from './FakeFeeds';
export { escaped, fileOf, folded, utc } from './contentLines';
export {
  writeFeed,
  type FakeCalendar,
  type FakeFeedShift,
  type FeedForm,
} from './writeFeed';
