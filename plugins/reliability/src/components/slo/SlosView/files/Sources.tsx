import { Link } from '@backstage/core-components';
import { makeStyles } from '@material-ui/core/styles';
import type { SloResponse } from '@plimsoll/backstage-plugin-reliability-common';
import { useTranslation } from '../../../../hooks/useTranslation';
import { dayText } from '../../../../utils/dates';
import { isHttpUrl } from '../../../../utils/readiness/httpUrl';
import { Detail, Details } from '../../../common';
import { Disclosure } from '../parts/Disclosure';
import { Drift } from './Drift';
import { SloFiles } from './SloFiles';

const useStyles = makeStyles(theme => ({
  root: { display: 'grid', gap: theme.spacing(2) },
  routes: { margin: 0, padding: 0, listStyle: 'none' },
}));

/** A link where the text is an address that may be followed. */
function MaybeLink(props: { url: string | null; text: string }) {
  const { url, text } = props;
  return url && isHttpUrl(url) ? (
    <Link to={url} target="_blank" rel="noopener noreferrer" underline="always">
      {text}
    </Link>
  ) : (
    <>{text}</>
  );
}

/** Where the SLO is written down, what follows from it, and who is told. */
export function Sources({ slo }: { slo: SloResponse }) {
  const classes = useStyles();
  const { t } = useTranslation();
  const { runbook, routes, reviewedOn } = slo;
  const drift = slo.drift && t(`slo.drift.short.${slo.drift.state}`);
  return (
    <Disclosure title={t('slo.files.title')} summary={drift}>
      <div className={classes.root}>
        <Details>
          <Detail label={t('slo.files.file')}>
            <MaybeLink url={slo.fileUrl} text={slo.file} />
          </Detail>
          <Detail label={t('slo.files.runbook')}>
            {runbook ? (
              <MaybeLink url={runbook} text={runbook} />
            ) : (
              t('slo.files.noRunbook')
            )}
          </Detail>
          <Detail label={t('slo.files.routes')}>
            {routes.length === 0 ? (
              t('slo.files.noRoutes')
            ) : (
              <ul className={classes.routes}>
                {routes.map(({ name, target, description }) => (
                  <li key={name}>
                    {[name, target, description].filter(Boolean).join(' · ')}
                  </li>
                ))}
              </ul>
            )}
          </Detail>
          <Detail label={t('slo.files.reviewed')}>
            {reviewedOn ? dayText(reviewedOn) : t('slo.files.neverReviewed')}
          </Detail>
        </Details>
        {slo.drift && <Drift drift={slo.drift} />}
        <div>
          <SloFiles
            subject={{ slo: slo.id }}
            fileName={`${slo.entityRef.replace(/^.*\//, '')}-${slo.name}`}
            rules={slo.hasRules}
          />
        </div>
      </div>
    </Disclosure>
  );
}
