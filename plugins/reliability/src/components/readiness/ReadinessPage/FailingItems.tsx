import { makeStyles } from '@material-ui/core/styles';
import type { ChecklistOverviewResponse } from '@plimsoll/backstage-plugin-reliability-common';
import { useState } from 'react';
import { useTranslation } from '../../../hooks/useTranslation';
import { trackColor } from '../../common';
import { Section } from '../../maturity/Section';
import { SmallButton } from '../parts';
import type { OverviewPartProps } from './OverviewParts';

const SHOWN = 8;

type Item = ChecklistOverviewResponse['items'][number];

const openOf = (item: Item) =>
  item.notMet + item.unanswered + item.expired + item.contested;
const applicableOf = (item: Item) => openOf(item) + item.met;

const useStyles = makeStyles(theme => ({
  list: { margin: theme.spacing(1, 0), padding: 0, listStyle: 'none' },
  item: { padding: theme.spacing(0.5, 0) },
  head: {
    display: 'flex',
    justifyContent: 'space-between',
    alignItems: 'baseline',
    gap: theme.spacing(1),
  },
  number: { whiteSpace: 'nowrap', fontVariantNumeric: 'tabular-nums' },
  track: {
    height: 6,
    borderRadius: 3,
    overflow: 'hidden',
    backgroundColor: trackColor(theme),
  },
  bar: { height: '100%', backgroundColor: theme.palette.primary.main },
}));

/** The items that most services do not meet; each narrows the page to those. */
export function FailingItems({ overview, onChange }: OverviewPartProps) {
  const classes = useStyles();
  const { t } = useTranslation();
  const [all, setAll] = useState(false);
  const failing = overview.items
    .filter(item => openOf(item) > 0)
    .sort((a, b) => openOf(b) / applicableOf(b) - openOf(a) / applicableOf(a));
  const shown = all ? failing : failing.slice(0, SHOWN);
  return (
    <Section title={t('organisation.failing.title')}>
      {failing.length === 0
        ? t('organisation.failing.none')
        : t('organisation.failing.text')}
      <ol className={classes.list}>
        {shown.map(item => (
          <li key={item.id} className={classes.item}>
            <div className={classes.head}>
              <SmallButton
                quiet
                onClick={() => onChange({ item: item.id, state: worst(item) })}
              >
                {item.title}
              </SmallButton>
              <span
                className={classes.number}
                title={t('organisation.failing.parts', {
                  notMet: String(item.notMet),
                  unanswered: String(item.unanswered),
                  expired: String(item.expired),
                  contested: String(item.contested),
                })}
              >
                {t('organisation.failing.open', {
                  count: openOf(item),
                  total: String(applicableOf(item)),
                })}
              </span>
            </div>
            <div className={classes.track} aria-hidden="true">
              <div
                className={classes.bar}
                style={{
                  width: `${(100 * openOf(item)) / applicableOf(item)}%`,
                }}
              />
            </div>
          </li>
        ))}
      </ol>
      {!all && failing.length > SHOWN && (
        <SmallButton onClick={() => setAll(true)}>
          {t('organisation.failing.more', { number: String(failing.length) })}
        </SmallButton>
      )}
    </Section>
  );
}

/** The open state that most services are in. */
function worst(item: Item) {
  const states = [
    ['unanswered', item.unanswered],
    ['not-met', item.notMet],
    ['expired', item.expired],
    ['contested', item.contested],
  ] as const;
  return states.reduce((a, b) => (b[1] > a[1] ? b : a))[0];
}
