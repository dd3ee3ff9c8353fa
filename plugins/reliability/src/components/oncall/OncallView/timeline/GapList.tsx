import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type {
  CoverageGapItem,
  ServiceOncallResponse,
} from '@plimsoll/backstage-plugin-reliability-common';
import { useState } from 'react';
import { useTranslation } from '../../../../hooks/useTranslation';
import {
  hoursBetween,
  hoursText,
  stretchText,
} from '../../../../utils/oncall/times';
import { SmallButton } from '../../../common';
import { SubSection } from '../../../slo/SlosView/parts/SubSection';

const SHOWN = 6;

const useStyles = makeStyles(theme => ({
  list: {
    display: 'grid',
    gap: theme.spacing(0.5),
    margin: theme.spacing(1, 0),
    paddingLeft: theme.spacing(2.5),
    fontSize: theme.typography.body2.fontSize,
  },
  required: { fontWeight: 600 },
  quiet: { color: theme.palette.text.secondary },
}));

/** When nobody can be paged, and whether the tier allows it. */
export function GapList({ value }: { value: ServiceOncallResponse }) {
  const classes = useStyles();
  const { t } = useTranslation();
  const [all, setAll] = useState(false);
  const { gaps, gapHours, requiredGapHours, state } = value.cover;
  const coverage = value.contract?.coverage ?? null;
  const shown = all ? gaps : gaps.slice(0, SHOWN);
  const lineOf = ({ from, to, level }: CoverageGapItem) => {
    const length = hoursText(hoursBetween(from, to));
    const words = {
      when: stretchText(from, to),
      // What reaches the end of what is told may well go on.
      length:
        to === value.window.to
          ? t('oncall.timeline.longer', { length })
          : length,
    };
    return level === null
      ? t('oncall.gaps.line', words)
      : t('oncall.gaps.lineLevel', { ...words, level: String(level) });
  };
  const summary = () => {
    if (gapHours === null) return t('oncall.gaps.noneKnown');
    if (gapHours === 0) {
      return state === 'unknown' ? undefined : t('oncall.gaps.none');
    }
    const hours = hoursText(gapHours);
    return requiredGapHours === null
      ? t('oncall.gaps.totalFree', { hours })
      : t('oncall.gaps.total', {
          hours,
          required: hoursText(requiredGapHours),
        });
  };
  return (
    <SubSection title={t('oncall.gaps.title')}>
      <Typography variant="body2">{summary()}</Typography>
      {gaps.length > 0 && (
        <ul className={classes.list} aria-label={t('oncall.gaps.title')}>
          {shown.map(gap => (
            <li key={`${gap.from} ${gap.level}`}>
              <span className={gap.required ? classes.required : undefined}>
                {lineOf(gap)}
              </span>
              {gap.required && (
                <>
                  {'; '}
                  {t('oncall.gaps.wanted', {
                    coverage: t(`oncall.gaps.coverage.${coverage ?? 'none'}`),
                  })}
                </>
              )}
              {!gap.required && coverage && gap.level === null && (
                <span className={classes.quiet}>
                  {'; '}
                  {t('oncall.gaps.allowed')}
                </span>
              )}
            </li>
          ))}
        </ul>
      )}
      {shown.length < gaps.length && (
        <SmallButton onClick={() => setAll(true)}>
          {t('oncall.gaps.more', { count: gaps.length - shown.length })}
        </SmallButton>
      )}
    </SubSection>
  );
}
