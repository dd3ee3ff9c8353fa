import {
  SLO_DIAGNOSTICS,
  SloDiagnosticCode,
} from '@plimsoll/backstage-plugin-reliability-common';

/** Something wrong at an offset of the text. */
export interface TextProblem {
  readonly severity: 'error' | 'warning';
  readonly code: SloDiagnosticCode;
  readonly message: string;
  readonly offset: number;
}

/** A problem with the severity of its code. */
export const problem = (
  code: SloDiagnosticCode,
  message: string,
  offset = 0,
): TextProblem => ({
  severity: SLO_DIAGNOSTICS[code].severity,
  code,
  message,
  offset,
});
