import { Link } from '@backstage/core-components';
import { makeStyles } from '@material-ui/core/styles';
import type { RotationItem } from '@plimsoll/backstage-plugin-reliability-common';
import { useTranslation } from '../../../hooks/useTranslation';
import { webAddress } from '../../../utils/oncall/addresses';
import {
  LevelsNow,
  MembersToAsk,
  RotationStateMark,
  useOncallWords,
} from '../common';

const useStyles = makeStyles(theme => ({
  list: {
    display: 'grid',
    gap: theme.spacing(1.5),
    margin: theme.spacing(0, 0, 1),
    padding: 0,
    listStyle: 'none',
    ...theme.typography.body2,
  },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'baseline',
    gap: theme.spacing(0, 1.5),
    marginBottom: theme.spacing(0.5),
  },
  title: { fontWeight: 600, overflowWrap: 'anywhere' },
  quiet: { color: theme.palette.text.secondary, fontSize: '0.8125rem' },
}));

/** The rotations of a group, each with who is on call now. */
export function GroupRotations(props: {
  rotations: readonly RotationItem[];
  at: string;
}) {
  const { rotations, at } = props;
  const classes = useStyles();
  const { t } = useTranslation();
  const { providerOf } = useOncallWords();
  return (
    <ul className={classes.list} aria-label={t('oncallGroup.rotations')}>
      {rotations.map(rotation => {
        const url = webAddress(rotation.url);
        return (
          <li key={rotation.id}>
            <div className={classes.head}>
              <span className={classes.title}>
                {url ? <Link to={url}>{rotation.title}</Link> : rotation.title}
              </span>
              <span className={classes.quiet}>
                {providerOf(rotation.provider)}
              </span>
              {rotation.state !== 'ok' && (
                <RotationStateMark
                  state={rotation.state}
                  fetchedAt={rotation.fetchedAt}
                />
              )}
            </div>
            {rotation.kind === 'group' ? (
              <MembersToAsk levels={rotation.levels} />
            ) : (
              <LevelsNow levels={rotation.levels} at={at} />
            )}
          </li>
        );
      })}
    </ul>
  );
}
