import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import BadIcon from '@material-ui/icons/ErrorOutline';
import InfoIcon from '@material-ui/icons/InfoOutlined';
import type {
  ServiceOncallResponse,
  ServiceRotationItem,
} from '@plimsoll/backstage-plugin-reliability-common';
import type { ReactNode } from 'react';
import { useTranslation } from '../../../../hooks/useTranslation';
import { isMissedNow } from '../../../../utils/oncall/isMissedNow';
import { isMembers } from '../../../../utils/oncall/timeline';
import { statusColors, TimeAgo } from '../../../common';
import { HiddenNames, useOncallWords } from '../../common';

const useStyles = makeStyles(theme => ({
  list: {
    display: 'grid',
    gap: theme.spacing(1),
    margin: theme.spacing(1.5, 0, 0),
    padding: theme.spacing(1.25, 1.5),
    listStyle: 'none',
    border: `1px solid ${theme.palette.divider}`,
    borderLeft: `4px solid ${theme.palette.text.secondary}`,
    borderRadius: theme.shape.borderRadius,
  },
  line: {
    display: 'flex',
    alignItems: 'flex-start',
    gap: theme.spacing(1),
    overflowWrap: 'anywhere',
    '& svg': {
      flex: 'none',
      fontSize: 18,
      marginTop: 1,
      color: theme.palette.text.secondary,
    },
  },
  bad: { fontWeight: 600, '& svg': { color: statusColors(theme).bad } },
}));

function Notice(props: { bad?: boolean; children: ReactNode }) {
  const classes = useStyles();
  const Icon = props.bad ? BadIcon : InfoIcon;
  return (
    <Typography
      variant="body2"
      component="li"
      className={props.bad ? `${classes.line} ${classes.bad}` : classes.line}
    >
      <Icon aria-hidden="true" />
      <span>{props.children}</span>
    </Typography>
  );
}

/** Whether all that is known are members of a group, whom nobody planned. */
export const isMembersOnly = ({ rotations }: ServiceOncallResponse) => {
  const counting = rotations.filter(({ mirror }) => !mirror);
  return counting.length > 0 && counting.every(isMembers);
};

/** What to say of a rotation that is not as it should be. */
const noticeOf = ({
  state,
  fetchedAt,
}: {
  state: Exclude<ServiceRotationItem['state'], 'ok'>;
  fetchedAt: string | null;
}) => (state === 'failing' && !fetchedAt ? 'unread' : state);

/** What has to be said before anybody relies on who is on call. */
export function NowNotices({ value }: { value: ServiceOncallResponse }) {
  const classes = useStyles();
  const { t } = useTranslation();
  const { providerOf } = useOncallWords();
  const { state } = value.cover;
  const missed = isMissedNow(value);
  const membersOnly = isMembersOnly(value);
  const odd = value.rotations.filter(rotation => rotation.state !== 'ok');
  if (state === 'covered' && odd.length === 0 && !value.namesHidden) {
    return null;
  }
  return (
    <ul className={classes.list} aria-label={t('oncall.notice.label')}>
      {state === 'uncovered' && (
        <Notice bad={missed}>
          {t(missed ? 'oncall.notice.uncovered' : 'oncall.notice.unplanned')}
        </Notice>
      )}
      {membersOnly && <Notice>{t('oncall.notice.membersOnly')}</Notice>}
      {state === 'unknown' && !membersOnly && (
        <Notice>
          {t(
            value.rotations.some(({ fetchedAt }) => fetchedAt)
              ? 'oncall.notice.unknown'
              : 'oncall.notice.unheard',
          )}
        </Notice>
      )}
      {state === 'none' && !membersOnly && (
        <Notice>{t('oncall.notice.none')}</Notice>
      )}
      {odd.map(({ id, title, provider, state: how, fetchedAt }) => (
        <Notice key={id}>
          {how !== 'ok' &&
            t(`oncall.notice.${noticeOf({ state: how, fetchedAt })}`, {
              title,
              provider: providerOf(provider),
            })}{' '}
          {(how === 'stale' || how === 'failing') && fetchedAt && (
            <>
              <TimeAgo at={fetchedAt} />.
            </>
          )}
        </Notice>
      ))}
      {value.namesHidden && (
        <li>
          <HiddenNames />
        </li>
      )}
    </ul>
  );
}
