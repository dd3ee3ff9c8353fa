export { OPENSLO_V1, SHORT_FORM } from './apiVersion';
export { SLO_DIAGNOSTICS } from './codes';
export type { SloDiagnosticCode } from './codes';
export { compileSlos } from './compileSlos';
export type {
  CompiledSloFile,
  SloCompileContext,
  SloQueryPlace,
} from './compileSlos';
export type { PlacedQuery } from './compileSlo';
export type { Place } from './Spot';
export { PUSHED_SOURCE } from './sources';
export type { KnownSource } from './sources';
export type { QueryRole } from './sli';
export { toOpenSlo } from './toOpenSlo';
