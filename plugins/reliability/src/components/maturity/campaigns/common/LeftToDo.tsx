import { Link } from '@backstage/core-components';
import { makeStyles } from '@material-ui/core/styles';
import type { CampaignService } from '@plimsoll/backstage-plugin-reliability-common';
import { useReadinessLink } from '../../../../hooks/readiness/useReadinessLink';
import { useServiceLink } from '../../../../hooks/useServiceLink';
import { useTranslation } from '../../../../hooks/useTranslation';
import { saysMore } from './ServiceStateMark';

const useStyles = makeStyles(theme => ({
  root: { margin: 0, padding: 0, listStyle: 'none' },
  note: { color: theme.palette.text.secondary },
}));

/** What a service still has to do, each with the place where it is done. */
export function LeftToDo(props: {
  entityRef: string;
  left: CampaignService['left'];
  /** Leads to the checks; not where they are on the same page. */
  linkChecks?: boolean;
}) {
  const { entityRef, left, linkChecks = true } = props;
  const classes = useStyles();
  const { t } = useTranslation();
  const serviceLink = useServiceLink();
  const readinessLink = useReadinessLink();
  if (left.length === 0) return <>{t('campaigns.services.nothing')}</>;
  return (
    <ul className={classes.root}>
      {left.map(({ kind, checklistId, id, title, outcome }) => {
        const target =
          kind === 'item'
            ? readinessLink(entityRef, {
                checklist: checklistId ?? '',
                item: id,
              })
            : serviceLink(entityRef);
        return (
          <li key={`${kind} ${checklistId} ${id}`}>
            {kind === 'item' || linkChecks ? (
              <Link
                to={target}
                aria-label={t('campaigns.services.how', { title })}
              >
                {title}
              </Link>
            ) : (
              title
            )}
            {saysMore(outcome) && (
              <span className={classes.note}>
                {' '}
                ({t(`campaigns.service.${outcome}`)})
              </span>
            )}
          </li>
        );
      })}
    </ul>
  );
}
