import { ItemDoubts } from '../maturity/ItemDoubts';
import { RankingService } from '../maturity/RankingService';
import { Reassessor } from '../maturity/Reassessor';
import { ChangeService } from './ChangeService';
import {
  createIncidentReads,
  IncidentReadOptions,
} from './createIncidentReads';
import { FollowUpPresenter } from './FollowUpPresenter';
import { FollowUpService } from './FollowUpService';
import { IncidentAccess } from './IncidentAccess';
import { IncidentChanges } from './IncidentChanges';
import { IncidentImportService } from './IncidentImportService';
import { IncidentRemapper } from './IncidentRemapper';
import { IncidentReader } from './IncidentReader';
import { IncidentWriter } from './IncidentWriter';
import { IncidentWriteApi } from './incidentWriteRouter';
import { IncidentWriteService } from './IncidentWriteService';
import { LessonListService } from './LessonListService';
import { LessonPresenter } from './LessonPresenter';
import { LessonService } from './LessonService';
import { MappingService } from './MappingService';
import { PostmortemListService } from './PostmortemListService';
import { PostmortemPresenter } from './PostmortemPresenter';
import { PostmortemService } from './PostmortemService';

/** What the routes of incidents need, put together. */
export function createIncidentApi(
  options: Omit<IncidentReadOptions, 'incidentAccess'> & {
    readonly reassessor: Reassessor;
    readonly ranking: RankingService;
    readonly incidentWriter: IncidentWriter;
    readonly incidentRemapper: IncidentRemapper;
  },
) {
  const incidentAccess = new IncidentAccess(options);
  const reads = createIncidentReads({ ...options, incidentAccess });
  const incidentReader = new IncidentReader(options);
  const base = {
    ...options,
    incidentAccess,
    incidentReader,
    incidentChanges: new IncidentChanges(options),
    itemDoubts: new ItemDoubts(options),
    followUpPresenter: new FollowUpPresenter({ ...options, incidentAccess }),
    lessonPresenter: new LessonPresenter({
      ...options,
      itemDoubts: new ItemDoubts(options),
    }),
    postmortemPresenter: new PostmortemPresenter({
      ...options,
      incidentReader,
    }),
    incidentPage: reads.incidents,
  };
  const followUps = new FollowUpService(base);
  const writes: IncidentWriteApi = {
    incidentWrites: new IncidentWriteService(base),
    incidentImports: new IncidentImportService(base),
    incidentMappings: new MappingService(base),
    postmortems: new PostmortemService(base),
    postmortemList: new PostmortemListService(base),
    followUps,
    lessons: new LessonService({ ...base, followUps }),
    lessonList: new LessonListService({ ...base, followUps }),
    changes: new ChangeService(base),
  };
  return { ...reads, ...writes };
}
