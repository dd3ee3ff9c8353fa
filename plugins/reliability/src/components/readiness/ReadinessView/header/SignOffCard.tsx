import { Link } from '@backstage/core-components';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import HoldsIcon from '@material-ui/icons/CheckCircle';
import LapsedIcon from '@material-ui/icons/ReportProblemOutlined';
import type { SignOff } from '@plimsoll/backstage-plugin-reliability-common';
import { useDownloadDossier } from '../../../../hooks/readiness/useReviews';
import { useLinks } from '../../../../hooks/useLinks';
import { useTranslation } from '../../../../hooks/useTranslation';
import { dayText } from '../../../../utils/dates';
import { errorText } from '../../../async';
import { statusColors } from '../../../common';
import { Person } from '../../../maturity/Person';
import { Section } from '../../../maturity/Section';
import { SmallButton } from '../../parts';
import { ChangesSince } from './ChangesSince';

const useStyles = makeStyles(theme => ({
  state: {
    display: 'flex',
    alignItems: 'center',
    gap: theme.spacing(0.75),
    fontWeight: 600,
    '& svg': { fontSize: 18, color: statusColors(theme).warn },
  },
  good: { '& svg': { color: statusColors(theme).good } },
  problems: { margin: theme.spacing(0.5, 0), paddingLeft: theme.spacing(2.5) },
  links: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(1),
    marginTop: theme.spacing(1.5),
  },
}));

/** Who signed a phase off, whether it still holds, and what changed since. */
export function SignOffCard(props: { phase: string; signOff: SignOff }) {
  const { phase, signOff } = props;
  const classes = useStyles();
  const { t } = useTranslation();
  const links = useLinks();
  const { state, run } = useDownloadDossier(signOff.reviewId);
  const { valid, validUntil, problems } = signOff;
  const Icon = valid ? HoldsIcon : LapsedIcon;
  return (
    <Section title={t('readiness.signOff.title', { phase })}>
      <Typography
        variant="body2"
        component="div"
        className={`${classes.state} ${valid ? classes.good : ''}`}
      >
        <Icon aria-hidden="true" />
        {valid ? t('readiness.signOff.holds') : t('readiness.signOff.lapsed')}
      </Typography>
      <Typography variant="body2">
        {t('readiness.signOff.by', {
          who: <Person name={signOff.by} />,
          date: dayText(signOff.at),
          requester: <Person name={signOff.requestedBy} />,
        })}
        {' · '}
        {validUntil
          ? t('readiness.signOff.until', { date: dayText(validUntil) })
          : t('readiness.signOff.noEnd')}
      </Typography>
      {problems.length > 0 && (
        <Typography variant="body2" component="ul" className={classes.problems}>
          {problems.map(problem => (
            <li key={problem}>{problem}</li>
          ))}
        </Typography>
      )}
      <ChangesSince changes={signOff.changes} />
      <Typography variant="body2" component="div" className={classes.links}>
        <Link to={links.dossier(signOff.reviewId)} underline="always">
          {t('readiness.signOff.dossier')}
        </Link>
        <SmallButton onClick={() => run('md')}>
          {t('readiness.signOff.markdown')}
        </SmallButton>
        <SmallButton onClick={() => run('json')}>
          {t('readiness.signOff.json')}
        </SmallButton>
        <span role="alert">
          {state.kind === 'failed' &&
            t('readiness.signOff.downloadFailed', {
              message: errorText(state.error),
            })}
        </span>
      </Typography>
    </Section>
  );
}
