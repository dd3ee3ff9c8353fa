import { Link } from '@backstage/core-components';
import { makeStyles } from '@material-ui/core/styles';
import type { RotationItem } from '@plimsoll/backstage-plugin-reliability-common';
import { useOncallLink } from '../../../hooks/oncall/useOncallLink';
import { useTranslation } from '../../../hooks/useTranslation';
import { webAddress } from '../../../utils/oncall/addresses';
import { hoursText } from '../../../utils/oncall/times';
import { Badge } from '../../common';
import {
  LevelsNow,
  MembersToAsk,
  RotationStateMark,
  useOncallWords,
} from '../common';
import { SizeText } from '../OncallView/rotations/SizeText';

const SHOWN = 4;

const useStyles = makeStyles(theme => ({
  root: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 3fr) minmax(0, 4fr) minmax(0, 4fr)',
    gap: theme.spacing(1, 3),
    padding: theme.spacing(1.5, 2),
    fontSize: '0.8125rem',
    lineHeight: 1.5,
    overflowWrap: 'anywhere',
    borderBottom: `1px solid ${theme.palette.divider}`,
    [theme.breakpoints.down('sm')]: {
      gridTemplateColumns: 'minmax(0, 1fr)',
    },
  },
  title: { fontWeight: 600, fontSize: '0.875rem' },
  quiet: { color: theme.palette.text.secondary },
  services: { display: 'flex', flexWrap: 'wrap', gap: theme.spacing(0, 1.5) },
}));

/** A rotation of the directory: where it is, who is on it, how many share it, and for which services. */
export function RotationRow({ rotation }: { rotation: RotationItem }) {
  const classes = useStyles();
  const { t } = useTranslation();
  const oncallLink = useOncallLink();
  const { providerOf } = useOncallWords();
  const { title, provider, account, kind, gapHours, services } = rotation;
  const url = webAddress(rotation.url);
  const gaps = () => {
    if (gapHours === null) return t('oncalls.rotations.gapsUnknown');
    const words =
      gapHours === 0
        ? t('oncalls.rotations.noGaps')
        : t('oncalls.rotations.gapHours', { hours: hoursText(gapHours) });
    return rotation.certainty === 'estimated'
      ? t('oncalls.rotations.gapsEstimated', { gaps: words })
      : words;
  };
  return (
    <li className={classes.root}>
      <div>
        <span className={classes.title}>
          {url ? <Link to={url}>{title}</Link> : title}
        </span>{' '}
        {rotation.mirror && <Badge>{t('oncall.rotations.mirror')}</Badge>}
        <div className={classes.quiet}>
          {providerOf(provider)}, {account}, {t(`oncall.kind.${kind}`)}
        </div>
        <RotationStateMark
          state={rotation.state}
          fetchedAt={rotation.fetchedAt}
        />
        {rotation.error && <div>{rotation.error}</div>}
      </div>
      <div>
        {kind === 'group' ? (
          <MembersToAsk levels={rotation.levels} />
        ) : (
          <LevelsNow levels={rotation.levels} contacts />
        )}
      </div>
      <div>
        <div>
          <SizeText size={rotation.size} />
        </div>
        <div>{gaps()}</div>
        <div className={classes.services}>
          {services.length === 0 && t('oncalls.rotations.noServices')}
          {services.slice(0, SHOWN).map(service => (
            <Link key={service.entityRef} to={oncallLink(service.entityRef)}>
              {service.title}
            </Link>
          ))}
          {services.length > SHOWN && (
            <span>
              {t('oncallGroup.more', { count: services.length - SHOWN })}
            </span>
          )}
        </div>
      </div>
    </li>
  );
}
