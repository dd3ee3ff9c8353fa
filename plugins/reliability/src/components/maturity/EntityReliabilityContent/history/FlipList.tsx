import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import type { HistoryEntry } from '@plimsoll/backstage-plugin-reliability-common';
import { useState } from 'react';
import { useTranslation } from '../../../../hooks/useTranslation';
import { FactValue } from '../../FactValue';
import { Rule } from '../../Rule';
import { FromTo } from './FromTo';

const useStyles = makeStyles(theme => ({
  list: { margin: 0, padding: 0, listStyle: 'none' },
  item: { '& + &': { marginTop: theme.spacing(0.75) } },
  facts: { color: theme.palette.text.secondary },
}));

type Flip = HistoryEntry['flips'][number];

const SHOWN = 3;

/** How a check came out before and after; one that is new or gone says so. */
export function FlipOutcomes({ flip }: { flip: Pick<Flip, 'from' | 'to'> }) {
  const { t } = useTranslation();
  const from = flip.from && t(`common.outcome.${flip.from}`);
  const to = flip.to && t(`common.outcome.${flip.to}`);
  if (from && to) return <FromTo from={from} to={to} />;
  if (to) return <>{t('history.newCheck', { to })}</>;
  return from ? <>{t('history.goneCheck', { from })}</> : null;
}

/** The checks that changed their outcome in one step, with the facts behind it. */
export function FlipList({ entry }: { entry: HistoryEntry }) {
  const classes = useStyles();
  const { t } = useTranslation();
  const [all, setAll] = useState(false);
  const { flips, cause } = entry;
  if (cause === null) {
    return flips.length > 0 ? (
      <>{t('history.firstFlips', { count: flips.length })}</>
    ) : null;
  }
  if (flips.length === 0) return <>{t('history.noFlips')}</>;
  const shown = all ? flips : flips.slice(0, SHOWN);
  return (
    <>
      <ul className={classes.list}>
        {shown.map(flip => (
          <li key={flip.check} className={classes.item}>
            {flip.title}
            {': '}
            <FlipOutcomes flip={flip} />
            {flip.facts.map(({ path, before, after }) => (
              <div key={path} className={classes.facts}>
                <Rule text={path} />
                {': '}
                <FromTo
                  from={<FactValue value={before} />}
                  to={<FactValue value={after} />}
                />
              </div>
            ))}
          </li>
        ))}
      </ul>
      {flips.length > shown.length && (
        <Button size="small" onClick={() => setAll(true)}>
          {t('history.more', { count: flips.length - shown.length })}
        </Button>
      )}
    </>
  );
}
