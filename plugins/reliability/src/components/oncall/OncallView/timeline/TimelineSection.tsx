import Typography from '@material-ui/core/Typography';
import { makeStyles, useTheme } from '@material-ui/core/styles';
import useMediaQuery from '@material-ui/core/useMediaQuery';
import type { ServiceOncallResponse } from '@plimsoll/backstage-plugin-reliability-common';
import { useState } from 'react';
import { useTranslation } from '../../../../hooks/useTranslation';
import { readersZone } from '../../../../utils/oncall/times';
import { lanesOf } from '../../../../utils/oncall/timeline';
import { SmallButton } from '../../../common';
import { Section } from '../../../maturity/Section';
import { GapList } from './GapList';
import { Handovers } from './Handovers';
import { TimelineChart } from './TimelineChart';
import { TimelineTable } from './TimelineTable';

const useStyles = makeStyles(theme => ({
  views: { display: 'flex', gap: theme.spacing(1) },
  zone: { marginBottom: theme.spacing(1) },
  lists: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 340px), 1fr))',
    gap: theme.spacing(2, 4),
    marginTop: theme.spacing(2),
  },
}));

/** The next 14 days: who, when nobody, and who hands over to whom. */
export function TimelineSection({ value }: { value: ServiceOncallResponse }) {
  const classes = useStyles();
  const { t } = useTranslation();
  // A chart of fourteen days is not read on a phone; it can still be chosen.
  const narrow = useMediaQuery(useTheme().breakpoints.down('xs'));
  const [chosen, setChosen] = useState<'chart' | 'table'>();
  const view = chosen ?? (narrow ? 'table' : 'chart');
  const lanes = lanesOf(value.rotations, value.window);
  const drawn = lanes.some(({ blocks }) => blocks.length > 0);
  return (
    <Section
      title={t('oncall.timeline.title')}
      actions={
        drawn && (
          <div
            className={classes.views}
            role="group"
            aria-label={t('oncall.timeline.views')}
          >
            {(['chart', 'table'] as const).map(each => (
              <SmallButton
                key={each}
                aria-pressed={each === view}
                onClick={() => setChosen(each)}
              >
                {t(
                  each === 'chart'
                    ? 'oncall.timeline.asChart'
                    : 'oncall.timeline.asTable',
                )}
              </SmallButton>
            ))}
          </div>
        )
      }
    >
      <Typography
        variant="body2"
        color="textSecondary"
        className={classes.zone}
      >
        {t('oncall.now.zone', { zone: readersZone() })}
      </Typography>
      {!drawn && (
        <Typography variant="body2">{t('oncall.timeline.empty')}</Typography>
      )}
      {drawn && view === 'chart' && (
        <TimelineChart lanes={lanes} window={value.window} at={value.at} />
      )}
      {drawn && view === 'table' && <TimelineTable lanes={lanes} />}
      <div className={classes.lists}>
        <GapList value={value} />
        <Handovers value={value} />
      </div>
    </Section>
  );
}
