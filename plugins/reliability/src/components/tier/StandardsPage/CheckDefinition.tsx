import { makeStyles } from '@material-ui/core/styles';
import type { ScorecardResponse } from '@plimsoll/backstage-plugin-reliability-common';
import type { ReactNode } from 'react';
import { useTranslation } from '../../../hooks/useTranslation';
import { EnforcementChip, SafeMarkdown } from '../../common';
import { Rule } from '../../maturity/Rule';
import { Anchor } from './Anchor';

export type Check = ScorecardResponse['definition']['checks'][number];

const useStyles = makeStyles(theme => ({
  root: {
    padding: theme.spacing(1.5, 0),
    borderTop: `1px solid ${theme.palette.divider}`,
  },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(0.5, 1.5),
  },
  weight: { color: theme.palette.text.secondary, fontSize: '0.8125rem' },
  details: {
    display: 'grid',
    gridTemplateColumns: '112px minmax(0, 1fr)',
    gap: theme.spacing(0.75, 2),
    margin: theme.spacing(1, 0, 0),
    fontSize: '0.875rem',
    '& dt': { color: theme.palette.text.secondary },
    '& dd': { margin: 0, maxWidth: '72ch' },
    [theme.breakpoints.down('xs')]: {
      gridTemplateColumns: 'minmax(0, 1fr)',
      '& dd': { marginBottom: theme.spacing(1) },
    },
  },
}));

/** Whether a check counts; the date decides, because the definition has no clock. */
function enforcementOf(check: Check, today: string) {
  if (check.planned) return 'planned';
  return check.enforceFrom && check.enforceFrom > today
    ? 'scheduled'
    : 'enforced';
}

/** One check as documentation: the rule, why it is there, and how to pass it. */
export function CheckDefinition(props: {
  check: Check;
  anchor: string;
  /** RFC 3339 time. */
  now: string;
}) {
  const { check, anchor, now } = props;
  const classes = useStyles();
  const { t } = useTranslation();
  const detail = (term: string, value: ReactNode) => (
    <>
      <dt>{term}</dt>
      <dd>{value}</dd>
    </>
  );
  return (
    <article className={classes.root} aria-labelledby={anchor}>
      <div className={classes.head}>
        <Anchor
          id={anchor}
          name={check.title}
          component="h5"
          variant="subtitle2"
        />
        <EnforcementChip
          enforcement={enforcementOf(check, now)}
          enforceFrom={check.enforceFrom}
        />
        <span className={classes.weight}>
          {check.weight > 0
            ? t('standards.scorecard.weight', { weight: String(check.weight) })
            : t('standards.scorecard.weightNone')}
        </span>
      </div>
      <dl className={classes.details}>
        {detail(
          t('standards.scorecard.applies'),
          check.when ? (
            <Rule text={check.when} />
          ) : (
            t('standards.scorecard.always')
          ),
        )}
        {detail(t('standards.scorecard.rule'), <Rule text={check.pass} />)}
        {check.why &&
          detail(
            t('standards.scorecard.why'),
            <SafeMarkdown text={check.why} />,
          )}
        {check.fix &&
          detail(
            t('standards.scorecard.fix'),
            <SafeMarkdown text={check.fix} />,
          )}
      </dl>
    </article>
  );
}
