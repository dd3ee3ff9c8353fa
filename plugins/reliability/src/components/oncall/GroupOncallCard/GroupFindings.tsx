import { Link } from '@backstage/core-components';
import { makeStyles } from '@material-ui/core/styles';
import type { OwnerOncallResponse } from '@plimsoll/backstage-plugin-reliability-common';
import { useOncallLink } from '../../../hooks/oncall/useOncallLink';
import { useTranslation } from '../../../hooks/useTranslation';
import { FindingMark } from '../common';

const SHOWN = 5;

const useStyles = makeStyles(theme => ({
  list: {
    display: 'grid',
    gap: theme.spacing(1),
    margin: 0,
    padding: 0,
    listStyle: 'none',
    ...theme.typography.body2,
  },
  services: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(0.5, 1.5),
    overflowWrap: 'anywhere',
  },
}));

/** What is doubtful, and for which services. */
export function GroupFindings(props: Pick<OwnerOncallResponse, 'findings'>) {
  const classes = useStyles();
  const { t } = useTranslation();
  const oncallLink = useOncallLink();
  return (
    <ul className={classes.list} aria-label={t('oncallGroup.findings')}>
      {props.findings.map(({ code, services }) => (
        <li key={code}>
          <FindingMark code={code} strong />
          <div className={classes.services}>
            {services.slice(0, SHOWN).map(({ entityRef, title }) => (
              <Link key={entityRef} to={oncallLink(entityRef)}>
                {title}
              </Link>
            ))}
            {services.length > SHOWN && (
              <span>
                {t('oncallGroup.more', { count: services.length - SHOWN })}
              </span>
            )}
          </div>
        </li>
      ))}
    </ul>
  );
}
