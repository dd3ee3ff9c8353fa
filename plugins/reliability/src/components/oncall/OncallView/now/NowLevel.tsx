import { makeStyles } from '@material-ui/core/styles';
import type { LevelNowItem } from '@plimsoll/backstage-plugin-reliability-common';
import { useTranslation } from '../../../../hooks/useTranslation';
import { momentText } from '../../../../utils/oncall/times';
import {
  Contacts,
  Nobody,
  OncallPerson,
  UntilText,
  useOncallWords,
  usePeople,
} from '../../common';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'grid',
    gridTemplateColumns: '88px minmax(0, 1fr)',
    gap: theme.spacing(0.5, 2),
    alignItems: 'start',
    padding: theme.spacing(1.5, 0),
    '& + &': { borderTop: `1px solid ${theme.palette.divider}` },
    [theme.breakpoints.down('xs')]: { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  level: {
    ...theme.typography.body2,
    lineHeight: '40px',
    color: theme.palette.text.secondary,
    [theme.breakpoints.down('xs')]: { lineHeight: '20px' },
  },
  people: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(1, 4),
    minHeight: 40,
    alignItems: 'center',
  },
  person: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(0.5, 2),
  },
  next: {
    fontSize: '0.8125rem',
    color: theme.palette.text.secondary,
    overflowWrap: 'anywhere',
  },
}));

/** Who is on call at one level: large, because this is what the page is opened for. */
export function NowLevel({ level, at }: { level: LevelNowItem; at: string }) {
  const classes = useStyles();
  const { t } = useTranslation();
  const { levelOf } = useOncallWords();
  const { listOf } = usePeople();
  const { next } = level;
  return (
    <li className={classes.root}>
      <span className={classes.level}>{levelOf(level.level)}</span>
      <div>
        <div className={classes.people}>
          {level.people.length === 0 && <Nobody />}
          {level.people.map(person => (
            <span key={person.key} className={classes.person}>
              <OncallPerson person={person} large />
              <Contacts person={person} />
            </span>
          ))}
        </div>
        <div>
          <UntilText level={level} at={at} short />
        </div>
        {next && (
          <div className={classes.next}>
            {t('oncall.nextAt', {
              time: momentText(next.at),
              people: listOf(next.people) || t('oncall.nobody'),
            })}
          </div>
        )}
      </div>
    </li>
  );
}
