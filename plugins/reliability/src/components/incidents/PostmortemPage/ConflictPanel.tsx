import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type { PostmortemResponse } from '@plimsoll/backstage-plugin-reliability-common';
import { useState } from 'react';
import { useTranslation } from '../../../hooks/useTranslation';
import {
  draftOf,
  mergeDrafts,
  type Merge,
  type PostmortemDraft,
} from '../../../utils/incidents/postmortemDraft';
import { statusColors, TimeAgo } from '../../common';
import { Person } from '../../maturity/Person';
import { Section } from '../../maturity/Section';
import { ConflictChoice, type Choice } from './ConflictChoice';

const TITLE = '';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: theme.spacing(2),
    borderLeft: `3px solid ${statusColors(theme).warn}`,
    paddingLeft: theme.spacing(2),
  },
  actions: { display: 'flex', flexWrap: 'wrap', gap: theme.spacing(1) },
}));

const taken = (choice: Choice, theirs: string, mine: string) =>
  ({
    mine,
    theirs,
    both: [theirs, mine].filter(text => text.trim()).join('\n\n'),
  }[choice]);

/** Two people wrote the same postmortem: what both changed side by side, and the choice for each section. */
export function ConflictPanel(props: {
  theirs: PostmortemResponse;
  mine: PostmortemDraft;
  /** What both began with; absent where that is not known. */
  base: PostmortemDraft | undefined;
  onSettle: (words: Pick<PostmortemDraft, 'title' | 'texts'>) => void;
  onDiscard: () => void;
}) {
  const { theirs, mine, base, onSettle, onDiscard } = props;
  const classes = useStyles();
  const { t } = useTranslation();
  const [choices, setChoices] = useState<Readonly<Record<string, Choice>>>({});
  const other = draftOf(theirs);
  const merge = mergeDrafts(mine, other, base);
  const titles = new Map(theirs.sections.map(({ id, title }) => [id, title]));
  const apart = theirs.sections
    .map(({ id }) => id)
    .filter(id => merge.sections[id] === 'both');
  const titleApart = merge.title === 'both';
  const textsOf = (id: string): [theirs: string, mine: string] =>
    id === TITLE
      ? [other.title, mine.title]
      : [other.texts[id] ?? '', mine.texts[id] ?? ''];
  const choiceOf = (id: string, merged: Merge): Choice => {
    if (merged !== 'both') return merged === 'mine' ? 'mine' : 'theirs';
    return choices[id] ?? (textsOf(id)[1].trim() ? 'mine' : 'theirs');
  };
  const choose = (id: string) => (choice: Choice) =>
    setChoices(before => ({ ...before, [id]: choice }));
  const settle = () =>
    onSettle({
      title: taken(choiceOf(TITLE, merge.title), ...textsOf(TITLE)),
      texts: Object.fromEntries(
        theirs.sections.map(({ id }) => [
          id,
          taken(choiceOf(id, merge.sections[id]), ...textsOf(id)),
        ]),
      ),
    });
  return (
    <Section title={t('postmortem.conflict.title')}>
      <div className={classes.root} role="alert">
        <Typography variant="body2">
          {t('postmortem.conflict.text')}
          {theirs.updatedBy && (
            <>
              {' '}
              {t('postmortem.conflict.who')} <Person name={theirs.updatedBy} />
              {theirs.updatedAt && (
                <>
                  , <TimeAgo at={theirs.updatedAt} />
                </>
              )}
              .
            </>
          )}
        </Typography>
        {!titleApart && apart.length === 0 && (
          <Typography variant="body2">
            {t('postmortem.conflict.same')}
          </Typography>
        )}
        {titleApart && (
          <ConflictChoice
            name={t('postmortem.conflict.titleField')}
            theirs={other.title}
            mine={mine.title}
            choice={choiceOf(TITLE, 'both')}
            choices={['mine', 'theirs']}
            onChoose={choose(TITLE)}
          />
        )}
        {apart.map(id => (
          <ConflictChoice
            key={id}
            name={titles.get(id)!}
            theirs={other.texts[id] ?? ''}
            mine={mine.texts[id] ?? ''}
            choice={choiceOf(id, 'both')}
            choices={['mine', 'theirs', 'both']}
            onChoose={choose(id)}
          />
        ))}
        <div className={classes.actions}>
          <Button
            size="small"
            variant="contained"
            color="primary"
            onClick={settle}
          >
            {t('postmortem.conflict.go')}
          </Button>
          <Button size="small" variant="outlined" onClick={onDiscard}>
            {t('postmortem.conflict.useTheirs')}
          </Button>
        </div>
      </div>
    </Section>
  );
}
