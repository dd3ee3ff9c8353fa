import { Link } from '@backstage/core-components';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import type { ServiceRotationItem } from '@plimsoll/backstage-plugin-reliability-common';
import { useTranslation } from '../../../../hooks/useTranslation';
import { webAddress } from '../../../../utils/oncall/addresses';
import { Badge, Detail, Details } from '../../../common';
import { RotationStateMark, useOncallWords } from '../../common';
import { SizeText } from './SizeText';

const useStyles = makeStyles(theme => ({
  root: {
    padding: theme.spacing(1.5, 0),
    '& + &': { borderTop: `1px solid ${theme.palette.divider}` },
  },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(0.5, 1.5),
    marginBottom: theme.spacing(1),
  },
  title: { fontWeight: 600, overflowWrap: 'anywhere' },
  warnings: { margin: 0, paddingLeft: theme.spacing(2.5) },
}));

/** Where a rotation is kept, in words. */
function Where({ rotation }: { rotation: ServiceRotationItem }) {
  const { t } = useTranslation();
  const { providerOf } = useOncallWords();
  const { kind, provider, account } = rotation;
  if (kind === 'rota') return <>{t('oncall.rotations.inConfiguration')}</>;
  if (kind === 'group') return <>{t('oncall.rotations.inCatalog')}</>;
  return (
    <>
      {t('oncall.rotations.at', {
        kind: t(`oncall.kind.${kind}`),
        provider: providerOf(provider),
        account,
      })}
    </>
  );
}

/** Why its gaps are not certain; undefined where they are. */
function doubtOf({
  certainty,
  kind,
  fetchedAt,
}: ServiceRotationItem):
  | 'estimated'
  | 'unknown'
  | 'unplanned'
  | 'unread'
  | undefined {
  if (certainty === 'exact') return undefined;
  if (certainty === 'estimated') return certainty;
  if (fetchedAt === null) return 'unread';
  return kind === 'group' ? 'unplanned' : 'unknown';
}

/** One rotation: where it is, who named it, how old its answer is and what is wrong with it. */
export function RotationDetails(props: { rotation: ServiceRotationItem }) {
  const { rotation } = props;
  const classes = useStyles();
  const { t } = useTranslation();
  const url = webAddress(rotation.url);
  const doubt = doubtOf(rotation);
  return (
    <li className={classes.root}>
      <div className={classes.head}>
        <Typography
          variant="subtitle2"
          component="h3"
          className={classes.title}
        >
          {url ? <Link to={url}>{rotation.title}</Link> : rotation.title}
        </Typography>
        {rotation.mirror && (
          <Badge title={t('oncall.rotations.mirrorHelp')}>
            {t('oncall.rotations.mirror')}
          </Badge>
        )}
        <RotationStateMark
          state={rotation.state}
          fetchedAt={rotation.fetchedAt}
        />
      </div>
      <Details>
        <Detail label={t('oncall.rotations.where')}>
          <Where rotation={rotation} />
        </Detail>
        <Detail label={t('oncall.rotations.named')}>
          {t(`oncall.rotations.from.${rotation.from}`)}{' '}
          <code>{rotation.annotation}</code>
        </Detail>
        {rotation.team && (
          <Detail label={t('oncall.rotations.team')}>{rotation.team}</Detail>
        )}
        {rotation.timeZone && (
          <Detail label={t('oncall.rotations.zone')}>
            {rotation.timeZone}
          </Detail>
        )}
        {rotation.size.length > 0 && (
          <Detail label={t('oncall.rotations.size')}>
            <SizeText size={rotation.size} />
          </Detail>
        )}
        {doubt && (
          <Detail label={t('oncall.rotations.gaps')}>
            {t(`oncall.rotations.certainty.${doubt}`)}
          </Detail>
        )}
        {rotation.error && (
          <Detail label={t('oncall.rotations.error')}>{rotation.error}</Detail>
        )}
        {rotation.warnings.length > 0 && (
          <Detail label={t('oncall.rotations.warnings')}>
            <ul className={classes.warnings}>
              {rotation.warnings.map(warning => (
                <li key={warning}>{warning}</li>
              ))}
            </ul>
          </Detail>
        )}
      </Details>
    </li>
  );
}
