import { Link } from '@backstage/core-components';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type { ReactNode } from 'react';
import { useLinks } from '../../../../hooks/useLinks';
import { useTranslation } from '../../../../hooks/useTranslation';
import { dayText } from '../../../../utils/dates';
import { SafeMarkdown } from '../../../common';
import {
  CheckExemption,
  hasExemptionPart,
} from '../../exemptions/CheckExemption';
import { useCheckExemptions } from '../../exemptions/CheckExemptions';
import { Person } from '../../Person';
import { Rule } from '../../Rule';
import type { CheckRowProps } from './CheckRow';
import { ObservedValue } from './ObservedValue';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'grid',
    gridTemplateColumns: '132px minmax(0, 80ch)',
    gap: theme.spacing(1, 1.5),
    margin: 0,
    padding: theme.spacing(0.5, 1, 2),
    '& dt': { color: theme.palette.text.secondary },
    '& dd': { margin: 0, minWidth: 0, overflowWrap: 'anywhere' },
    [theme.breakpoints.down('xs')]: {
      gridTemplateColumns: 'minmax(0, 1fr)',
      gap: theme.spacing(0.25, 0),
      '& dd': { marginBottom: theme.spacing(1) },
    },
  },
  values: { margin: 0, padding: 0, listStyle: 'none' },
}));

function Row(props: { label: string; children: ReactNode }) {
  return (
    <>
      <dt>{props.label}</dt>
      <dd>{props.children}</dd>
    </>
  );
}

/** Actual against expected, with time and source of every value; why it matters, and what to do. */
export function CheckDetails({ check, facts, scorecard }: CheckRowProps) {
  const classes = useStyles();
  const { t } = useTranslation();
  const links = useLinks();
  const exemptions = useCheckExemptions();
  const { actual, reason, when, why, fix } = check;
  return (
    <Typography variant="body2" component="dl" className={classes.root}>
      <Row label={t('entity.check.actual')}>
        {actual.length === 0 ? (
          t('entity.check.noValues')
        ) : (
          <ul className={classes.values}>
            {actual.map(fact => (
              <ObservedValue
                key={fact.path}
                fact={fact}
                expiresAt={
                  facts.find(({ path }) => path === fact.path)?.expiresAt
                }
              />
            ))}
          </ul>
        )}
      </Row>
      <Row label={t('entity.check.expected')}>
        <Rule text={check.expected} />
        <div>
          <Link to={links.standards({ scorecard, check: check.id })}>
            {t('entity.check.standard')}
          </Link>
        </div>
      </Row>
      {when && (
        <Row label={t('entity.check.when')}>
          <Rule text={when} />
        </Row>
      )}
      {reason && (
        <Row label={t('entity.check.because')}>
          {reason.text}
          {reason.approvedBy && reason.until && (
            <div>
              {t('entity.ladder.approvedBy', {
                who: <Person name={reason.approvedBy} />,
                date: dayText(reason.until),
              })}
            </div>
          )}
        </Row>
      )}
      {hasExemptionPart(exemptions, check, scorecard) && (
        <Row label={t('exemptions.onCheck.label')}>
          <CheckExemption
            known={exemptions}
            check={check}
            scorecard={scorecard}
          />
        </Row>
      )}
      {why && (
        <Row label={t('entity.check.why')}>
          <SafeMarkdown text={why} />
        </Row>
      )}
      {fix && (
        <Row label={t('entity.check.fix')}>
          <SafeMarkdown text={fix} />
        </Row>
      )}
    </Typography>
  );
}
