import { makeStyles } from '@material-ui/core/styles';
import type { PostmortemResponse } from '@plimsoll/backstage-plugin-reliability-common';
import { useCallback, useState } from 'react';
import { useIncidentFollowUps } from '../../../hooks/incidents/useFollowUps';
import { usePostmortem } from '../../../hooks/incidents/usePostmortem';
import { useTranslation } from '../../../hooks/useTranslation';
import { Async } from '../../async';
import { SmallButton } from '../../common';
import { FollowUpList } from '../followUps';
import { PostmortemEditor } from './PostmortemEditor';
import { PostmortemElsewhere } from './PostmortemElsewhere';
import { PostmortemHead } from './PostmortemHead';
import { PostmortemRead } from './PostmortemRead';
import { PostmortemSteps } from './PostmortemSteps';

const useStyles = makeStyles(theme => ({
  root: {
    ...theme.typography.body2,
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: theme.spacing(2),
  },
  views: { display: 'flex', gap: theme.spacing(1) },
}));

type View = 'read' | 'write';

/** One postmortem: to be written while it is not published, to be read after. */
export function Postmortem(props: {
  postmortem: PostmortemResponse;
  onWritten: (written: PostmortemResponse) => void;
}) {
  const { postmortem, onWritten } = props;
  const classes = useStyles();
  const { t } = useTranslation();
  const [chosen, setChosen] = useState<View>();
  const written = useCallback(
    (next: PostmortemResponse) => {
      if (next.status !== postmortem.status) setChosen(undefined);
      onWritten(next);
    },
    [onWritten, postmortem.status],
  );
  if (postmortem.source !== 'portal') {
    return <PostmortemElsewhere postmortem={postmortem} onWritten={written} />;
  }
  const { canEdit, status } = postmortem;
  // A draft is written, with its preview beside it; one in review is read first.
  const choice = canEdit && status === 'in-review';
  const writing =
    canEdit && (status === 'draft' || (choice && chosen === 'write'));
  return (
    <>
      {choice && (
        <div
          className={classes.views}
          role="group"
          aria-label={t('postmortem.views.label')}
        >
          {(['write', 'read'] as const).map(each => (
            <SmallButton
              key={each}
              aria-pressed={(each === 'write') === writing}
              onClick={() => setChosen(each)}
            >
              {t(`postmortem.views.${each}`)}
            </SmallButton>
          ))}
        </div>
      )}
      {writing ? (
        <PostmortemEditor
          key={postmortem.incident.id}
          postmortem={postmortem}
          onWritten={written}
        />
      ) : (
        <>
          <PostmortemRead postmortem={postmortem} />
          <PostmortemSteps
            postmortem={postmortem}
            dirty={false}
            onWritten={written}
          />
        </>
      )}
    </>
  );
}

/** What has to be done because of the incident; it belongs to a postmortem, wherever that is kept. */
function PostmortemFollowUps({
  postmortem,
}: {
  postmortem: PostmortemResponse;
}) {
  const { id } = postmortem.incident;
  const state = useIncidentFollowUps(id);
  return (
    <Async state={state} dense>
      {({ items }) => (
        <FollowUpList
          incidentId={id}
          items={items}
          canEdit={postmortem.canEdit}
          onChanged={() => state.kind === 'ready' && state.reload()}
        />
      )}
    </Async>
  );
}

/** The page of the postmortem of an incident. */
export function PostmortemPage({ id }: { id: string }) {
  const classes = useStyles();
  const state = usePostmortem(id);
  return (
    <div className={classes.root}>
      <Async state={state}>
        {postmortem => (
          <>
            <PostmortemHead postmortem={postmortem} />
            <Postmortem
              postmortem={postmortem}
              onWritten={written =>
                state.kind === 'ready' && state.replace(written)
              }
            />
            <PostmortemFollowUps postmortem={postmortem} />
          </>
        )}
      </Async>
    </div>
  );
}
