import { makeStyles } from '@material-ui/core/styles';
import type { ExemptionItem } from '@plimsoll/backstage-plugin-reliability-common';
import { useTranslation } from '../../../hooks/useTranslation';
import { dayText, relativeText } from '../../../utils/dates';
import { TimeAgo } from '../../common';
import { Person } from '../Person';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(0.25, 1.5),
    fontSize: '0.8125rem',
    color: theme.palette.text.secondary,
  },
}));

const isOpen = ({ state }: ExemptionItem) =>
  state === 'requested' || state === 'approved';

/** Who decided, in the words of the state. */
function Decision({ exemption }: { exemption: ExemptionItem }) {
  const { state, decidedBy, decidedAt } = exemption;
  const { t } = useTranslation();
  if (!decidedBy) return null;
  const who = <Person name={decidedBy} />;
  if (!decidedAt) return <>{t('exemptions.row.approvedPlain', { who })}</>;
  const when = <TimeAgo at={decidedAt} />;
  if (state === 'approved' || state === 'expired') {
    return <>{t('exemptions.row.approved', { who, when })}</>;
  }
  const word = t(`exemptions.state.${state}`);
  return <>{t('exemptions.row.decided', { state: word, who, when })}</>;
}

/** Until when, who asked, who decided, what it weighs. */
export function ExemptionFacts({ exemption }: { exemption: ExemptionItem }) {
  const { requestedBy, requestedAt, until, endsAt, renewals } = exemption;
  const classes = useStyles();
  const { t } = useTranslation();
  return (
    <div className={classes.root}>
      <span>
        {isOpen(exemption)
          ? t('exemptions.row.until', {
              date: dayText(until),
              when: relativeText(endsAt),
            })
          : t('exemptions.row.over', { date: dayText(endsAt) })}
      </span>
      {requestedBy && requestedAt && (
        <span>
          {t('exemptions.row.asked', {
            who: <Person name={requestedBy} />,
            when: <TimeAgo at={requestedAt} />,
          })}
        </span>
      )}
      {exemption.decidedBy && (
        <span>
          <Decision exemption={exemption} />
        </span>
      )}
      <span>
        {t('exemptions.row.weight', {
          weight: String(exemption.check.weight),
        })}
      </span>
      {renewals > 0 && (
        <span>{t('exemptions.row.renewals', { count: renewals })}</span>
      )}
      {exemption.from === 'configuration' && (
        <span>{t('exemptions.row.configured')}</span>
      )}
    </div>
  );
}
