import { makeStyles } from '@material-ui/core/styles';
import BrokenIcon from '@material-ui/icons/ErrorOutline';
import type { DossierResponse } from '@plimsoll/backstage-plugin-reliability-common';
import { useTranslation } from '../../../hooks/useTranslation';
import { dayText } from '../../../utils/dates';
import { SafeMarkdown, statusColors } from '../../common';
import { Person } from '../../maturity/Person';
import { Detail, Details } from '../parts';

const useStyles = makeStyles(theme => ({
  hash: { fontFamily: 'ui-monospace, Menlo, Consolas, monospace' },
  broken: {
    display: 'flex',
    gap: theme.spacing(0.75),
    fontWeight: 600,
    '& svg': { color: statusColors(theme).bad, fontSize: 20 },
  },
}));

/** Who asked, who signed, when, by which rule, and whether the copy is as it was. */
export function DossierHead({ response }: { response: DossierResponse }) {
  const { dossier, hash, intact } = response;
  const { service, review, counts } = dossier;
  const classes = useStyles();
  const { t } = useTranslation();
  const byOn = (who: string, at: string) =>
    t('readiness.dossier.byOn', {
      who: <Person name={who} />,
      date: dayText(at),
    });
  return (
    <Details>
      <Detail label={t('readiness.dossier.service')}>
        {service.entityRef}
      </Detail>
      <Detail label={t('readiness.dossier.owner')}>
        {service.owner ?? t('readiness.dossier.noOwner')}
      </Detail>
      <Detail label={t('readiness.dossier.tier')}>{service.tier.name}</Detail>
      <Detail label={t('readiness.dossier.asked')}>
        {byOn(review.requestedBy, review.requestedAt)}
        {review.note && <SafeMarkdown text={review.note} />}
      </Detail>
      <Detail label={t('readiness.dossier.approved')}>
        {byOn(review.approvedBy, review.approvedAt)}
        {review.comment && <SafeMarkdown text={review.comment} />}
      </Detail>
      <Detail label={t('readiness.dossier.rule')}>{review.reviewerRule}</Detail>
      <Detail label={t('readiness.dossier.counts')}>
        {t('organisation.list.of', {
          met: String(counts.requiredMet),
          total: String(counts.requiredTotal),
        })}
      </Detail>
      <Detail label={t('readiness.dossier.hash')}>
        <span className={classes.hash}>{hash}</span>
        {intact ? (
          <div>{t('readiness.dossier.intact')}</div>
        ) : (
          <div className={classes.broken} role="alert">
            <BrokenIcon aria-hidden="true" />
            {t('readiness.dossier.broken')}
          </div>
        )}
      </Detail>
    </Details>
  );
}
