import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import {
  cheapestPath,
  isOpenCheck,
  whatIf,
  type Report,
} from '@plimsoll/backstage-plugin-reliability-common';
import { useState } from 'react';
import { useTranslation } from '../../../../hooks/useTranslation';
import { SmallButton } from '../../../common';
import { Section } from '../../Section';
import { WhatIfResult } from './WhatIfResult';

const useStyles = makeStyles(theme => ({
  list: {
    margin: theme.spacing(1.5, 0),
    padding: 0,
    listStyle: 'none',
    columnWidth: 340,
    columnGap: theme.spacing(4),
  },
  item: { breakInside: 'avoid' },
  label: {
    display: 'flex',
    alignItems: 'flex-start',
    gap: theme.spacing(1),
    padding: theme.spacing(0.5, 0),
    cursor: 'pointer',
    '& input': { flex: 'none', width: 16, height: 16, margin: '2px 0 0' },
  },
  actions: { display: 'flex', flexWrap: 'wrap', gap: theme.spacing(1) },
}));

interface Way {
  level: Report['levels'][number];
  steps: readonly string[];
}

/** The least work to each level above the one attained that any work reaches. */
function waysUp(report: Report): Way[] {
  const service = {
    entityRef: '',
    outcomes: report.checks.map(({ outcome }) => outcome),
  };
  // What does not count today is told apart by the report itself, so no date is needed.
  const scorecard = {
    levels: report.levels,
    checks: report.checks.map(({ id, level, weight, enforcement }) => ({
      id,
      level,
      weight,
      planned: enforcement !== 'enforced',
    })),
  };
  return report.levels
    .filter(({ index }) => index > report.level.index)
    .flatMap(level => {
      const [path] = cheapestPath(
        [service],
        scorecard,
        level.index,
        0,
      ).services;
      const steps = [...path.fix, ...path.learn];
      return path.state === 'reachable' ? [{ level, steps }] : [];
    });
}

/** Ticks on the checks that fail or are unknown, and what the service would be then. Computed here; nothing is stored. */
export function WhatIfPanel(props: { report: Report; onClose: () => void }) {
  const { report, onClose } = props;
  const classes = useStyles();
  const { t } = useTranslation();
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const open = report.checks.filter(
    check => isOpenCheck(check) && check.enforcement === 'enforced',
  );
  const nameOf = (id: string) =>
    report.levels.find(level => level.id === id)?.name ?? id;
  const toggle = (id: string) => {
    const next = new Set(ticked);
    if (!next.delete(id)) next.add(id);
    setTicked(next);
  };
  const ways = waysUp(report);
  return (
    <Section
      title={t('previews.whatIf.title')}
      actions={
        <SmallButton onClick={onClose}>
          {t('previews.whatIf.close')}
        </SmallButton>
      }
    >
      {open.length === 0 ? (
        <Typography variant="body2">{t('previews.whatIf.nothing')}</Typography>
      ) : (
        <>
          <WhatIfResult
            report={report}
            before={whatIf(report, new Set())}
            found={whatIf(report, ticked)}
            ticks={ticked.size}
          />
          <ul className={classes.list} aria-label={t('previews.whatIf.help')}>
            {open.map(({ id, title, level, weight }) => (
              <Typography
                key={id}
                variant="body2"
                component="li"
                className={classes.item}
              >
                <label className={classes.label}>
                  <input
                    type="checkbox"
                    checked={ticked.has(id)}
                    onChange={() => toggle(id)}
                  />
                  <span>
                    {t('previews.whatIf.check', {
                      title,
                      level: nameOf(level),
                      weight: String(weight),
                    })}
                  </span>
                </label>
              </Typography>
            ))}
          </ul>
          <div className={classes.actions}>
            {ways.map(({ level, steps }) => (
              <SmallButton
                key={level.id}
                onClick={() => setTicked(new Set(steps))}
              >
                {t('previews.whatIf.least', { level: level.name })}
              </SmallButton>
            ))}
            {ticked.size > 0 && (
              <SmallButton quiet onClick={() => setTicked(new Set())}>
                {t('previews.whatIf.untick')}
              </SmallButton>
            )}
          </div>
        </>
      )}
    </Section>
  );
}
