import { Link } from '@backstage/core-components';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type { CheckReport } from '@plimsoll/backstage-plugin-reliability-common';
import { useLinks } from '../../../../hooks/useLinks';
import { useTranslation } from '../../../../hooks/useTranslation';
import { OutcomeMark, SafeMarkdown } from '../../../common';
import { Rule } from '../../Rule';
import { NowValues } from './NowValues';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'grid',
    gridTemplateColumns: '28px minmax(0, 5fr) minmax(0, 6fr)',
    rowGap: theme.spacing(1),
    padding: theme.spacing(2, 0),
    borderTop: `1px solid ${theme.palette.divider}`,
    '&:first-child': { borderTop: 0, paddingTop: theme.spacing(0.5) },
    '&:last-child': { paddingBottom: 0 },
    [theme.breakpoints.down('sm')]: {
      gridTemplateColumns: '28px minmax(0, 1fr)',
    },
  },
  number: {
    color: theme.palette.text.secondary,
    fontVariantNumeric: 'tabular-nums',
    lineHeight: '24px',
  },
  what: { paddingRight: theme.spacing(3) },
  how: {
    maxWidth: '72ch',
    paddingTop: 2,
    [theme.breakpoints.down('sm')]: { gridColumn: 2 },
  },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(0.5, 1.5),
  },
  title: { fontWeight: 600, lineHeight: '24px' },
  facts: {
    display: 'grid',
    gridTemplateColumns: 'auto minmax(0, 1fr)',
    gap: theme.spacing(0.25, 1.5),
    margin: theme.spacing(0.75, 0, 0),
    '& dt': { color: theme.palette.text.secondary },
    '& dd': { margin: 0 },
  },
  why: { color: theme.palette.text.secondary, marginTop: theme.spacing(0.5) },
}));

export interface NextStepItemProps {
  number: number;
  check: CheckReport;
  scorecard: string;
}

/** One thing to do: what is wrong, by which values, how to mend it, and why it matters. */
export function NextStepItem({ number, check, scorecard }: NextStepItemProps) {
  const classes = useStyles();
  const { t } = useTranslation();
  const links = useLinks();
  return (
    <li className={classes.root}>
      <span className={classes.number} aria-hidden="true">
        {number}.
      </span>
      <div className={classes.what}>
        <div className={classes.head}>
          <Typography variant="body1" component="h3" className={classes.title}>
            {check.title}
          </Typography>
          <OutcomeMark outcome={check.outcome} />
        </div>
        <Typography variant="body2" component="dl" className={classes.facts}>
          <dt>{t('entity.next.now')}</dt>
          <dd>
            <NowValues check={check} />
          </dd>
          <dt>{t('entity.next.wants')}</dt>
          <dd>
            <Rule text={check.expected} brief />
          </dd>
        </Typography>
      </div>
      <div className={classes.how}>
        {check.fix && <SafeMarkdown text={check.fix} />}
        {check.why && (
          <div className={classes.why}>
            <SafeMarkdown text={check.why} />
          </div>
        )}
        <Typography variant="body2">
          <Link to={links.standards({ scorecard, check: check.id })}>
            {t('entity.next.standard')}
          </Link>
        </Typography>
      </div>
    </li>
  );
}
