import { makeStyles } from '@material-ui/core/styles';
import type {
  Report,
  ServiceResponse,
} from '@plimsoll/backstage-plugin-reliability-common';
import { useState } from 'react';
import { useTranslation } from '../../../../hooks/useTranslation';
import { visuallyHidden } from '../../../common';
import { Section } from '../../Section';
import { CheckFilterButtons } from './CheckFilterButtons';
import { filterChecks, type CheckFilter } from './checkFilter';
import { LevelRung, type RungState } from './LevelRung';

const useStyles = makeStyles({
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
  const { checks, levels } = report;
  const shown = filterChecks(checks, filter);
  const words = {
    all: '',
    todo: t('entity.ladder.nothingTodo'),
    unknown: t('entity.ladder.nothingUnknown'),
  };
  return (
    <Section
      title={t('entity.ladder.title')}
      actions={
        <CheckFilterButtons
          checks={checks}
          chosen={filter}
          onChoose={setFilter}
        />
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
  );
}
