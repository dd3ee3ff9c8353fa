import { makeStyles } from '@material-ui/core/styles';
import type { RollupAddress } from '../../../../hooks/rollups/useRollupParams';
import { useTranslation } from '../../../../hooks/useTranslation';
import {
  moverDays,
  moverDirections,
} from '../../../../utils/rollups/rollupParams';
import { SmallButton } from '../../../common';

const useStyles = makeStyles(theme => ({
  root: { display: 'flex', flexWrap: 'wrap', gap: theme.spacing(1, 2) },
  group: { display: 'flex', flexWrap: 'wrap', gap: theme.spacing(0.75) },
}));

const words = {
  both: 'rollups.movers.both',
  up: 'rollups.movers.onlyUp',
  down: 'rollups.movers.onlyDown',
} as const;

/** How far back movers are compared, and which of them are listed. */
export function MoversChoices({ address }: { address: RollupAddress }) {
  const { params, change } = address;
  const classes = useStyles();
  const { t } = useTranslation();
  return (
    <div className={classes.root}>
      <div
        className={classes.group}
        role="group"
        aria-label={t('rollups.movers.direction')}
      >
        {moverDirections.map(direction => (
          <SmallButton
            key={direction}
            aria-pressed={direction === params.direction}
            onClick={() => change({ direction })}
          >
            {t(words[direction])}
          </SmallButton>
        ))}
      </div>
      <div
        className={classes.group}
        role="group"
        aria-label={t('rollups.movers.days')}
      >
        {moverDays.map(days => (
          <SmallButton
            key={days}
            aria-pressed={days === params.days}
            onClick={() => change({ days })}
          >
            {t('rollups.movers.day', { count: days })}
          </SmallButton>
        ))}
      </div>
    </div>
  );
}
