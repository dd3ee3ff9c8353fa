import Paper from '@material-ui/core/Paper';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type { Lesson } from '@plimsoll/backstage-plugin-reliability-common';
import { useState } from 'react';
import { useLessons } from '../../../hooks/incidents/useLessons';
import { useTranslation } from '../../../hooks/useTranslation';
import { Async, StateMessage } from '../../async';
import { SmallButton } from '../../common';
import { ShowMore } from '../parts';
import { LessonRow } from './LessonRow';

const useStyles = makeStyles(theme => ({
  root: {
    ...theme.typography.body2,
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: theme.spacing(2),
  },
  intro: { maxWidth: '80ch' },
  states: { display: 'flex', flexWrap: 'wrap', gap: theme.spacing(1) },
  list: { margin: 0, padding: theme.spacing(0, 2), listStyle: 'none' },
}));

const states = ['proposed', 'accepted', 'declined'] as const;

/** Checklist items that incidents led to, and the decision about them. */
export function LessonsTab() {
  const classes = useStyles();
  const { t } = useTranslation();
  const [state, setState] = useState<Lesson['state'] | undefined>('proposed');
  const [said, setSaid] = useState('');
  const { first, items, hasMore, loadMore, moreState } = useLessons(state);
  const decided = (written: Lesson) => {
    if (written.state !== 'proposed') {
      setSaid(t(`followUps.lesson.tab.said.${written.state}`));
    }
    if (first.kind === 'ready') first.reload();
  };
  return (
    <div className={classes.root}>
      <Typography variant="body2" className={classes.intro}>
        {t('followUps.lesson.tab.intro')}
      </Typography>
      <div
        className={classes.states}
        role="group"
        aria-label={t('followUps.lesson.tab.states')}
      >
        {[...states, undefined].map(each => (
          <SmallButton
            key={each ?? 'all'}
            aria-pressed={each === state}
            onClick={() => setState(each)}
          >
            {each
              ? t(`followUps.lesson.state.${each}`)
              : t('followUps.lesson.tab.all')}
          </SmallButton>
        ))}
      </div>
      <Typography variant="body2" role="status">
        {said}
      </Typography>
      <Async state={first}>
        {() =>
          items.length === 0 ? (
            <StateMessage title={t('followUps.lesson.tab.none')}>
              {t('followUps.lesson.tab.noneText')}
            </StateMessage>
          ) : (
            <Paper variant="outlined">
              <ul
                className={classes.list}
                aria-label={t('followUps.lesson.tab.list')}
              >
                {items.map(lesson => (
                  <LessonRow
                    key={lesson.id}
                    lesson={lesson}
                    onDecided={decided}
                  />
                ))}
              </ul>
            </Paper>
          )
        }
      </Async>
      <ShowMore hasMore={hasMore} state={moreState} onMore={loadMore} />
    </div>
  );
}
