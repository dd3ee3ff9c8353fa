/**
 * Stand-ins for vendors that keep state and answer over real HTTP, for tests and for the demo.
 *
 * @packageDocumentation
 */
export {
  FakeVendor,
  type FakeFault,
  type FakeReply,
  type FakeRequest,
  type FakeVendorOptions,
} from './FakeVendor';
export { FakeBucket, type BucketState } from './FakeBucket';
export {
  escaped,
  FakeFeeds,
  fileOf,
  folded,
  utc,
  writeFeed,
  type FakeCalendar,
  type FakeFeedShift,
  type FeedForm,
} from './ical';
export { FakePagerduty } from './pagerduty/FakePagerduty';
export type {
  PagerdutyEntry,
  PagerdutyPolicy,
  PagerdutySchedule,
  PagerdutyService,
  PagerdutyUser,
} from './pagerduty/state';
export { FakeIncidentIo } from './incident-io/FakeIncidentIo';
export type {
  IncidentIoEntry,
  IncidentIoNode,
  IncidentIoPath,
  IncidentIoSchedule,
  IncidentIoTarget,
  IncidentIoUser,
} from './incident-io/state';
export { FakeGrafana } from './grafana/FakeGrafana';
export type {
  GrafanaChain,
  GrafanaSchedule,
  GrafanaShift,
  GrafanaStep,
  GrafanaUser,
} from './grafana/state';
export { FakeJsm } from './jsm/FakeJsm';
export { FakeOpsgenie } from './opsgenie/FakeOpsgenie';
export {
  OperationsState,
  type OperationsEntry,
  type OperationsEscalation,
  type OperationsRotation,
  type OperationsRouting,
  type OperationsSchedule,
  type OperationsTarget,
  type OperationsTeam,
  type OperationsUser,
} from './opsgenie/state';
export { FakeRootly } from './rootly/FakeRootly';
export type {
  RootlyLevel,
  RootlyNamed,
  RootlyPolicy,
  RootlySchedule,
  RootlyShift,
  RootlyUser,
} from './rootly/state';
