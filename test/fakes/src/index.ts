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
export type { FakeDelivery } from './delivery';
export { FakePagerduty } from './pagerduty/FakePagerduty';
export {
  PagerdutyIncidents,
  type PagerdutyIncident,
  type PagerdutyLogEntry,
} from './pagerduty/incidents';
export type {
  PagerdutyEntry,
  PagerdutyPolicy,
  PagerdutySchedule,
  PagerdutyService,
  PagerdutyUser,
} from './pagerduty/state';
export { FakeIncidentIo } from './incident-io/FakeIncidentIo';
export { IncidentIoIncidents } from './incident-io/IncidentIoIncidents';
export type {
  IncidentIoCatalogEntry,
  IncidentIoCategory,
  IncidentIoDocument,
  IncidentIoEscalation,
  IncidentIoFollowUp,
  IncidentIoIncident,
  IncidentIoUpdate,
} from './incident-io/incidentState';
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
export { JiraIssues, type JiraIssue } from './jsm/JiraIssues';
export { FakeOpsgenie } from './opsgenie/FakeOpsgenie';
export {
  OpsgenieIncidents,
  type OpsgenieEntry,
  type OpsgenieIncident,
} from './opsgenie/OpsgenieIncidents';
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
export type { RootlyIncident } from './rootly/incidentState';
export type {
  RootlyLevel,
  RootlyNamed,
  RootlyPolicy,
  RootlySchedule,
  RootlyShift,
  RootlyUser,
} from './rootly/state';
export { FakeFirehydrant } from './firehydrant/FakeFirehydrant';
export type { FirehydrantIncident } from './firehydrant/state';
export { FakeServicenow } from './servicenow/FakeServicenow';
export {
  servicenowIdOf,
  servicenowTime,
  type ServicenowRecord,
  type ServicenowValue,
} from './servicenow/state';
export { FakeStatuspage } from './statuspage/FakeStatuspage';
export {
  statuspageComponentId,
  type StatuspageIncident,
  type StatuspageUpdate,
} from './statuspage/state';
