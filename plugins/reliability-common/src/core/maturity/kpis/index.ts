export type {
  KpiDefinition,
  KpiDetail,
  KpiDirection,
  KpiHeading,
} from './definition';
export * from './catalogue';
export * from './measure';
export * from './measureSlos';
export * from './measureIncidents';
export * from './measureServices';
export * from './risks';
