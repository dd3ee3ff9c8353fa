import { makeStyles } from '@material-ui/core/styles';
import type { LevelNowItem } from '@plimsoll/backstage-plugin-reliability-common';
import { useId } from 'react';
import { useTranslation } from '../../../hooks/useTranslation';
import { Contacts } from './Contacts';
import { OncallPerson } from './OncallPerson';

const useStyles = makeStyles(theme => ({
  title: { fontSize: '0.8125rem', fontWeight: 600 },
  people: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(1, 3),
    margin: theme.spacing(0.5, 0, 0),
    padding: 0,
    listStyle: 'none',
    '& li': { display: 'flex', flexWrap: 'wrap', gap: theme.spacing(0.5, 1.5) },
  },
}));

/** Members of a team: people to ask, none of whom is on call. */
export function MembersToAsk(props: { levels: readonly LevelNowItem[] }) {
  const classes = useStyles();
  const { t } = useTranslation();
  const id = useId();
  const people = props.levels.flatMap(level => level.people);
  if (people.length === 0) return null;
  return (
    <div>
      <span className={classes.title} id={id}>
        {t('oncall.now.askPeople')}
      </span>
      <ul className={classes.people} aria-labelledby={id}>
        {people.map(person => (
          <li key={person.key}>
            <OncallPerson person={person} />
            <Contacts person={person} />
          </li>
        ))}
      </ul>
    </div>
  );
}
