import { makeStyles } from '@material-ui/core/styles';
import type {
  Report,
  ServiceResponse,
} from '@plimsoll/backstage-plugin-reliability-common';
import { useState } from 'react';
import { useTranslation } from '../../../../hooks/useTranslation';
import { SmallButton, visuallyHidden } from '../../../common';
import { WhatIfPanel } from '../../previews/whatIf/WhatIfPanel';
import { Section } from '../../Section';
import { CheckFilterButtons } from './CheckFilterButtons';
import { filterChecks, type CheckFilter } from './checkFilter';
import { LevelRung, type RungState } from './LevelRung';

const useStyles = makeStyles({
  actions: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 8 },
  list: { margin: 0, padding: 0, listStyle: 'none' },
  hidden: visuallyHidden,
});

function rungState(report: Report, level: Report['levels'][number]): RungState {
  if (level.index <= report.level.index) return 'attained';
  return level.index === report.level.index + 1 ? 'next' : 'locked';
}

/** Every level as a rung, with its checks. */
export function LevelLadder(props: {
  report: Report;
  facts: ServiceResponse['facts'];
}) {
  const { report, facts } = props;
  const classes = useStyles();
  const { t } = useTranslation();
  const [filter, setFilter] = useState<CheckFilter>('all');
  const [asking, setAsking] = useState(false);
  const { checks, levels } = report;
  const shown = filterChecks(checks, filter);
  const words = {
    all: '',
    todo: t('entity.ladder.nothingTodo'),
    unknown: t('entity.ladder.nothingUnknown'),
  };
  return (
    <>
      {asking && (
        <WhatIfPanel
          key={report.scorecard.id}
          report={report}
          onClose={() => setAsking(false)}
        />
      )}
      <Section
        title={t('entity.ladder.title')}
        actions={
          <div className={classes.actions}>
            <SmallButton
              aria-expanded={asking}
              onClick={() => setAsking(current => !current)}
            >
              {t('previews.whatIf.open')}
            </SmallButton>
            <CheckFilterButtons
              checks={checks}
              chosen={filter}
              onChoose={setFilter}
            />
          </div>
        }
      >
        <div role="status" className={shown.length > 0 ? classes.hidden : ''}>
          {shown.length === 0 && words[filter]}
        </div>
        <ol className={classes.list}>
          {levels.map(level => (
            <LevelRung
              // A filter opens what it finds: start over with each.
              key={`${report.scorecard.id} ${level.id} ${filter}`}
              level={level}
              state={rungState(report, level)}
              last={level.index === levels.length - 1}
              checks={checks.filter(check => check.level === level.id)}
              filter={filter}
              facts={facts}
              scorecard={report.scorecard.id}
            />
          ))}
        </ol>
      </Section>
    </>
  );
}
