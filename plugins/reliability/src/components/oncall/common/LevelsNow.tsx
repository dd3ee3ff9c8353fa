import { makeStyles } from '@material-ui/core/styles';
import type { LevelNowItem } from '@plimsoll/backstage-plugin-reliability-common';
import { useTranslation } from '../../../hooks/useTranslation';
import { Contacts } from './Contacts';
import { Nobody } from './Nobody';
import { OncallPerson } from './OncallPerson';
import { UntilText } from './UntilText';
import { useOncallWords } from './useOncallWords';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'grid',
    gap: theme.spacing(1),
    margin: 0,
    padding: 0,
    listStyle: 'none',
  },
  level: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'baseline',
    gap: theme.spacing(0.25, 1.5),
    minWidth: 0,
  },
  label: { fontSize: '0.75rem', color: theme.palette.text.secondary },
  people: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(0.5, 1.5),
  },
}));

/** Who is on call at each level, in little room. */
export function LevelsNow(props: {
  levels: readonly LevelNowItem[];
  /** The time that "now" stands for; absent: the present. */
  at?: string;
  /** Also how to reach them. */
  contacts?: boolean;
  /** Leaves out who is next. */
  short?: boolean;
}) {
  const { levels, at, contacts, short } = props;
  const classes = useStyles();
  const { t } = useTranslation();
  const { levelOf } = useOncallWords();
  return (
    <ul className={classes.root} aria-label={t('oncall.now.levels')}>
      {levels.map(level => (
        <li key={String(level.level)} className={classes.level}>
          {level.level !== null && (
            <span className={classes.label}>{levelOf(level.level)}</span>
          )}
          {level.people.length === 0 && <Nobody />}
          {level.people.map(person => (
            <span key={person.key} className={classes.people}>
              <OncallPerson person={person} />
              {contacts && <Contacts person={person} />}
            </span>
          ))}
          <UntilText level={level} at={at} short={short} />
        </li>
      ))}
    </ul>
  );
}
