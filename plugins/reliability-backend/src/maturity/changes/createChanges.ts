import { ProgrammeOptions, ProgrammeTask } from '../programmeOptions';
import { ChangesApi } from './changesRouter';
import { DayPairs } from './DayPairs';
import { PastStates } from './PastStates';
import { ScoreChangesService } from './ScoreChangesService';
import { ServiceChangesService } from './ServiceChangesService';

/** What the routes of why levels and scores moved need, and what runs beside them. */
export function createChanges(options: ProgrammeOptions): {
  readonly api: ChangesApi;
  readonly tasks: readonly ProgrammeTask[];
} {
  const states = new PastStates(options);
  const pairs = new DayPairs({ ...options, states });
  return {
    api: {
      serviceChanges: new ServiceChangesService({ ...options, states }),
      scoreChanges: new ScoreChangesService({ ...options, states, pairs }),
    },
    tasks: [],
  };
}
