import { Link } from '@backstage/core-components';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type { BorrowedBurnItem } from '@plimsoll/backstage-plugin-reliability-common';
import { useLinks } from '../../../hooks/useLinks';
import { useTranslation } from '../../../hooks/useTranslation';
import { dayText } from '../../../utils/dates';
import { shareText } from '../../../utils/slo/numbers';

const useStyles = makeStyles(theme => ({
  list: {
    margin: 0,
    paddingLeft: theme.spacing(2.5),
    '& a': { textDecoration: 'underline' },
    '& li': { padding: theme.spacing(0.25, 0), overflowWrap: 'anywhere' },
  },
}));

function BurnOfSlo({ burn }: { burn: BorrowedBurnItem }) {
  const { title, spent, borrowed, own, unexplained } = burn;
  const classes = useStyles();
  const { t } = useTranslation();
  const links = useLinks();
  if (spent === null || borrowed === null) {
    return <div>{t('promises.burn.noData', { slo: title })}</div>;
  }
  return (
    <div>
      {t('promises.burn.line', {
        slo: title,
        spent: shareText(spent),
        borrowed: shareText(borrowed),
        own: shareText(own ?? 0),
        unexplained: shareText(unexplained ?? 0),
      })}{' '}
      {burn.unmeasured > 0 &&
        t('promises.burn.unmeasured', { count: burn.unmeasured })}
      {burn.upstream.length + burn.hiddenIncidents > 0 && (
        <ul className={classes.list}>
          {burn.upstream.map(upstream => (
            <li key={`${upstream.incidentId} ${upstream.dependency.entityRef}`}>
              <Link to={links.incident(upstream.incidentId)}>
                {t('promises.burn.upstream', {
                  share: shareText(upstream.share),
                  incident: upstream.name,
                  service: upstream.dependency.title,
                  from: dayText(upstream.from),
                })}
              </Link>
            </li>
          ))}
          {burn.hiddenIncidents > 0 && (
            <li>
              {t('promises.burn.hidden', { count: burn.hiddenIncidents })}
            </li>
          )}
        </ul>
      )}
    </div>
  );
}

/** How much of each spent error budget lies in incidents of dependencies. */
export function BorrowedBurn({ burn }: { burn: readonly BorrowedBurnItem[] }) {
  const { t } = useTranslation();
  return (
    <>
      <Typography variant="caption" color="textSecondary" component="p">
        {t('promises.burn.help')}
      </Typography>
      {burn.length === 0 && t('promises.burn.none')}
      {burn.map(each => (
        <BurnOfSlo key={each.sloId} burn={each} />
      ))}
    </>
  );
}
